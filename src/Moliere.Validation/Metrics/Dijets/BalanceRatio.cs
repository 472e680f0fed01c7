namespace Moliere.Validation.Metrics.Dijets;

/// <summary>
/// Widths of one method over those of another on the same dijets: both see the same events in every replica, so that
/// the error of the ratio leaves out what they share.
/// </summary>
/// <param name="sample">True jets.</param>
/// <param name="above">Numerator.</param>
/// <param name="below">Denominator.</param>
internal sealed class BalanceRatio(
    BalanceSample sample, (string Name, BalancePair Jets) above, (string Name, BalancePair Jets) below)
    : FigureSubject(MethodComparison.NameOf(above.Name, below.Name))
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Metrics { get; } =
        [BalanceMetric.AsymmetryWidthRatio, BalanceMetric.TrueResolutionRatio];

    /// <inheritdoc/>
    public override void Judge(BinFigures bin)
    {
        SortedSample first = bin.Sort(above.Jets.Asymmetry), second = bin.Sort(below.Jets.Asymmetry);
        ReplicaSeries width = bin.Add(BalanceMetric.AsymmetryWidthRatio);
        for (int replica = -1; replica < bin.Replicas; replica++)
        {
            width.Set(replica, Core(first, bin, replica).Width / Core(second, bin, replica).Width);
        }

        if (sample.Truth is { } truth)
        {
            AddTrue(bin, above.Jets.Over(truth, bin), below.Jets.Over(truth, bin));
        }
    }

    private static void AddTrue(BinFigures bin, SortedSample first, SortedSample second)
    {
        ReplicaSeries resolution = bin.Add(BalanceMetric.TrueResolutionRatio);
        for (int replica = -1; replica < bin.Replicas; replica++)
        {
            CentralQuantiles one = Core(first, bin, replica), other = Core(second, bin, replica);
            resolution.Set(replica, one.Width / one.Q50 / (other.Width / other.Q50));
        }
    }

    private static CentralQuantiles Core(SortedSample sorted, BinFigures bin, int replica) =>
        sorted.Quantiles(bin.Counts(replica), out _);
}
