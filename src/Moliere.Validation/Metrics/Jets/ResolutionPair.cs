namespace Moliere.Validation.Metrics.Jets;

/// <summary>
/// Resolution of one method over that of another on the same jets. Both share their replicas, so the error of the ratio
/// knows that they fluctuate together.
/// </summary>
/// <param name="name">Name of the pair.</param>
/// <param name="above">r of the first method.</param>
/// <param name="below">r of the second.</param>
internal sealed class ResolutionPair(string name, Func<int, float> above, Func<int, float> below) : FigureSubject(name)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Metrics { get; } = [JetMetric.ResolutionRatio];

    /// <inheritdoc/>
    public override void Judge(BinFigures bin)
    {
        TruncatedNormalFit first = FitOf(bin, above), second = FitOf(bin, below);
        ReplicaSeries ratio = bin.Add(JetMetric.ResolutionRatio);
        for (int replica = -1; replica < bin.Replicas; replica++)
        {
            (double mean, double width) = first.Fit(bin.Counts(replica));
            (double otherMean, double otherWidth) = second.Fit(bin.Counts(replica));
            ratio.Set(replica, width / mean / (otherWidth / otherMean));
        }
    }

    private static TruncatedNormalFit FitOf(BinFigures bin, Func<int, float> response)
    {
        SortedSample sorted = bin.Sort(response);
        return new(sorted, sorted.Quantiles([], out _), JetMetric.CoreCut);
    }
}
