using System.Text.Json.Serialization;
using Moliere.Learning.Training;
using Moliere.Numerics.Special;

namespace Moliere.Learning.Losses;

/// <summary>
/// Negative log-likelihood of a mixture of K normal densities, each cut off outside of [0, 1] and normalised there:
/// L = -ln sum over k of a_k N(t; mu_k, sigma_k) / Z_k with Z_k the integral over [0, 1]. Outputs are K logits of the
/// means, K logits of the widths (sigma = 0.01 + 0.99 / (1 + exp -o)) and K logits of the shares a, in this order.
/// </summary>
/// <param name="Components">K, from 1 to 64.</param>
/// <source>ATL-PHYS-PUB-2018-014, section 4.2: the adversary's density of the scaled mass; Bishop, NCRG/94/004
/// (1994), equations 22-38.</source>
public sealed record TruncatedMixtureNll(int Components) : Loss
{
    private const int MostComponents = 64;
    private const double LeastSigma = 0.01; // of the range; narrower structure is not looked for
    private const double HalfLogTwoPi = 0.918938533204672742; // ½ ln 2π

    /// <summary>K, from 1 to 64.</summary>
    public override int Components { get; } = Components is >= 1 and <= MostComponents
        ? Components
        : throw new ArgumentOutOfRangeException(
            nameof(Components), Components, $"A mixture has 1 to {MostComponents} components.");

    /// <inheritdoc/>
    [JsonIgnore]
    public override int OutputCount => 3 * Components;

    /// <summary>Shares, means and sigmas of the normal densities before they are cut off.</summary>
    /// <param name="outputs">The row's 3 K outputs.</param>
    /// <param name="mixture">Receives K shares that sum to 1, K means in (0, 1), K sigmas.</param>
    public override void Decode(ReadOnlySpan<float> outputs, Span<float> mixture)
    {
        int k = Components;
        double norm = LogSum(outputs[(2 * k)..]);
        for (int i = 0; i < k; i++)
        {
            mixture[i] = (float)Math.Exp(outputs[(2 * k) + i] - norm);
            mixture[k + i] = (float)Sigmoid(outputs[i]);
            mixture[(2 * k) + i] = (float)(LeastSigma + ((1 - LeastSigma) * Sigmoid(outputs[k + i])));
        }
    }

    /// <summary>Mean of the normal densities before they are cut off.</summary>
    /// <param name="outputs">The row's 3 K outputs.</param>
    /// <param name="slope">Receives 3 K derivatives.</param>
    public override float Mean(ReadOnlySpan<float> outputs, Span<float> slope)
    {
        int k = Components;
        double norm = LogSum(outputs[(2 * k)..]), mean = 0;
        slope.Clear();
        for (int i = 0; i < k; i++)
        {
            double share = Math.Exp(outputs[(2 * k) + i] - norm), centre = Sigmoid(outputs[i]);
            slope[i] = (float)(share * centre * (1 - centre));
            mean += share * centre;
        }

        for (int i = 0; i < k; i++)
        {
            slope[(2 * k) + i] = (float)(Math.Exp(outputs[(2 * k) + i] - norm) * (Sigmoid(outputs[i]) - mean));
        }

        return (float)mean;
    }

    /// <inheritdoc/>
    public override double Row(ReadOnlySpan<float> outputs, float target, Span<float> gradient)
    {
        int k = Components;
        Span<double> joint = stackalloc double[k];
        Span<double> byMean = stackalloc double[k], byWidth = stackalloc double[k];
        double norm = LogSum(outputs[(2 * k)..]), most = double.NegativeInfinity;
        for (int i = 0; i < k; i++)
        {
            joint[i] = outputs[(2 * k) + i] - norm
                + LogDensity(outputs[i], outputs[k + i], target, out byMean[i], out byWidth[i]);
            most = Math.Max(most, joint[i]);
        }

        double sum = 0;
        for (int i = 0; i < k; i++)
        {
            sum += Math.Exp(joint[i] - most);
        }

        for (int i = 0; i < k; i++)
        {
            double part = Math.Exp(joint[i] - most) / sum;
            gradient[i] = (float)(-part * byMean[i]);
            gradient[k + i] = (float)(-part * byWidth[i]);
            gradient[(2 * k) + i] = (float)(Math.Exp(outputs[(2 * k) + i] - norm) - part);
        }

        return -most - Math.Log(sum);
    }

