using Moliere.Numerics.Fits;

namespace Moliere.Validation.Metrics;

/// <summary>Normal core of a sorted quantity in bootstrap replicas: <see cref="TruncatedMoments"/>.</summary>
internal sealed class TruncatedNormalFit
{
    private readonly SortedSample _sorted;
    private readonly TruncatedMoments _moments;
    private readonly double[] _weights;

    /// <summary>Prepares the rows near the core.</summary>
    /// <param name="sorted">The quantity.</param>
    /// <param name="start">Its core quantiles, where the iteration starts.</param>
    /// <param name="cut">What lies within so many widths of the centre is the core.</param>
    public TruncatedNormalFit(SortedSample sorted, CentralQuantiles start, double cut = 1.5)
    {
        _sorted = sorted;
        _moments = new TruncatedMoments(sorted.Values, start.Q50, start.Width, cut);
        _weights = new double[sorted.Values.Length];
    }

    /// <summary>Mean and width in one replica; NaN without weight or width.</summary>
    /// <param name="counts">How often each group is taken; empty for the sample itself.</param>
    public (double Mean, double Width) Fit(ReadOnlySpan<byte> counts)
    {
        for (int i = 0; i < _weights.Length; i++)
        {
            _weights[i] = _sorted.Weight(i, counts);
        }

        return _moments.Fit(_weights);
    }
}
