namespace Moliere.Numerics.Special;

/// <summary>
/// A mixture of K normal densities over one number, as a view of 3 K parameters: K shares that sum to 1, K means, K
/// sigmas. Sigmas are standard deviations, never variances or their logarithms. Sums are taken in double precision.
/// </summary>
/// <source>Bishop, Pattern Recognition and Machine Learning (2006), section 2.3.9.</source>
public readonly ref struct NormalMixture
{
    private const int MostSteps = 200;

    // Of many components, only the highest few can lie under the peak.
    private const int MostClimbs = 4;

    private readonly ReadOnlySpan<float> _shares;
    private readonly ReadOnlySpan<float> _means;
    private readonly ReadOnlySpan<float> _sigmas;

    /// <summary>Takes a view; nothing is copied or checked.</summary>
    /// <param name="parameters">K shares, K means, K positive sigmas.</param>
    public NormalMixture(ReadOnlySpan<float> parameters)
    {
        int k = parameters.Length / 3;
        _shares = parameters[..k];
        _means = parameters[k..(2 * k)];
        _sigmas = parameters[(2 * k)..];
    }

    /// <summary>Expectation.</summary>
    public double Mean()
    {
        double mean = 0;
        for (int i = 0; i < _means.Length; i++)
        {
            mean += (double)_shares[i] * _means[i];
        }

        return mean;
    }

    /// <summary>Variance: the mean of the components' variances plus the variance of their means.</summary>
    public double Variance()
    {
        double mean = Mean(), variance = 0;
        for (int i = 0; i < _means.Length; i++)
        {
            double offset = _means[i] - mean;
            variance += _shares[i] * (((double)_sigmas[i] * _sigmas[i]) + (offset * offset));
        }

        return variance;
    }

    /// <summary>Density at a point.</summary>
    /// <param name="x">Where.</param>
    public double Density(double x) => Slope(x).Density;

    /// <summary>Probability that the number lies below a point.</summary>
    /// <param name="x">Where.</param>
    public double Probability(double x)
    {
        double probability = 0;
        for (int i = 0; i < _means.Length; i++)
        {
            probability += _shares[i] * ErrorFunction.NormalProbability((x - _means[i]) / _sigmas[i]);
        }

        return probability;
    }

    /// <summary>Logarithm of the density at a point, finite also far out in the tails.</summary>
    /// <param name="x">Where.</param>
    public double LogDensity(double x)
    {
        double largest = double.NegativeInfinity;
        for (int i = 0; i < _means.Length; i++)
        {
            largest = Math.Max(largest, LogPart(i, x));
        }

        double sum = 0;
        for (int i = 0; i < _means.Length; i++)
        {
            sum += Math.Exp(LogPart(i, x) - largest);
        }

        return largest + Math.Log(sum);
    }

    /// <summary>
    /// Position of the highest density, to 1e-7 of the narrowest sigma. It climbs from the means, so it cannot miss the
    /// peak when all means are negative, as a scan between multiples of the extreme means does.
    /// </summary>
    /// <source>
    /// Carreira-Perpiñán, IEEE Trans. Pattern Anal. Mach. Intell. 22 (2000) 1318, section 3: the fixed-point step never
    /// lowers the density, and modes are found from the means.
    /// </source>
    public double Mode()
    {
        double best = double.NaN, highest = double.NegativeInfinity, bound = StartingHeight();
        double tolerance = 1e-7 * NarrowestSigma();
        foreach (float mean in _means)
        {
            if (bound > 0 && Density(mean) < bound)
            {
                continue;
            }

            double top = Climb(mean, tolerance), density = Density(top);
            if (density > highest)
            {
                (best, highest) = (top, density);
            }
        }

        return best;
    }

    /// <summary>Point below which a given part of the probability lies, to 1e-9 of the spread.</summary>
    /// <param name="probability">In (0, 1).</param>
    public double Quantile(double probability)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity, width = 0;
        for (int i = 0; i < _means.Length; i++)
        {
            // 40 sigma: beyond, the tail of a normal density is zero in double precision.
            low = Math.Min(low, _means[i] - (40 * _sigmas[i]));
            high = Math.Max(high, _means[i] + (40 * _sigmas[i]));
            width = Math.Max(width, _sigmas[i]);
        }

        double x = Mean();
        while (high - low > 1e-9 * width)
        {
            double excess = Probability(x) - probability;
            (low, high) = excess > 0 ? (low, x) : (x, high);
            double newton = x - (excess / Slope(x).Density), middle = 0.5 * (low + high);
            double next = newton > low && newton < high ? newton : middle;
            if (next == x || Math.Abs(next - x) < 1e-10 * width)
            {
                return next;
            }

            // At the limit of the numbers' resolution the middle is one of the ends.
            if (middle == low || middle == high)
            {
                break;
            }

            x = next;
        }

        return 0.5 * (low + high);
    }

    // Density f, f', f'' and the precision by which f' is divided in a fixed-point step.
    private (double Density, double First, double Second, double Precision) Slope(double x)
    {
        double density = 0, first = 0, second = 0, precision = 0;
        for (int i = 0; i < _means.Length; i++)
        {
            double sigma = _sigmas[i], pull = (x - _means[i]) / sigma, inverse = 1 / (sigma * sigma);
            double part = _shares[i] * Math.Exp(-0.5 * pull * pull) / (Math.Sqrt(2 * Math.PI) * sigma);
            density += part;
            first -= part * pull / sigma;
            second += part * inverse * ((pull * pull) - 1);
            precision += part * inverse;
        }

        return (density, first, second, precision);
    }

    private double LogPart(int i, double x)
    {
        double pull = (x - _means[i]) / _sigmas[i];
        return Math.Log(_shares[i] / (Math.Sqrt(2 * Math.PI) * _sigmas[i])) - (0.5 * pull * pull);
    }

    // The density at the means that is reached by the few highest of them; 0 where all are few.
    private double StartingHeight()
    {
        if (_means.Length <= MostClimbs)
        {
            return 0;
        }

        Span<double> highest = stackalloc double[MostClimbs];
        highest.Clear();
        foreach (float mean in _means)
        {
            double density = Density(mean);
            for (int i = 0; i < MostClimbs; i++)
            {
                if (density > highest[i])
                {
                    (density, highest[i]) = (highest[i], density);
                }
            }
        }

        return highest[^1];
    }

    // Newton where it climbs, otherwise the fixed-point step, which always does.
    private double Climb(double x, double tolerance)
    {
        var here = Slope(x);
        for (int step = 0; step < MostSteps && here.Density > 0; step++)
        {
            double next = here.Second < 0 ? x - (here.First / here.Second) : x + (here.First / here.Precision);
            var there = Slope(next);
            if (!(there.Density >= here.Density))
            {
                next = x + (here.First / here.Precision);
                there = Slope(next);
            }

            double moved = Math.Abs(next - x);
            (x, here) = (next, there);
            if (!(moved > tolerance))
            {
                break;
            }
        }

        return x;
    }

    private double NarrowestSigma()
    {
        double narrowest = double.PositiveInfinity;
        foreach (float sigma in _sigmas)
        {
            narrowest = Math.Min(narrowest, sigma);
        }

        return narrowest;
    }
}
