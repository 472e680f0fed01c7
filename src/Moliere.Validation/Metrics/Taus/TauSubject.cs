namespace Moliere.Validation.Metrics.Taus;

/// <summary>Judges one method: scale, both widths, tails, and how many taus it gets nearly right.</summary>
/// <param name="response">The method.</param>
internal sealed class TauSubject(TauResponse response) : FigureSubject(response.Name)
{
    // The normal law's 1 standard deviation, and the plain percentiles.
    private static readonly double[] s_probabilities =
    [
        CentralQuantiles.Probabilities[0], CentralQuantiles.Probabilities[2], 0.025, 0.975, 0.05, 0.95,
    ];

    private static readonly string[] s_all =
    [
        TauMetric.Scale, TauMetric.Resolution68, TauMetric.Resolution95, TauMetric.TailRatio, TauMetric.Within20,
    ];

    /// <inheritdoc/>
    public override IReadOnlyList<string> Metrics { get; } =
        response.HasSigma ? [.. s_all, TauMetric.WithinTwoSigma] : s_all;

    /// <inheritdoc/>
    public override void Judge(BinFigures bin)
    {
        bin.AddMeans([TauMetric.Scale, TauMetric.Within20], Means);
        if (response.HasSigma)
        {
            bin.AddMeans([TauMetric.WithinTwoSigma], Inside);
        }

        AddWidths(bin);
    }

    private void AddWidths(BinFigures bin)
    {
        SortedSample sorted = bin.Sort(response.Ratio);
        ReplicaSeries inner = bin.Add(TauMetric.Resolution68), outer = bin.Add(TauMetric.Resolution95);
        ReplicaSeries tails = bin.Add(TauMetric.TailRatio);
        Span<double> q = stackalloc double[s_probabilities.Length];
        for (int replica = -1; replica < bin.Replicas; replica++)
        {
            sorted.Quantiles(s_probabilities, bin.Counts(replica), q);
            inner.Set(replica, 0.5 * (q[1] - q[0]));
            outer.Set(replica, 0.5 * (q[3] - q[2]));
            tails.Set(replica, (q[5] - q[4]) / (q[1] - q[0]));
        }
    }

    private bool Means(int row, Span<double> values)
    {
        double ratio = response.Ratio(row);
        values[0] = ratio - 1;
        values[1] = Math.Abs(ratio - 1) < TauMetric.PurityReach ? 1 : 0;
        return double.IsFinite(ratio);
    }

    private bool Inside(int row, Span<double> values)
    {
        double pull = response.Pull(row);
        values[0] = Math.Abs(pull) < 2 ? 1 : 0;
        return double.IsFinite(pull);
    }
}
