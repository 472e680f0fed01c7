namespace Moliere.Validation.Metrics.Taus;

/// <summary>
/// Widths of one method over those of another on the same taus. Both share their replicas, so the error of the ratio
/// knows that they fluctuate together.
/// </summary>
/// <param name="above">The first method.</param>
/// <param name="below">The second.</param>
internal sealed class WidthPair(TauResponse above, TauResponse below)
    : FigureSubject(MethodComparison.NameOf(above.Name, below.Name))
{
    private static readonly double[] s_probabilities =
        [CentralQuantiles.Probabilities[0], CentralQuantiles.Probabilities[2], 0.025, 0.975];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Metrics { get; } =
        [TauMetric.Resolution68Ratio, TauMetric.Resolution95Ratio];

    /// <inheritdoc/>
    public override void Judge(BinFigures bin)
    {
        SortedSample first = bin.Sort(above.Ratio), second = bin.Sort(below.Ratio);
        ReplicaSeries inner = bin.Add(TauMetric.Resolution68Ratio), outer = bin.Add(TauMetric.Resolution95Ratio);
        Span<double> p = stackalloc double[s_probabilities.Length], q = stackalloc double[s_probabilities.Length];
        for (int replica = -1; replica < bin.Replicas; replica++)
        {
            first.Quantiles(s_probabilities, bin.Counts(replica), p);
            second.Quantiles(s_probabilities, bin.Counts(replica), q);
            inner.Set(replica, (p[1] - p[0]) / (q[1] - q[0]));
            outer.Set(replica, (p[3] - p[2]) / (q[3] - q[2]));
        }
    }
}
