namespace Moliere.Validation.Metrics.Taus;

/// <summary>
/// Width of the taus in the better half of the predicted sigma over that of the others. Which half a tau is in does not
/// change between replicas; the widths of both halves do, together.
/// </summary>
/// <param name="response">A method with uncertainty.</param>
/// <param name="rank">Rank of the predicted sigma among all taus.</param>
/// <param name="fixedPtRank">The same among the taus of a bin in true pT.</param>
/// <param name="fewest">Taus of a half below which there is no value.</param>
internal sealed class HalvesSubject(TauResponse response, float[] rank, float[] fixedPtRank, int fewest)
    : FigureSubject(response.Name)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Metrics { get; } = [TauMetric.HalfRatio, TauMetric.HalfRatioFixedPt];

    /// <inheritdoc/>
    public override void Judge(BinFigures bin)
    {
        Add(bin, TauMetric.HalfRatio, rank);
        Add(bin, TauMetric.HalfRatioFixedPt, fixedPtRank);
    }

    private void Add(BinFigures bin, string metric, float[] ranks)
    {
        SortedSample better = bin.Sort(row => ranks[row] < 0.5f ? response.Ratio(row) : float.NaN);
        SortedSample worse = bin.Sort(row => ranks[row] >= 0.5f ? response.Ratio(row) : float.NaN);
        if (better.Values.Length < fewest || worse.Values.Length < fewest)
        {
            return;
        }

        ReplicaSeries ratio = bin.Add(metric);
        for (int replica = -1; replica < bin.Replicas; replica++)
        {
            ReadOnlySpan<byte> counts = bin.Counts(replica);
            ratio.Set(replica, better.Quantiles(counts, out _).Width / worse.Quantiles(counts, out _).Width);
        }
    }
}
