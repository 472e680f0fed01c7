namespace Moliere.Validation.Metrics;

/// <summary>Questions to a list of figures.</summary>
public static class FigureList
{
    /// <summary>The figure of the whole sample; null when absent.</summary>
    /// <param name="figures">Entries.</param>
    /// <param name="metric">One of <see cref="MetricName"/>.</param>
    /// <param name="method">Name of the method.</param>
    public static FigureEntry? Whole(this IEnumerable<FigureEntry> figures, string metric, string method) =>
        figures.FirstOrDefault(entry => entry.Variable is null && entry.Metric == metric && entry.Method == method);

    /// <summary>The figure of a bin with exactly these bounds; null when absent.</summary>
    /// <param name="figures">Entries.</param>
    /// <param name="metric">One of <see cref="MetricName"/>.</param>
    /// <param name="method">Name of the method.</param>
    /// <param name="variable">Binning variable.</param>
    /// <param name="low">Lower bound; null when open.</param>
    /// <param name="high">Upper bound; null when open.</param>
    public static FigureEntry? InBin(
        this IEnumerable<FigureEntry> figures,
        string metric,
        string method,
        string variable,
        double? low,
        double? high) =>
        figures.FirstOrDefault(entry => entry.Metric == metric && entry.Method == method && entry.Variable == variable
            && entry.Low == low && entry.High == high);

    /// <summary>The points of a curve along an axis, in its order; entries of other binnings of the variable are
    /// left out.</summary>
    /// <param name="figures">Entries.</param>
    /// <param name="metric">One of <see cref="MetricName"/>.</param>
    /// <param name="method">Name of the method.</param>
    /// <param name="axis">Axis of the curve.</param>
    public static IReadOnlyList<FigureEntry> Curve(
        this IEnumerable<FigureEntry> figures, string metric, string method, BinAxis axis)
    {
        var bounds = axis.Bins.Select(bin => ((double?)bin.Low, (double?)bin.High)).ToHashSet();
        return [.. figures.Where(entry => entry.Metric == metric && entry.Method == method
            && entry.Variable == axis.Variable && bounds.Contains((entry.Low, entry.High)))];
    }
}
