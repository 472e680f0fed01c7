namespace Moliere.Validation.Metrics.Jets;

/// <summary>Core mean of the response of quark jets minus that of gluon jets.</summary>
/// <param name="name">Name of the method.</param>
/// <param name="ratio">r of a row.</param>
/// <param name="flavour">1 to 5 for quarks, 21 for gluons, per row.</param>
/// <param name="fewest">Jets of a kind below which there is no value.</param>
internal sealed class FlavourSubject(string name, Func<int, float> ratio, float[] flavour, int fewest)
    : FigureSubject(name)
{
    private const float Gluon = 21, LastQuark = 5;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Metrics { get; } = [JetMetric.FlavourDifference];

    /// <inheritdoc/>
    public override void Judge(BinFigures bin)
    {
        SortedSample quarks = bin.Sort(row => flavour[row] is >= 1 and <= LastQuark ? ratio(row) : float.NaN);
        SortedSample gluons = bin.Sort(row => flavour[row] == Gluon ? ratio(row) : float.NaN);
        if (quarks.Values.Length < fewest || gluons.Values.Length < fewest)
        {
            return;
        }

        var ofQuarks = new TruncatedNormalFit(quarks, quarks.Quantiles([], out _), JetMetric.CoreCut);
        var ofGluons = new TruncatedNormalFit(gluons, gluons.Quantiles([], out _), JetMetric.CoreCut);
        ReplicaSeries difference = bin.Add(JetMetric.FlavourDifference);
        for (int replica = -1; replica < bin.Replicas; replica++)
        {
            ReadOnlySpan<byte> counts = bin.Counts(replica);
            difference.Set(replica, ofQuarks.Fit(counts).Mean - ofGluons.Fit(counts).Mean);
        }
    }
}
