using Moliere.Validation.Metrics;

namespace Moliere.Validation.Plots;

/// <summary>Curves of the predicted uncertainty: its coverage, its two parts, and how they shrink with data.</summary>
/// <source>Physics notes, sections 1.5 and 1.7.</source>
public static class UncertaintyFigures
{
    private const string Bands = "Bands are 95 % intervals from a bootstrap over events.";
    private const string Parts = "The statistical part says what more training would still change, the systematic part "
        + "what remains: the spread of the response itself and what the method cannot express.";

    /// <summary>
    /// Coverage and both parts of the uncertainty against every axis that is a curve, then both parts against the
    /// predicted response; empty without methods with uncertainty.
    /// </summary>
    /// <param name="figures">Entries of <see cref="ResponseValidation"/>.</param>
    /// <param name="axes">The axes to draw; those with named ranges are skipped.</param>
    /// <param name="choices">Methods and label.</param>
    public static IReadOnlyList<Figure> All(
        IReadOnlyList<FigureEntry> figures, IReadOnlyList<BinAxis> axes, FigureChoices choices)
    {
        var drawn = new List<Figure?>();
        foreach (BinAxis axis in axes.Where(axis => !axis.IsRanges))
        {
            drawn.Add(Coverage(figures, axis, choices, MetricName.Coverage68, 0.6827));
            drawn.Add(Coverage(figures, axis, choices, MetricName.Coverage95, 0.95));
            drawn.Add(Part(figures, axis, choices, MetricName.SigmaStat, "Statistical", "σ_{stat} / R_{pred}"));
            drawn.Add(Part(figures, axis, choices, MetricName.SigmaSyst, "Systematic", "σ_{syst} / R_{pred}"));
        }

        BinAxis response = new() { Variable = MetricName.PredictedResponse, Title = "R_{pred}", Bins = [] };
        drawn.Add(Part(figures, response, choices, MetricName.SigmaStat, "Statistical", "σ_{stat} / R_{pred}"));
        drawn.Add(Part(figures, response, choices, MetricName.SigmaSyst, "Systematic", "σ_{syst} / R_{pred}"));
        return [.. drawn.OfType<Figure>()];
    }

    private static Figure? Coverage(
        IReadOnlyList<FigureEntry> figures, BinAxis axis, FigureChoices choices, string metric, double nominal)
    {
        FigureLayer[] layers = Layers(figures, axis, choices, metric);
        string percent = NumberText.Reader(100 * nominal);
        return layers.Length == 0 ? null : Frame(axis, choices, metric) with
        {
            Title = $"Coverage of the central {percent} % interval",
            Y = new PlotAxis("observed coverage"),
            Layers = layers,
            Guides = [nominal],
            Caption = $"Share of rows whose true response lies in the central {percent} % interval of the predicted "
                + $"distribution; below the dashed line the uncertainty is too small, above too large. {Bands}",
        };
    }

    // A method without a statistical part has zeros, which are no curve.
    private static Figure? Part(
        IReadOnlyList<FigureEntry> figures, BinAxis axis, FigureChoices choices, string metric, string word,
        string quantity)
    {
        FigureLayer[] layers = [.. Layers(figures, axis, choices, metric)
            .Where(layer => layer is CurveLayer curve && curve.Points.Any(point => point.Value > 0))];
        return layers.Length == 0 ? null : Frame(axis, choices, metric) with
        {
            Title = $"{word} part of the uncertainty",
            Y = new PlotAxis($"median of {quantity}") { IsLogarithmic = true },
            Layers = layers,
            Caption = $"Median over the rows of a bin. {Parts} {Bands}",
        };
    }

    private static Figure Frame(BinAxis axis, FigureChoices choices, string metric) => new()
    {
        Id = $"{metric}-{axis.Variable}",
        Title = metric,
        X = PlotAxis.Of(axis),
        Y = new PlotAxis(metric),
        Layers = [],
        Label = choices.Label,
    };

    private static FigureLayer[] Layers(
        IReadOnlyList<FigureEntry> figures, BinAxis axis, FigureChoices choices, string metric) =>
        [.. choices.Methods
            .Select(method => new CurveLayer(method, [.. Entries(figures, axis, metric, method).Select(Point)]))
            .Where(curve => curve.Points.Any(point => point.Value is not null))];

    // Bins that follow a method's own predictions are not listed in the axis.
    private static IEnumerable<FigureEntry> Entries(
        IReadOnlyList<FigureEntry> figures, BinAxis axis, string metric, string method) =>
        axis.Bins.Count > 0
            ? figures.Curve(metric, method, axis)
            : figures.Where(entry =>
                entry.Metric == metric && entry.Method == method && entry.Variable == axis.Variable);

    private static CurvePoint Point(FigureEntry entry) => new(
        entry.Low ?? double.NegativeInfinity, entry.High ?? double.PositiveInfinity, entry.Value, entry.Error,
        entry.Entries);
}
