namespace Moliere.Validation.Metrics;

/// <summary>Judges how far two methods with uncertainty agree, object by object.</summary>
internal sealed class PairSubject(
    (string Name, UncertaintyColumns Columns) first, (string Name, UncertaintyColumns Columns) second)
    : FigureSubject(MethodComparison.NameOf(first.Name, second.Name))
{
    private const double MostPull = 5; // beyond, a few outliers that both share would decide the correlation

    private readonly float[] _firstResponse = first.Columns.Response;
    private readonly float[] _secondResponse = second.Columns.Response;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Metrics { get; } =
    [
        MetricName.SigmaRatioMedian, MetricName.SigmaRatioWidth, MetricName.ValueRatioMedian,
        MetricName.ValueRatioWidth, MetricName.PullCorrelation,
    ];

    /// <inheritdoc/>
    public override void Judge(BinFigures bin)
    {
        AddRatio(bin, SigmaRatio, MetricName.SigmaRatioMedian, MetricName.SigmaRatioWidth);
        AddRatio(bin, ValueRatio, MetricName.ValueRatioMedian, MetricName.ValueRatioWidth);
        AddCorrelation(bin);
    }

    /// <summary>sigma_tot of the first over that of the second; NaN where either is unknown.</summary>
    public float SigmaRatio(int row) => first.Columns.Sigma[row] / second.Columns.Sigma[row];

    /// <summary>R_pred of the first over that of the second; NaN where either is unknown.</summary>
    public float ValueRatio(int row) => _firstResponse[row] / _secondResponse[row];

    private static void AddRatio(BinFigures bin, Func<int, float> ratio, string medianName, string widthName)
    {
        SortedSample sorted = bin.Sort(ratio);
        ReplicaSeries median = bin.Add(medianName), width = bin.Add(widthName);
        for (int replica = -1; replica < bin.Replicas; replica++)
        {
            CentralQuantiles core = sorted.Quantiles(bin.Counts(replica), out _);
            median.Set(replica, core.Q50);
            width.Set(replica, core.Width);
        }
    }

    private void AddCorrelation(BinFigures bin)
    {
        GroupSums sums = bin.Sum(5, Products);
        ReplicaSeries correlation = bin.Add(MetricName.PullCorrelation);
        Span<double> mean = stackalloc double[5];
        for (int replica = -1; replica < bin.Replicas; replica++)
        {
            sums.Means(bin.Counts(replica), mean);
            double xx = mean[2] - (mean[0] * mean[0]), yy = mean[3] - (mean[1] * mean[1]);
            correlation.Set(replica, (mean[4] - (mean[0] * mean[1])) / Math.Sqrt(xx * yy));
        }
    }

    private bool Products(int row, Span<double> values)
    {
        double x = Math.Clamp(first.Columns.Pull(row), -MostPull, MostPull);
        double y = Math.Clamp(second.Columns.Pull(row), -MostPull, MostPull);
        (values[0], values[1], values[2], values[3], values[4]) = (x, y, x * x, y * y, x * y);
        return double.IsFinite(x) && double.IsFinite(y);
    }
}
