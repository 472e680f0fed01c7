namespace Moliere.Validation.Metrics;

/// <summary>One method on one axis: a slot per bin, filled by any thread, read in order.</summary>
internal sealed class FigureBlock(BinnedRows bins, int method)
{
    private static readonly string[] ResponseMetrics =
        [MetricName.LinearityMedian, MetricName.LinearityMode, MetricName.Resolution];

    private static readonly string[] SpreadMetrics =
        [.. ResponseMetrics, MetricName.PullMean, MetricName.PullWidth, MetricName.SpreadRatio];

    /// <summary>Rows per bin.</summary>
    public BinnedRows Bins { get; } = bins;

    /// <summary>Index of the method.</summary>
    public int Method { get; } = method;

    /// <summary>Figures per bin; null where there are too few rows.</summary>
    public BinFigures?[] Figures { get; } = new BinFigures?[bins.Rows.Length];

    /// <summary>The entries of all bins, then the slope.</summary>
    public IEnumerable<FigureEntry> Entries(string name, MethodColumns columns)
    {
        string[] metrics = columns.Sigma is null ? ResponseMetrics : SpreadMetrics;
        for (int bin = 0; bin < Figures.Length; bin++)
        {
            foreach (string metric in metrics)
            {
                ReplicaSeries? series = Figures[bin]?.Figures.Find(figure => figure.Metric == metric).Series;
                yield return Entry(metric, name, Bins.Axis?.Bins[bin], series, Bins.Rows[bin].Length);
            }
        }

        if (Bins.Axis is { HasSlope: true } axis && Slope() is { } slope)
        {
            ValueBin span = new(axis.Bins[0].Low, axis.Bins[^1].High);
            yield return Entry(MetricName.LinearitySlope, name, span, slope, Bins.Rows.Sum(rows => rows.Length));
        }
    }

    private ReplicaSeries? Slope()
    {
        ReplicaSeries?[] medians = Array.ConvertAll(Figures, bin => bin?.Figures[0].Series);
        int replicas = medians.FirstOrDefault(series => series is not null)?.Replicas.Length ?? 0;
        int[] entries = Array.ConvertAll(Bins.Rows, rows => rows.Length);
        return LinearitySlope.Fit(Bins.Centres, entries, medians, replicas);
    }

    private FigureEntry Entry(string metric, string method, ValueBin? bin, ReplicaSeries? series, int entries) =>
        new()
        {
            Metric = metric,
            Method = method,
            Variable = Bins.Axis?.Variable,
            Low = Finite(bin?.Low),
            High = Finite(bin?.High),
            Value = Finite(series?.Value),
            Error = Finite(series?.HalfInterval()),
            Entries = entries,
        };

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
