using Moliere.Validation.Metrics;

namespace Moliere.Validation.Plots;

/// <summary>Turns the flat list of figures into curves: one drawing per metric and axis.</summary>
public static class ResponseFigures
{
    private const string Bands =
        "Bands are 95 % intervals from a bootstrap over events; bins with too few entries are left out.";

    /// <summary>Median and mode of the response, resolution, pulls against every axis that is a curve; then the
    /// calibration of the predicted spread.</summary>
    /// <param name="figures">Entries of <see cref="ResponseValidation"/>.</param>
    /// <param name="axes">The axes they were made with.</param>
    /// <param name="choices">Methods, reference, label.</param>
    public static IReadOnlyList<Figure> All(
        IReadOnlyList<FigureEntry> figures, IReadOnlyList<BinAxis> axes, FigureChoices choices)
    {
        var drawn = new List<Figure?>();
        foreach (BinAxis axis in axes.Where(axis => !axis.IsRanges))
        {
            drawn.Add(Response(figures, axis, choices, MetricName.LinearityMedian, "median"));
            drawn.Add(Response(figures, axis, choices, MetricName.LinearityMode, "mode"));
            drawn.Add(Resolution(figures, axis, choices));
            drawn.Add(Pull(figures, axis, choices));
        }

        drawn.Add(Spread(figures, choices));
        return [.. drawn.OfType<Figure>()];
    }

    private static Figure? Response(
        IReadOnlyList<FigureEntry> figures, BinAxis axis, FigureChoices choices, string metric, string word) =>
        Make(Layers(figures, axis, choices, metric, offset: 1), axis, choices, metric) is { } figure
            ? figure with
            {
                Title = $"Linearity: {word} of the response",
                Y = new PlotAxis($"{word} of {choices.Ratio}"),
                Guides = [1],
                Caption = $"The {word} of calibrated over true {choices.Quantity}; a perfect method lies on 1. {Bands}",
            }
            : null;

    private static Figure? Resolution(IReadOnlyList<FigureEntry> figures, BinAxis axis, FigureChoices choices) =>
        Make(Layers(figures, axis, choices, MetricName.Resolution), axis, choices, MetricName.Resolution) is { } figure
            ? figure with
            {
                Title = "Local relative resolution",
                Y = new PlotAxis("(Q_{84} − Q_{16}) / 2 Q_{50}") { Low = 0 },
                Caption = $"Half of the central 68 % interval of calibrated over true {choices.Quantity}, over its "
                    + $"median; lower is better. {Bands}",
            }
            : null;

    private static Figure? Pull(IReadOnlyList<FigureEntry> figures, BinAxis axis, FigureChoices choices) =>
        Make(Layers(figures, axis, choices, MetricName.PullWidth), axis, choices, MetricName.PullWidth) is { } figure
            ? figure with
            {
                Title = "Core width of the pulls",
                Y = new PlotAxis("core width of (R_{pred} − R) / σ"),
                Ratio = null,
                Guides = [1],
                Caption =
                    "1 means that the predicted uncertainty is right, above 1 too small, below 1 too large. " + Bands,
            }
            : null;

    private static Figure? Spread(IReadOnlyList<FigureEntry> figures, FigureChoices choices)
    {
        FigureLayer[] layers = [.. choices.Methods.Select(method => (FigureLayer)new CurveLayer(method, [.. figures
            .Where(entry => entry.Variable == MetricName.PredictedSpread && entry.Method == method
                && entry.Metric == MetricName.SpreadRatio)
            .Select(entry => Point(entry, 0))])).Where(HasValues)];
        return layers.Length == 0 ? null : new Figure
        {
            Id = $"{MetricName.SpreadRatio}-{MetricName.PredictedSpread}",
            Title = "Calibration of the predicted spread",
            X = new PlotAxis("predicted σ of R") { IsLogarithmic = true },
            Y = new PlotAxis("observed / predicted spread"),
            Layers = layers,
            Guides = [1],
            Label = choices.Label,
            Caption = "Observed core width of predicted minus true response over the mean predicted uncertainty, in "
                + $"equally filled bins of the predicted uncertainty; 1 is right everywhere. {Bands}",
        };
    }

    private static Figure? Make(FigureLayer[] layers, BinAxis axis, FigureChoices choices, string metric)
    {
        bool hasRatio = choices.Reference is not null && layers.Length > 1
            && layers.Any(layer => layer.Method == choices.Reference);
        return layers.Length == 0 ? null : new Figure
        {
            Id = $"{metric}-{axis.Variable}",
            Title = metric,
            X = PlotAxis.Of(axis),
            Y = new PlotAxis(metric),
            Layers = layers,
            Label = choices.Label,
            Ratio = hasRatio ? new RatioPanel(choices.Reference!, new PlotAxis($"ratio to {choices.Reference}")) : null,
        };
    }

    private static FigureLayer[] Layers(
        IReadOnlyList<FigureEntry> figures, BinAxis axis, FigureChoices choices, string metric, double offset = 0) =>
        [.. choices.Methods
            .Select(method => (FigureLayer)new CurveLayer(
                method, [.. figures.Curve(metric, method, axis).Select(entry => Point(entry, offset))]))
            .Where(HasValues)];

    private static CurvePoint Point(FigureEntry entry, double offset) =>
        new(
            entry.Low ?? double.NegativeInfinity,
            entry.High ?? double.PositiveInfinity,
            entry.Value + offset,
            entry.Error,
            entry.Entries);

    private static bool HasValues(FigureLayer layer) =>
        layer is CurveLayer curve && curve.Points.Any(point => point.Value is not null);
}
