using System.Numerics;
using Moliere.Numerics.Random;

namespace Moliere.Numerics.Kernels;

/// <summary>
/// Formula: variance = exp(bounded s) with s = ln variance, and the divergence of normal weights from a normal prior,
/// KL = ½ sum (mu²/p² + variance/p² - ln(variance/p²) - 1), dKL/dmu = mu/p², dKL/ds = ½ (variance/p² - 1).
/// Layout: dense. A lane holds one weight; the sum runs in double precision and in the order of the weights.
/// Remainder: the vector formula on a broadcast element, so that position does not change a bit.
/// Reference: <see cref="ReferenceDivergence"/>, to 1e-5 relative.
/// Source: Kingma and Welling, arXiv:1312.6114, appendix B; bounds: our choice after the published networks.
/// </summary>
public static class WeightVariance
{
    /// <summary>Lower bound of the log-variance: sigma of 4.5e-5.</summary>
    public const float LowestLog = -20;

    /// <summary>Upper bound of the log-variance: sigma of 245.</summary>
    public const float HighestLog = 11;

    /// <summary>Variances from log-variances within the bounds.</summary>
    /// <param name="logs">s; NaN stays NaN.</param>
    /// <param name="variances">As long; filled.</param>
    public static void Exponentiate(ReadOnlySpan<float> logs, Span<float> variances)
    {
        int i = 0;
        for (; i + Vector<float>.Count <= logs.Length; i += Vector<float>.Count)
        {
            Variance(new Vector<float>(logs[i..])).CopyTo(variances[i..]);
        }

        for (; i < logs.Length; i++)
        {
            variances[i] = Variance(new Vector<float>(logs[i]))[0];
        }
    }

    /// <summary>Adds sigma times noise to means: one draw of the weights.</summary>
    /// <param name="stream">Which noise; element i belongs to weight i.</param>
    /// <param name="logs">s.</param>
    /// <param name="meansToWeights">mu on entry, a draw on return; as long.</param>
    public static void AddNoise(NoiseStream stream, ReadOnlySpan<float> logs, Span<float> meansToWeights)
    {
        Span<float> noise = stackalloc float[256], variances = stackalloc float[256];
        for (int first = 0; first < logs.Length; first += noise.Length)
        {
            int count = Math.Min(noise.Length, logs.Length - first);
            NormalNoise.Fill(stream, first, noise[..count]);
            Exponentiate(logs.Slice(first, count), variances);
            for (int i = 0; i < count; i++)
            {
                meansToWeights[first + i] += MathF.Sqrt(variances[i]) * noise[i];
            }
        }
    }

    /// <summary>Divergence from the prior; its gradient times a factor is added to the gradient of the rest.</summary>
    /// <param name="prior">Mean 0, this standard deviation p, positive.</param>
    /// <param name="factor">Of the gradient only; the divergence is returned as it is.</param>
    /// <param name="weights">mu and s of each weight.</param>
    /// <param name="gradients">
    /// By mu and by s. Beyond a bound, what leads further out is dropped and what leads back is kept.
    /// </param>
    public static double AddDivergence(
        double prior, double factor, NormalWeights weights, NormalWeightGradients gradients)
    {
        float precision = (float)(1 / (prior * prior)), scale = (float)factor;
        Span<float> chunk = stackalloc float[256];
        double sum = 0;
        for (int first = 0; first < weights.Means.Length; first += chunk.Length)
        {
            int count = Math.Min(chunk.Length, weights.Means.Length - first);
            ReadOnlySpan<float> mu = weights.Means.Slice(first, count), s = weights.LogVariances.Slice(first, count);
            Exponentiate(s, chunk);
            AddGradient(mu, gradients.Means.Slice(first, count), precision * scale, 0);
            Span<float> byLog = gradients.LogVariances.Slice(first, count);
            AddGradient(chunk[..count], byLog, 0.5f * precision * scale, -0.5f * scale);
            HoldAtBounds(s, byLog);
            sum += Sum(mu, s, chunk[..count], precision);
        }

        return 0.5 * (sum - (weights.Means.Length * Math.Log(precision)));
    }

    /// <summary>The slow definition of the divergence.</summary>
    internal static double ReferenceDivergence(
        double prior, ReadOnlySpan<double> means, ReadOnlySpan<double> logVariances)
    {
        double sum = 0;
        for (int i = 0; i < means.Length; i++)
        {
            double ratio = Math.Exp(logVariances[i]) / (prior * prior), pull = means[i] / prior;
            sum += 0.5 * ((pull * pull) + ratio - Math.Log(ratio) - 1);
        }

        return sum;
    }

    private static Vector<float> Variance(Vector<float> s) =>
        Vector.Exp(Vector.Min(Vector.Max(s, new Vector<float>(LowestLog)), new Vector<float>(HighestLog)));

    private static void AddGradient(ReadOnlySpan<float> x, Span<float> gradient, float slope, float offset)
    {
        int i = 0;
        for (; i + Vector<float>.Count <= x.Length; i += Vector<float>.Count)
        {
            Vector<float> term = (new Vector<float>(x[i..]) * slope) + new Vector<float>(offset);
            (new Vector<float>(gradient[i..]) + term).CopyTo(gradient[i..]);
        }

        for (; i < x.Length; i++)
        {
            gradient[i] += (x[i] * slope) + offset;
        }
    }

    private static void HoldAtBounds(ReadOnlySpan<float> s, Span<float> gradient)
    {
        for (int i = 0; i < s.Length; i++)
        {
            if ((s[i] < LowestLog && gradient[i] > 0) || (s[i] > HighestLog && gradient[i] < 0))
            {
                gradient[i] = 0;
            }
        }
    }

    // Two partial sums: the additions overlap, and the order is the same on every machine.
    private static double Sum(
        ReadOnlySpan<float> mu, ReadOnlySpan<float> s, ReadOnlySpan<float> variance, float precision)
    {
        double even = 0, odd = 0;
        for (int i = 0; i < mu.Length; i++)
        {
            double bounded = Math.Clamp(s[i], LowestLog, HighestLog);
            double term = (precision * (((double)mu[i] * mu[i]) + variance[i])) - bounded - 1;
            (even, odd) = (odd, even + term);
        }

        return even + odd;
    }
}
