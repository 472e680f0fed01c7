namespace Moliere.Validation.Metrics;

/// <summary>One subject on one axis: a slot per bin, filled by any thread, read in order.</summary>
internal sealed class FigureBlock(BinnedRows bins, FigureSubject subject)
{
    /// <summary>Rows per bin.</summary>
    public BinnedRows Bins { get; } = bins;

    /// <summary>What is judged.</summary>
    public FigureSubject Subject { get; } = subject;

    /// <summary>Figures per bin; null where there are too few rows.</summary>
    public BinFigures?[] Figures { get; } = new BinFigures?[bins.Rows.Length];

    /// <summary>The entries of all bins, then the slope.</summary>
    public IEnumerable<FigureEntry> Entries()
    {
        for (int bin = 0; bin < Figures.Length; bin++)
        {
            foreach (string metric in Subject.Metrics)
            {
                yield return Entry(metric, Bins.Axis?.Bins[bin], Figures[bin]?.Find(metric), Bins.Rows[bin].Length);
            }
        }

        if (Bins.Axis is { HasSlope: true } axis && Slope() is { } slope)
        {
            ValueBin span = new(axis.Bins[0].Low, axis.Bins[^1].High);
            yield return Entry(MetricName.LinearitySlope, span, slope, Bins.Rows.Sum(rows => rows.Length));
        }
    }

    private ReplicaSeries? Slope()
    {
        ReplicaSeries?[] medians = Array.ConvertAll(Figures, bin => bin?.Find(MetricName.LinearityMedian));
        int replicas = medians.FirstOrDefault(series => series is not null)?.Replicas.Length ?? 0;
        int[] entries = Array.ConvertAll(Bins.Rows, rows => rows.Length);
        return LinearitySlope.Fit(Bins.Centres, entries, medians, replicas);
    }

    private FigureEntry Entry(string metric, ValueBin? bin, ReplicaSeries? series, int entries) =>
        new()
        {
            Metric = metric,
            Method = Subject.Name,
            Variable = Bins.Axis?.Variable,
            Low = Finite(bin?.Low),
            High = Finite(bin?.High),
            Value = Finite(series?.Value),
            Error = Finite(series?.HalfInterval()),
            Entries = entries,
        };

    private static double? Finite(double? value) => value is { } number && double.IsFinite(number) ? number : null;
}
