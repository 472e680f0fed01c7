namespace Moliere.Validation.Plots;

/// <summary>Chooses the ends of an axis that follow the data.</summary>
internal static class AxisRange
{
    /// <summary>Ends of the horizontal axis: the outermost edges that hold something.</summary>
    public static (double Low, double High) Horizontal(Figure figure)
    {
        if (figure.X.Names is { } names)
        {
            return (0, names.Count);
        }

        double[] edges = [.. figure.Layers.SelectMany(Edges).Where(edge => CanShow(figure.X, edge))];
        double low = figure.X.Low ?? (edges.Length > 0 ? edges.Min() : 1);
        double high = figure.X.High ?? (edges.Length > 0 ? edges.Max() : 10);
        return high > low ? (low, high) : (low, figure.X.IsLogarithmic ? 10 * low : low + 1);
    }

    /// <summary>Ends of a vertical axis: all values with room for their errors, 6 % of air.</summary>
    /// <param name="axis">The axis, whose own ends win.</param>
    /// <param name="layers">What is drawn in the panel.</param>
    /// <param name="guides">Lines that have to be visible.</param>
    public static (double Low, double High) Vertical(
        PlotAxis axis, IEnumerable<FigureLayer> layers, IReadOnlyList<double> guides)
    {
        if (axis.Names is { } names)
        {
            return (0, names.Count);
        }

        double[] values = [.. layers.SelectMany(Heights).Concat(guides).Where(value => CanShow(axis, value))];
        double low = values.Length > 0 ? values.Min() : 1, high = values.Length > 0 ? values.Max() : 10;
        if (axis.IsLogarithmic)
        {
            double air = Math.Max(Math.Pow(high / low, 0.06), 1.05);
            return (axis.Low ?? (low / air), axis.High ?? (high * air));
        }

        if (layers.Any(layer => layer is HeatLayer))
        {
            return (axis.Low ?? low, axis.High ?? high);
        }

        double margin = Math.Max(0.06 * (high - low), 1e-3 * Math.Max(Math.Abs(high), 1e-3));
        double start =
            axis.Low ?? (low >= 0 && low - margin < 0 ? 0 : low - margin), end = axis.High ?? (high + margin);
        return end > start ? (start, end) : (start, start + 1);
    }

    private static bool CanShow(PlotAxis axis, double value) =>
        double.IsFinite(value) && (!axis.IsLogarithmic || value > 0);

    private static IEnumerable<double> Edges(FigureLayer layer) => layer switch
    {
        CurveLayer curve => curve.Points.Where(point => point.Value is not null)
            .SelectMany(point => new[] { point.Low, point.High }),
        HistogramLayer histogram => histogram.Edges,
        HeatLayer heat => heat.XEdges,
        BarLayer bars => Lengths(bars),
        _ => [],
    };

    // Zero, where bars begin, and 4 % of air beyond the longest.
    private static IEnumerable<double> Lengths(BarLayer layer) => layer.Bars
        .Where(bar => bar.Value is not null)
        .SelectMany(bar => new[] { bar.Value!.Value - (bar.Error ?? 0), bar.Value.Value + (bar.Error ?? 0) })
        .Select(end => 1.04 * end).Append(0);

    private static IEnumerable<double> Heights(FigureLayer layer) => layer switch
    {
        CurveLayer curve => Heights(curve),
        HistogramLayer histogram => histogram.Contents.Append(0),
        HeatLayer heat => heat.YEdges,
        BarLayer bars => bars.Bars.SelectMany(bar => new[] { bar.Low, bar.High }),
        _ => [],
    };

    // An error counts up to a third of the spread of the values: one bin with few rows must not flatten the figure.
    private static IEnumerable<double> Heights(CurveLayer curve)
    {
        double[] values = [.. curve.Points.Where(point => point.Value is not null).Select(point => point.Value!.Value)];
        double cap = values.Length > 1 ? (values.Max() - values.Min()) / 3 : double.PositiveInfinity;
        return curve.Points.Where(point => point.Value is not null).SelectMany(point =>
        {
            double error = Math.Min(point.Error ?? 0, cap);
            return new[] { point.Value!.Value - error, point.Value.Value + error };
        });
    }
}
