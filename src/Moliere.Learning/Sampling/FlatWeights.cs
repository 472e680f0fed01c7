using Moliere.Numerics.Statistics;

namespace Moliere.Learning.Sampling;

/// <summary>
/// Weights that make the distribution of a quantity flat: each row counts 1 over the density of its bin, so that equal
/// ranges of the quantity have equal influence. Weights above a multiple of the median are cut off: a few rows of a
/// steep tail would decide everything otherwise, and the statistics of a training would be theirs.
/// </summary>
/// <source>Effective size: Kish, Survey Sampling (1965), section 11.7; the cap: physics notes section 4, pitfall
/// 3.</source>
public sealed record FlatWeights
{
    /// <summary>Weight of each row, mean 1; 0 for rows outside of the range.</summary>
    public required float[] Values { get; init; }

    /// <summary>Kish's effective number of rows N_eff = (sum w)² / sum w².</summary>
    public required double EffectiveSize { get; init; }

    /// <summary>The same before the cap.</summary>
    public required double UncappedEffectiveSize { get; init; }

    /// <summary>Rows whose weight was cut off.</summary>
    public required int CappedCount { get; init; }

    /// <summary>Rows outside of the range, or not finite.</summary>
    public required int OutsideCount { get; init; }

    /// <summary>Makes the weights.</summary>
    /// <param name="quantity">Quantity that becomes flat, such as the logarithm of a momentum, <c>[N]</c>.</param>
    /// <param name="weights">Weights that the rows have already; empty for 1. They are multiplied and enter the
    /// density.</param>
    /// <param name="options">Range, bins, cap.</param>
    public static FlatWeights Of(
        ReadOnlySpan<double> quantity, ReadOnlySpan<float> weights, FlatWeightsOptions options)
    {
        double[] density = new double[options.Bins];
        int outside = 0;
        for (int i = 0; i < quantity.Length; i++)
        {
            int bin = options.BinOf(quantity[i]);
            outside += bin < 0 ? 1 : 0;
            if (bin >= 0)
            {
                density[bin] += weights.IsEmpty ? 1 : weights[i];
            }
        }

        double[] raw = new double[quantity.Length];
        for (int i = 0; i < raw.Length; i++)
        {
            int bin = options.BinOf(quantity[i]);
            raw[i] = bin >= 0 && density[bin] > 0 ? (weights.IsEmpty ? 1 : weights[i]) / density[bin] : 0;
        }

        return Capped(raw, outside, options.Cap);
    }

    private static FlatWeights Capped(double[] raw, int outside, double cap)
    {
        double[] positive = [.. raw.Where(weight => weight > 0).Order()];
        double most = positive.Length == 0 ? 0 : cap * positive[positive.Length / 2];
        double[] cut = Array.ConvertAll(raw, weight => Math.Min(weight, most));
        double sum = cut.Sum(), scale = sum > 0 ? (raw.Length - outside) / sum : 0;
        return new()
        {
            Values = Array.ConvertAll(cut, weight => (float)(weight * scale)),
            EffectiveSize = SampleSize.Effective(cut),
            UncappedEffectiveSize = SampleSize.Effective(raw),
            CappedCount = raw.Count(weight => weight > most),
            OutsideCount = outside,
        };
    }
}
