namespace Moliere.Validation.Metrics;

/// <summary>Judges one method: response, and pulls with everything about its uncertainty where it gives one.</summary>
internal sealed class MethodSubject(string name, MethodColumns columns) : FigureSubject(name)
{
    private static readonly string[] ResponseMetrics =
        [MetricName.LinearityMedian, MetricName.LinearityMode, MetricName.Resolution];

    private static readonly string[] SpreadMetrics =
    [
        .. ResponseMetrics, MetricName.PullMean, MetricName.PullWidth, MetricName.SpreadRatio,
        .. UncertaintySubject.Metrics,
    ];

    /// <summary>The quantities it is judged by.</summary>
    public MethodColumns Columns { get; } = columns;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Metrics => Columns.Uncertainty is null ? ResponseMetrics : SpreadMetrics;

    /// <inheritdoc/>
    public override void Judge(BinFigures bin)
    {
        AddResponse(bin);
        if (Columns.Uncertainty is { } uncertainty)
        {
            AddPull(bin);
            AddSpread(bin);
            UncertaintySubject.Judge(bin, uncertainty);
        }
    }

    private void AddResponse(BinFigures bin)
    {
        SortedSample ratio = bin.Sort(Columns.Ratio);
        ReplicaSeries median = bin.Add(MetricName.LinearityMedian), mode = bin.Add(MetricName.LinearityMode);
        ReplicaSeries resolution = bin.Add(MetricName.Resolution);
        CentralQuantiles whole = ratio.Quantiles([], out _);
        var density = new DensityMode(ratio.Values, whole, ratio.EffectiveSize);
        for (int replica = -1; replica < bin.Replicas; replica++)
        {
            CentralQuantiles core = ratio.Quantiles(bin.Counts(replica), out ReadOnlySpan<double> cumulative);
            median.Set(replica, core.Q50 - 1);
            mode.Set(replica, density.Find(cumulative) - 1);
            resolution.Set(replica, core.Width / core.Q50);
        }
    }

    private void AddPull(BinFigures bin)
    {
        SortedSample pull = bin.Sort(Columns.Pull);
        ReplicaSeries mean = bin.Add(MetricName.PullMean), width = bin.Add(MetricName.PullWidth);
        ReplicaSeries coreMean = bin.Add(MetricName.PullCoreMean), coreWidth = bin.Add(MetricName.PullCoreWidth);
        CentralQuantiles whole = pull.Quantiles([], out _);
        var fit = new TruncatedNormalFit(pull, whole);
        for (int replica = -1; replica < bin.Replicas; replica++)
        {
            CentralQuantiles core = pull.Quantiles(bin.Counts(replica), out _);
            mean.Set(replica, core.Q50);
            width.Set(replica, core.Width);
            (double centre, double sigma) = fit.Fit(bin.Counts(replica));
            coreMean.Set(replica, centre);
            coreWidth.Set(replica, sigma);
        }
    }

    // The mean predicted sigma is not resampled: its fluctuation is far below that of the observed width.
    private void AddSpread(BinFigures bin)
    {
        SortedSample residual = bin.Sort(Columns.Residual);
        ReplicaSeries ratio = bin.Add(MetricName.SpreadRatio);
        double predicted = Columns.MeanSigma(bin.Rows);
        for (int replica = -1; replica < bin.Replicas; replica++)
        {
            ratio.Set(replica, residual.Quantiles(bin.Counts(replica), out _).Width / predicted);
        }
    }
}
