using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Dijets;

namespace Moliere.Validation.Plots.Dijets;

/// <summary>Drawings of dijet balance: resolution, signs of a collapse, distributions of the asymmetry.</summary>
/// <source>Physics notes sections 2.4 and 2.5.</source>
public static class BalanceFigures
{
    private const string Bands = "Bands are 95 % intervals from a bootstrap over events.";
    private const int ShapeBins = 40;
    private const double ShapeReach = 0.5; // asymmetries shown; the veto on third jets leaves few beyond

    /// <summary>Asymmetry and resolution, measured in three ways and true, against an axis.</summary>
    /// <param name="figures">Entries of <see cref="BalanceValidation"/>.</param>
    /// <param name="axis">Axis they were made with.</param>
    /// <param name="choices">Methods and label.</param>
    public static IReadOnlyList<Figure> Resolution(
        IReadOnlyList<FigureEntry> figures, BinAxis axis, FigureChoices choices) =>
    [
        .. new[]
        {
            Curve(figures, axis, choices, BalanceMetric.AsymmetryWidth, "Width of the asymmetry", "σ_{A}",
                "Half of the central 68 % interval of A; radiation and detector together."),
            Curve(figures, axis, choices, BalanceMetric.ConvolvedResolution, "Resolution measured in situ",
                "σ(p_{T}) / p_{T}",
                "Width of the Gaussian that turns the truth asymmetry into the measured one, over √2."),
            Curve(figures, axis, choices, BalanceMetric.QuadratureResolution, "Resolution, truth subtracted",
                "σ(p_{T}) / p_{T}", "Gaussian core of A minus that of the truth asymmetry in quadrature, / √2."),
            Curve(figures, axis, choices, BalanceMetric.RawResolution, "σ_{A} / √2", "σ_{A} / √2",
                "Gaussian core of A over √2: what it would be without radiation."),
            Curve(figures, axis, choices, BalanceMetric.TrueResolution, "True resolution",
                "(Q_{84} − Q_{16}) / 2 Q_{50}", "Of calibrated over true momentum of both jets."),
        }.OfType<Figure>(),
    ];

    /// <summary>Width of shuffled pairs, mean and slope against an axis.</summary>
    /// <param name="figures">Entries of <see cref="BalanceValidation"/>.</param>
    /// <param name="axis">Axis they were made with.</param>
    /// <param name="choices">Methods and label.</param>
    public static IReadOnlyList<Figure> Health(
        IReadOnlyList<FigureEntry> figures, BinAxis axis, FigureChoices choices) =>
    [
        .. new[]
        {
            Curve(figures, axis, choices, BalanceMetric.ShuffledWidth, "Shuffled pairs", "σ_{A} of shuffled pairs",
                "Jets of different events of a bin; a collapse narrows it like A itself."),
            Curve(figures, axis, choices, BalanceMetric.MeanShift, "Mean momentum",
                "⟨p_{T}⟩ / ⟨p_{T}^{initial}⟩ − 1",
                "The scale that tuning has to leave where it was.", 0),
            Curve(figures, axis, choices, BalanceMetric.InBinSlope, "Slope inside bins",
                "d ln p_{T} / d ln p_{T}^{initial}", "0 where all jets of a bin get the same momentum.", 1),
        }.OfType<Figure>(),
    ];

    /// <summary>Distributions of A of all methods and of jets of particles.</summary>
    /// <param name="sample">The dijets.</param>
    /// <param name="shapes">Truth asymmetry, drawn as a guide.</param>
    /// <param name="choices">Methods and label.</param>
    public static Figure Asymmetry(BalanceSample sample, TruthShapes shapes, FigureChoices choices)
    {
        double[] edges = [.. Enumerable.Range(0, ShapeBins + 1)
            .Select(i => ShapeReach * ((2.0 * i / ShapeBins) - 1))];
        float[] weights = sample.WeightsOrOnes();
        var layers = sample.Methods.Select(method =>
            (FigureLayer)new HistogramLayer(method.Name, edges, Density(method.Jets, weights, edges))).ToList();
        if (shapes.Find(null) is { } truth)
        {
            layers.Add(new CurveLayer("jets of particles", [.. edges.Zip(edges.Skip(1), (low, high) => new CurvePoint(
                low, high, truth.Shape.Density(0.5 * (low + high)), null))]));
        }

        return new()
        {
            Id = "asymmetry",
            Title = "Asymmetry of dijets",
            X = new PlotAxis("A"),
            Y = new PlotAxis("density") { Low = 0 },
            Label = choices.Label,
            Layers = layers,
            Caption = "The line is the fitted asymmetry of jets of particles in simulation: what radiation alone does.",
        };
    }

    private static double[] Density(BalancePair jets, float[] weights, double[] edges)
    {
        var density = new double[edges.Length - 1];
        double total = 0, width = edges[1] - edges[0];
        for (int row = 0; row < weights.Length; row++)
        {
            float asymmetry = jets.Asymmetry(row);
            total += float.IsFinite(asymmetry) ? weights[row] : 0;
            int bin = float.IsFinite(asymmetry) ? (int)Math.Floor((asymmetry - edges[0]) / width) : -1;
            if (bin >= 0 && bin < density.Length)
            {
                density[bin] += weights[row] / width;
            }
        }

        return Array.ConvertAll(density, sum => sum / total);
    }

    private static Figure? Curve(
        IReadOnlyList<FigureEntry> figures, BinAxis axis, FigureChoices choices, string metric, string title,
        string quantity, string meaning, double? guide = null)
    {
        CurveLayer[] layers = [.. choices.Methods
            .Select(method => new CurveLayer(method, [.. figures.Curve(metric, method, axis).Select(Point)]))
            .Where(layer => layer.Points.Any(point => point.Value is not null))];
        return layers.Length == 0 ? null : new Figure
        {
            Id = $"{metric}-{axis.Variable}",
            Title = title,
            X = PlotAxis.Of(axis),
            Y = new PlotAxis(quantity),
            Layers = layers,
            Guides = guide is { } line ? [line] : [],
            Label = choices.Label,
            Caption = $"{meaning} {Bands}",
        };
    }

    private static CurvePoint Point(FigureEntry entry) =>
        new(entry.Low ?? 0, entry.High ?? 0, entry.Value, entry.Error, entry.Entries);
}
