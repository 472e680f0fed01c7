using Moliere.Validation.Metrics;

namespace Moliere.Validation.Plots;

/// <summary>Curves of one metric of all methods along an axis, as the frame of a figure.</summary>
internal static class MetricCurves
{
    /// <summary>The figure without words; null where no method has a value.</summary>
    /// <param name="figures">Entries.</param>
    /// <param name="metric">What is drawn.</param>
    /// <param name="axis">Along what.</param>
    /// <param name="choices">Methods, label.</param>
    /// <param name="offset">Added to every value.</param>
    /// <param name="entryOf">Method of the entries of a curve; null where it is that of the curve.</param>
    public static Figure? Of(
        IReadOnlyList<FigureEntry> figures, string metric, BinAxis axis, FigureChoices choices, double offset = 0,
        Func<string, string>? entryOf = null)
    {
        CurveLayer[] layers = [.. choices.Methods
            .Select(method => new CurveLayer(
                method,
                [.. figures.Curve(metric, entryOf?.Invoke(method) ?? method, axis)
                    .Select(entry => Point(entry, offset))]))
            .Where(layer => layer.Points.Any(point => point.Value is not null))];
        return layers.Length == 0 ? null : new()
        {
            Id = $"{metric}-{axis.Variable}",
            Title = metric,
            X = PlotAxis.Of(axis),
            Y = new PlotAxis(metric),
            Layers = layers,
            Label = choices.Label,
        };
    }

    /// <summary>The panel of ratios; null without the reference or anything to divide.</summary>
    /// <param name="figure">Its curves.</param>
    /// <param name="choices">The reference.</param>
    public static RatioPanel? Ratio(Figure figure, FigureChoices choices) =>
        choices.Reference is { } reference && figure.Layers.Count > 1
        && figure.Layers.Any(layer => layer.Method == reference)
            ? new RatioPanel(reference, new PlotAxis($"ratio to {reference}"))
            : null;

    private static CurvePoint Point(FigureEntry entry, double offset) => new(
        entry.Low ?? double.NegativeInfinity, entry.High ?? double.PositiveInfinity, entry.Value + offset, entry.Error,
        entry.Entries);
}