    /// <inheritdoc/>
    public override double Reference(ReadOnlySpan<double> outputs, double target)
    {
        double density = 0, norm = 0;
        for (int i = 0; i < Components; i++)
        {
            double mean = Sigmoid(outputs[i]);
            double sigma = LeastSigma + ((1 - LeastSigma) * Sigmoid(outputs[Components + i]));
            double weight = Math.Exp(outputs[(2 * Components) + i]), pull = (target - mean) / sigma;
            double inside = ErrorFunction.NormalProbability((1 - mean) / sigma)
                - ErrorFunction.NormalProbability(-mean / sigma);
            norm += weight;
            density += weight * Math.Exp(-0.5 * pull * pull) / (Math.Sqrt(2 * Math.PI) * sigma * inside);
        }

        return -Math.Log(density / norm);
    }

    /// <summary>Refuses targets outside of [0, 1], where the density is 0; the message names the first row.</summary>
    internal override void CheckTargets(TrainingRows rows, string name)
    {
        for (int row = 0; row < rows.RowCount; row++)
        {
            float target = rows.Target(row);
            if (target is not (>= 0 and <= 1))
            {
                throw new ArgumentException(
                    $"Row {row} of the {name} data set has the target {target}; the density lives on 0 to 1, so scale "
                    + "targets to that range.");
            }
        }
    }

    /// <summary>
    /// Components spread over ± one standard deviation, each as wide as the targets, of equal shares.
    /// </summary>
    /// <param name="mean">Mean of the targets, inside (0, 1).</param>
    /// <param name="variance">Variance of the targets, positive.</param>
    /// <param name="outputs">Receives 3 K numbers.</param>
    public override void StartingOutputs(double mean, double variance, Span<float> outputs)
    {
        double spread = Math.Sqrt(variance), width = Math.Clamp((spread - LeastSigma) / (1 - LeastSigma), 0.01, 0.99);
        for (int i = 0; i < Components; i++)
        {
            double position = Components == 1 ? 0 : (2.0 * i / (Components - 1)) - 1;
            double centre = Math.Clamp(mean + (position * spread), 0.01, 0.99);
            outputs[i] = (float)Math.Log(centre / (1 - centre));
            outputs[Components + i] = (float)Math.Log(width / (1 - width));
            outputs[(2 * Components) + i] = 0;
        }
    }

    // ln of a density that is cut off, and its derivatives by the two logits. With u and v the pulls of the ends:
    // d ln Z / d mu = (phi(u) - phi(v)) / (sigma Z), d ln Z / d sigma = (u phi(u) - v phi(v)) / (sigma Z).
    private static double LogDensity(
        double meanLogit, double widthLogit, double target, out double byMean, out double byWidth)
    {
        double mean = Sigmoid(meanLogit), open = Sigmoid(widthLogit);
        double sigma = LeastSigma + ((1 - LeastSigma) * open);
        double pull = (target - mean) / sigma, low = -mean / sigma, high = (1 - mean) / sigma;
        (double lowTail, double lowDensity) = Tail(-low);
        (double highTail, double highDensity) = Tail(high);
        double inside = 1 - lowTail - highTail;
        byMean = (pull - ((lowDensity - highDensity) / inside)) / sigma * mean * (1 - mean);
        byWidth = ((pull * pull) - 1 - (((low * lowDensity) - (high * highDensity)) / inside)) / sigma
            * (1 - LeastSigma) * open * (1 - open);
        return (-0.5 * pull * pull) - Math.Log(sigma * inside) - HalfLogTwoPi;
    }

    // Probability above x, at least 0, and density there: one exponential serves both, to 8e-8.
    // Abramowitz, Stegun, Handbook of Mathematical Functions (1964), 26.2.17.
    private static (double Tail, double Density) Tail(double x)
    {
        double density = Math.Exp(-0.5 * x * x) * 0.3989422804014327, t = 1 / (1 + (0.2316419 * x));
        double series = t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937
            + (t * (-1.821255978 + (t * 1.330274429))))))));
        return (density * series, density);
    }

    private static double Sigmoid(double logit) => 1 / (1 + Math.Exp(-logit));

    private static double LogSum(ReadOnlySpan<float> logits)
    {
        double most = logits[0], sum = 0;
        foreach (float logit in logits)
        {
            most = Math.Max(most, logit);
        }

        foreach (float logit in logits)
        {
            sum += Math.Exp(logit - most);
        }

        return most + Math.Log(sum);
    }
}
