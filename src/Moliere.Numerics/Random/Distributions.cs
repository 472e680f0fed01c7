namespace Moliere.Numerics.Random;

/// <summary>
/// Draws from the distributions that the simulation and the networks need. All take the stream as last argument.
/// </summary>
public static class Distributions
{
    /// <summary>Normal variate.</summary>
    /// <param name="mean">Mean.</param>
    /// <param name="sigma">Standard deviation, not negative.</param>
    /// <param name="rng">Stream.</param>
    public static double Gaussian(double mean, double sigma, ref Rng rng) => mean + (sigma * rng.NextGaussian());

    /// <summary>Exponential variate of the given mean.</summary>
    /// <param name="mean">Positive.</param>
    /// <param name="rng">Stream.</param>
    public static double Exponential(double mean, ref Rng rng) => -mean * Math.Log(rng.NextDouble());

    /// <summary>Uniform variate in (low, high).</summary>
    /// <param name="low">Lower end.</param>
    /// <param name="high">Upper end.</param>
    /// <param name="rng">Stream.</param>
    public static double Uniform(double low, double high, ref Rng rng) => low + ((high - low) * rng.NextDouble());

    /// <summary>Gamma variate of unit scale; mean and variance equal the shape.</summary>
    /// <param name="shape">Positive.</param>
    /// <param name="rng">Stream.</param>
    /// <source>Marsaglia and Tsang, ACM Trans. Math. Softw. 26 (2000) 363; their boost for shapes below 1.</source>
    public static double Gamma(double shape, ref Rng rng)
    {
        if (shape < 1)
        {
            return Gamma(shape + 1, ref rng) * Math.Pow(rng.NextDouble(), 1 / shape);
        }

        double d = shape - (1.0 / 3), c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x = rng.NextGaussian(), v = 1 + (c * x);
            v = v * v * v;
            if (v > 0 && Math.Log(rng.NextDouble()) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v;
            }
        }
    }

    /// <summary>Beta variate in (0, 1), from two gamma variates.</summary>
    /// <param name="a">Positive.</param>
    /// <param name="b">Positive.</param>
    /// <param name="rng">Stream.</param>
    public static double Beta(double a, double b, ref Rng rng)
    {
        double x = Gamma(a, ref rng), y = Gamma(b, ref rng);
        return x / (x + y);
    }

    /// <summary>Poisson variate: products of uniforms below mean 30, splitting by a gamma variate above.</summary>
    /// <param name="mean">Not negative.</param>
    /// <param name="rng">Stream.</param>
    /// <source>Ahrens and Dieter, Computing 12 (1974) 223, for the reduction of large means.</source>
    public static int Poisson(double mean, ref Rng rng)
    {
        int count = 0;
        while (mean > 30)
        {
            int half = (int)(mean * 7 / 8);
            double arrival = Gamma(half, ref rng);
            if (arrival > mean)
            {
                return count + Binomial(half - 1, mean / arrival, ref rng);
            }

            count += half;
            mean -= arrival;
        }

        double limit = Math.Exp(-mean), product = rng.NextDouble();
        while (product > limit)
        {
            count++;
            product *= rng.NextDouble();
        }

        return count;
    }

    /// <summary>Number of successes in independent trials; cost grows with the number of trials.</summary>
    /// <param name="trials">Not negative.</param>
    /// <param name="probability">In [0, 1].</param>
    /// <param name="rng">Stream.</param>
    public static int Binomial(int trials, double probability, ref Rng rng)
    {
        int successes = 0;
        for (int i = 0; i < trials; i++)
        {
            successes += rng.NextDouble() < probability ? 1 : 0;
        }

        return successes;
    }

    /// <summary>Negative binomial variate, as a Poisson variate whose mean fluctuates like a gamma.</summary>
    /// <param name="mean">Positive.</param>
    /// <param name="k">Shape; the variance is mean + mean²/k.</param>
    /// <param name="rng">Stream.</param>
    public static int NegativeBinomial(double mean, double k, ref Rng rng) =>
        Poisson(mean / k * Gamma(k, ref rng), ref rng);

    /// <summary>Log-normal variate from the mean and width of its logarithm.</summary>
    /// <param name="logMean">Mean of the logarithm.</param>
    /// <param name="logSigma">Standard deviation of the logarithm, not negative.</param>
    /// <param name="rng">Stream.</param>
    public static double LogNormal(double logMean, double logSigma, ref Rng rng) =>
        Math.Exp(logMean + (logSigma * rng.NextGaussian()));

    /// <summary>
    /// Moyal variate, the closed approximation of Landau's straggling law: most probable value 0, unit width parameter,
    /// mean 1.270.
    /// </summary>
    /// <param name="rng">Stream.</param>
    /// <source>Moyal, Phil. Mag. 46 (1955) 263: it is -ln(z²) of a standard normal z.</source>
    public static double Moyal(ref Rng rng)
    {
        double z = rng.NextGaussian();
        return -Math.Log(z * z);
    }
}
