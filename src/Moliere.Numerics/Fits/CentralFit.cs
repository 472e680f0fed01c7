using Moliere.Numerics.Special;

namespace Moliere.Numerics.Fits;

/// <summary>
/// Normal core of an unsorted, weighted sample with statistical errors: starts at median and central 68 % and iterates
/// <see cref="TruncatedMoments"/>. Where the core is not normal enough for the iteration to stay near its start, it
/// gives the start itself: median and half of the central 68 %.
/// </summary>
/// <source>
/// Errors: the asymptotic variance of the two moment conditions of the truncated normal law, A⁻¹BA⁻ᵀ of Huber,
/// Proc. 5th Berkeley Symp. 1 (1967) 221; with P the probability inside the cut c and kept variance k,
/// var(mean) = s²/(n k P), var(ln s) = 1/(n (M4 - k² P)), M4 = 3 k P - 2 c³ phi(c).
/// </source>
public static class CentralFit
{
    private const int FewestValues = 5;
    private const double NarrowestWidth = 0.4; // of the starting width; 1 for a normal law
    private const double WidestWidth = 1.6;
    private const double MedianError = 1.2533; // sqrt(pi / 2), of a median over that of a mean
    private const double QuantileWidthError = 1.0567; // of (Q84 - Q16) / 2 in widths / sqrt(n) of a normal law

    private static readonly double[] _probabilities = [0.15865525393145705, 0.5, 0.8413447460685429];

    /// <summary>Fits the core; <see cref="NormalEstimate.Nothing"/> for fewer than 5 values or no weight.</summary>
    /// <param name="values">Any values; those that are not finite are left out.</param>
    /// <param name="weights">One weight per value, negative ones too; empty for equal weights.</param>
    /// <param name="cut">Half width of the fitted window in standard deviations, usually 1.5 to 2.</param>
    public static NormalEstimate Of(ReadOnlySpan<float> values, ReadOnlySpan<float> weights, double cut = 1.5)
    {
        (float[] sorted, double[] weight) = Sort(values, weights);
        double sum = weight.Sum(), effective = sum * sum / weight.Sum(w => w * w);
        if (sorted.Length < FewestValues || !(sum > 0))
        {
            return NormalEstimate.Nothing;
        }

        double[] quantiles = Quantiles(sorted, weight);
        double median = quantiles[1], width = 0.5 * (quantiles[2] - quantiles[0]);
        (double mean, double sigma) = new TruncatedMoments(sorted, median, width, cut).Fit(weight);
        double scale = 1 / Math.Sqrt(effective);
        return sigma > NarrowestWidth * width && sigma < WidestWidth * width && Math.Abs(mean - median) < width
            ? new(mean, sigma, sigma * scale * MeanFactor(cut), sigma * scale * WidthFactor(cut), effective)
            : new(median, width, width * scale * MedianError, width * scale * QuantileWidthError, effective);
    }

    private static double MeanFactor(double cut) =>
        1 / Math.Sqrt(TruncatedMoments.KeptVariance(cut) * Inside(cut));

    private static double WidthFactor(double cut)
    {
        double kept = TruncatedMoments.KeptVariance(cut), inside = Inside(cut);
        double density = Math.Exp(-0.5 * cut * cut) / Math.Sqrt(2 * Math.PI);
        double fourth = (3 * kept * inside) - (2 * cut * cut * cut * density);
        return 1 / Math.Sqrt(fourth - (kept * kept * inside));
    }

    private static double Inside(double cut) => ErrorFunction.Erf(cut / Math.Sqrt(2));

    private static (float[] Values, double[] Weights) Sort(ReadOnlySpan<float> values, ReadOnlySpan<float> weights)
    {
        var sorted = new float[values.Length];
        var weight = new double[values.Length];
        int count = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (float.IsFinite(values[i]))
            {
                (sorted[count], weight[count]) = (values[i], weights.IsEmpty ? 1 : weights[i]);
                count++;
            }
        }

        Array.Sort(sorted, weight, 0, count);
        return (sorted[..count], weight[..count]);
    }

    // A start only: the first crossing counts where negative weights make the cumulative weight turn back.
    private static double[] Quantiles(float[] sorted, double[] weights)
    {
        double total = weights.Sum(), below = 0;
        var quantiles = new double[_probabilities.Length];
        int next = 0;
        for (int i = 0; i < sorted.Length && next < quantiles.Length; i++)
        {
            below += weights[i];
            while (next < quantiles.Length && below >= _probabilities[next] * total)
            {
                quantiles[next++] = sorted[i];
            }
        }

        quantiles.AsSpan(next).Fill(sorted[^1]);
        return quantiles;
    }
}
