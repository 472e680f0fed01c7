using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Taus;

namespace Moliere.Validation.Plots.Taus;

/// <summary>
/// What a cut on the predicted sigma wins: resolution and purity against the share of taus kept, halves of the sample
/// against pT, line shapes of classes.
/// </summary>
/// <source>Physics notes sections 3.3 and 3.5.</source>
public static class TauClassFigures
{
    /// <summary>Names of the classes that <see cref="Shapes"/> draws as layers, in the order of legends; a palette of
    /// them gives each its colour.</summary>
    public static IReadOnlyList<string> Layers { get; } =
        ["all", "best-quarter", "second-quarter", "third-quarter", "worst-quarter", "passing", "failing"];

    private const string Bands = "Bands are 95 % intervals from a bootstrap over crossings.";
    private const string Selection = "Taus are kept in the order of the σ_{tot} / R_{pred} that the method itself "
        + "gives them";

    /// <summary>Resolution and purity of the best taus against their share; none without sigma.</summary>
    /// <param name="figures">Entries of <see cref="TauValidation"/>.</param>
    /// <param name="choices">Methods, label.</param>
    public static IReadOnlyList<Figure> Efficiency(IReadOnlyList<FigureEntry> figures, FigureChoices choices)
    {
        Figure?[] drawn =
        [
            Kept(figures, TauMetric.Resolution68, choices) is { } inner ? inner with
            {
                Title = "Resolution of the taus that are kept",
                Y = new PlotAxis("resolution at 68 %") { Low = 0 },
                Caption = $"{Selection}, at 1 all of them. {Bands}",
            }
            : null,
            Kept(figures, TauMetric.Resolution95, choices) is { } outer ? outer with
            {
                Title = "Tails of the taus that are kept",
                Y = new PlotAxis("resolution at 95 %") { Low = 0 },
                Caption = $"{Selection}, at 1 all of them. {Bands}",
            }
            : null,
            Kept(figures, TauMetric.Within20, choices) is { } purity ? purity with
            {
                Title = "Purity of the taus that are kept",
                Y = new PlotAxis("share within 20 % of the truth"),
                Caption = $"{Selection}; share of them whose calibrated pT is within 20 % of the true one. {Bands}",
            }
            : null,
        ];
        return [.. drawn.OfType<Figure>()];
    }

    /// <summary>Better half over worse half against true pT, with cuts of the whole sample and of each bin.</summary>
    /// <param name="figures">Entries of <see cref="TauValidation"/>.</param>
    /// <param name="choices">Methods, label.</param>
    public static IReadOnlyList<Figure> Halves(IReadOnlyList<FigureEntry> figures, FigureChoices choices)
    {
        Figure?[] drawn =
        [
            Half(figures, TauMetric.HalfRatio, choices, "one cut for all",
                "The halves are those of the whole sample, so bins at low pT hold mostly worse taus."),
            Half(figures, TauMetric.HalfRatioFixedPt, choices, "a cut for each bin",
                "The halves are those of each bin: this is what sigma knows beyond pT."),
        ];
        return [.. drawn.OfType<Figure>()];
    }

    /// <summary>
    /// Line shapes of the quarters of a method's sigma, with linear and logarithmic height, and of the literal cut
    /// where the sample has its column.
    /// </summary>
    /// <param name="sample">Taus and methods.</param>
    /// <param name="method">A method with uncertainty.</param>
    /// <param name="choices">Label, symbol.</param>
    public static IReadOnlyList<Figure> Shapes(ValidationSample sample, MethodSample method, FigureChoices choices)
    {
        float[] rank = SigmaRanks.Of(sample, method);
        (string, Func<int, bool>)[] quarters =
        [
            (Layers[0], row => float.IsFinite(rank[row])),
            .. Enumerable.Range(0, 4).Select(i => (Layers[i + 1], (Func<int, bool>)(row =>
                rank[row] >= 0.25f * i && rank[row] < 0.25f * (i + 1)))),
        ];
        string title = $"{method.Name}, quarters of its σ / R_{{pred}}";
        var shapes = new TauShapes(sample, choices);
        List<Figure> drawn = [.. shapes.Both($"classes-{method.Name}", title, method, quarters)];
        if (sample.Variables.TryGetValue(TauAxes.StandardisedRatio, out float[]? ratio))
        {
            drawn.AddRange(shapes.Both(
                $"literal-{method.Name}", $"{method.Name}, |σ / μ| < 1 in standardised space", method,
                [(Layers[0], _ => true), (Layers[5], row => Math.Abs(ratio[row]) < 1),
                    (Layers[6], row => Math.Abs(ratio[row]) >= 1)]));
        }

        return drawn;
    }

    private static Figure? Kept(IReadOnlyList<FigureEntry> figures, string metric, FigureChoices choices)
    {
        CurveLayer[] layers = [.. choices.Methods
            .Select(method => new CurveLayer(
                method,
                [.. figures.Curve(metric, method, TauAxes.Efficiency).Select(entry => new CurvePoint(
                    entry.High!.Value, entry.High.Value, entry.Value, entry.Error, entry.Entries))]))
            .Where(layer => layer.Points.Any(point => point.Value is not null))];
        return layers.Length == 0 ? null : new()
        {
            Id = $"{metric}-efficiency",
            Title = metric,
            X = PlotAxis.Of(TauAxes.Efficiency) with { Low = 0, High = 1.02 },
            Y = new PlotAxis(metric),
            Layers = layers,
            Label = choices.Label,
        };
    }

    private static Figure? Half(
        IReadOnlyList<FigureEntry> figures, string metric, FigureChoices choices, string words, string caution) =>
        MetricCurves.Of(figures, metric, TauAxes.Momentum, choices) is { } figure ? figure with
        {
            Title = $"Better over worse half in σ, {words}",
            Y = new PlotAxis("ratio of resolutions at 68 %") { Low = 0 },
            Guides = [0.75, 1],
            Caption = "Resolution of the taus with the smaller σ_{tot} / R_{pred} over that of the others; dashed: no "
                + $"difference, and a quarter narrower. {caution} {Bands}",
        }
        : null;
}
