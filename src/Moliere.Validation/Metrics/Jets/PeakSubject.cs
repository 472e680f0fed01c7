namespace Moliere.Validation.Metrics.Jets;

/// <summary>Judges the core of the response of one method: closure, resolution, and what lies outside.</summary>
/// <param name="name">Name of the method.</param>
/// <param name="ratio">r of a row; NaN leaves the row out.</param>
internal sealed class PeakSubject(string name, Func<int, float> ratio) : FigureSubject(name)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Metrics { get; } =
        [JetMetric.Closure, JetMetric.Resolution, JetMetric.TailRatio];

    /// <inheritdoc/>
    public override void Judge(BinFigures bin)
    {
        SortedSample sorted = bin.Sort(ratio);
        var fit = new TruncatedNormalFit(sorted, sorted.Quantiles([], out _), JetMetric.CoreCut);
        ReplicaSeries closure = bin.Add(JetMetric.Closure), resolution = bin.Add(JetMetric.Resolution);
        ReplicaSeries tails = bin.Add(JetMetric.TailRatio);
        for (int replica = -1; replica < bin.Replicas; replica++)
        {
            ReadOnlySpan<byte> counts = bin.Counts(replica);
            (double mean, double width) = fit.Fit(counts);
            closure.Set(replica, mean - 1);
            resolution.Set(replica, width / mean);
            double inner = 2 * sorted.Quantiles(counts, out _).Width;
            tails.Set(replica, (sorted.Quantile(0.95, counts) - sorted.Quantile(0.05, counts)) / inner);
        }
    }
}
