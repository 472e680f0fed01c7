namespace Moliere.Validation.Metrics;

/// <summary>All metrics of one method in one bin, with their replicas.</summary>
internal sealed class BinFigures
{
    private readonly int[] _rows;
    private readonly MethodColumns _columns;
    private readonly BootstrapCounts _bootstrap;

    private BinFigures(int[] rows, MethodColumns columns, BootstrapCounts bootstrap) =>
        (_rows, _columns, _bootstrap) = (rows, columns, bootstrap);

    /// <summary>Figures by metric, in the order they are written; empty when the bin has too few rows.</summary>
    public List<(string Metric, ReplicaSeries Series)> Figures { get; } = [];

    /// <summary>Makes the figures.</summary>
    /// <param name="rows">Rows of the bin.</param>
    /// <param name="columns">The method.</param>
    /// <param name="bootstrap">Replicas.</param>
    public static BinFigures Make(int[] rows, MethodColumns columns, BootstrapCounts bootstrap)
    {
        var bin = new BinFigures(rows, columns, bootstrap);
        bin.AddResponse();
        if (columns.Sigma is not null)
        {
            bin.AddPull();
            bin.AddSpread();
        }

        return bin;
    }

    private void AddResponse()
    {
        SortedSample ratio = Sort(_columns.Ratio);
        ReplicaSeries median = Add(MetricName.LinearityMedian), mode = Add(MetricName.LinearityMode);
        ReplicaSeries resolution = Add(MetricName.Resolution);
        CentralQuantiles whole = ratio.Quantiles([], out _);
        var density = new DensityMode(ratio.Values, whole, ratio.EffectiveSize);
        for (int replica = -1; replica < _bootstrap.Replicas; replica++)
        {
            CentralQuantiles core = ratio.Quantiles(Counts(replica), out ReadOnlySpan<double> cumulative);
            median.Set(replica, core.Q50 - 1);
            mode.Set(replica, density.Find(cumulative) - 1);
            resolution.Set(replica, core.Width / core.Q50);
        }
    }

    private void AddPull()
    {
        SortedSample pull = Sort(_columns.Pull);
        ReplicaSeries mean = Add(MetricName.PullMean), width = Add(MetricName.PullWidth);
        for (int replica = -1; replica < _bootstrap.Replicas; replica++)
        {
            CentralQuantiles core = pull.Quantiles(Counts(replica), out _);
            mean.Set(replica, core.Q50);
            width.Set(replica, core.Width);
        }
    }

    // The mean predicted sigma is not resampled: its fluctuation is far below that of the observed width.
    private void AddSpread()
    {
        SortedSample residual = Sort(_columns.Residual);
        ReplicaSeries ratio = Add(MetricName.SpreadRatio);
        double predicted = _columns.MeanSigma(_rows);
        for (int replica = -1; replica < _bootstrap.Replicas; replica++)
        {
            ratio.Set(replica, residual.Quantiles(Counts(replica), out _).Width / predicted);
        }
    }

    private SortedSample Sort(Func<int, float> quantity) =>
        new(_rows, quantity, _columns.Weights, _bootstrap.Groups);

    private ReadOnlySpan<byte> Counts(int replica) => replica < 0 ? [] : _bootstrap.Of(replica);

    private ReplicaSeries Add(string metric)
    {
        var series = new ReplicaSeries(_bootstrap.Replicas);
        Figures.Add((metric, series));
        return series;
    }
}
