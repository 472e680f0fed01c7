using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Jets;

namespace Moliere.Validation.Plots.Jets;

/// <summary>
/// The figures of jets that come from the core of their response: closure, resolution with the published anchors,
/// flavour and pile-up. Medians and quantile widths are drawn by <see cref="ResponseFigures"/>.
/// </summary>
/// <source>Physics notes section 2.7.</source>
public static class JetFigures
{
    private const string Bands = "Bands are 95 % intervals from a bootstrap over events.";
    private const string Estimator = "Estimator: Gaussian core of the response, fitted within 2 of its widths.";
    private const double Window = 0.01, ZoomLow = 0.93, ZoomHigh = 1.07, HighestPileupPt = 300;

    /// <summary>Response and closure against true pT, by region, against detector eta and calibrated pT.</summary>
    /// <param name="figures">Entries of <see cref="JetValidation"/>.</param>
    /// <param name="choices">Methods, label.</param>
    public static IReadOnlyList<Figure> Response(IReadOnlyList<FigureEntry> figures, FigureChoices choices)
    {
        Figure?[] drawn =
        [
            Closure(figures, Curves[0], choices, isZoom: false),
            .. Curves.Append(JetAxes.Calibrated).Select(axis => Closure(figures, axis, choices, isZoom: true)),
        ];
        return [.. drawn.OfType<Figure>()];
    }

    /// <summary>Resolution against the same, with the anchors where the axis is a true pT.</summary>
    /// <param name="figures">Entries of <see cref="JetValidation"/>.</param>
    /// <param name="choices">Methods, reference of the ratio, label.</param>
    public static IReadOnlyList<Figure> Resolution(IReadOnlyList<FigureEntry> figures, FigureChoices choices) =>
        [.. Curves.Select(axis => Resolution(figures, axis, choices)).OfType<Figure>()];

    /// <summary>
    /// Resolution of each method over that of the reference on the same jets; none without a reference.
    /// </summary>
    /// <param name="figures">Entries of <see cref="JetValidation"/>.</param>
    /// <param name="choices">Methods, reference, label.</param>
    public static IReadOnlyList<Figure> Gain(IReadOnlyList<FigureEntry> figures, FigureChoices choices) => Some(
        MetricCurves.Of(
            figures, JetMetric.ResolutionRatio, Curves[0], choices,
            entryOf: method => MethodComparison.NameOf(method, choices.Reference ?? "")) is { } gain ? gain with
            {
                Title = $"Resolution over that of {choices.Reference}",
                Y = new PlotAxis($"σ(r) / ⟨r⟩, ratio to {choices.Reference}") { Low = 0.5, High = 1.6 },
                Guides = [0.9, 1],
                Caption = "Both methods on the same jets: the bands know that they fluctuate together. Dashed: equal, "
                    + $"and 10 % better. {Estimator} {Bands}",
            }
        : null);

    /// <summary>Quark minus gluon response against true pT.</summary>
    /// <param name="figures">Entries of <see cref="JetValidation"/>.</param>
    /// <param name="choices">Methods, label.</param>
    public static IReadOnlyList<Figure> Flavour(IReadOnlyList<FigureEntry> figures, FigureChoices choices) => Some(
        MetricCurves.Of(figures, JetMetric.FlavourDifference, JetAxes.Coarse, choices) is { } flavour ? flavour with
        {
            Title = "Response of quark minus gluon jets",
            Y = new PlotAxis("⟨r⟩_{q} − ⟨r⟩_{g}"),
            Guides = [0],
            Caption = "Gluon jets have more and softer particles, on which the calorimeter reads low; a calibration "
                + $"that knows the jet from inside brings both together, at 0. {Estimator} {Bands}",
        }
        : null);

    /// <summary>Change of pT with the number of vertices and with mu, against true pT.</summary>
    /// <param name="figures">Entries of <see cref="JetValidation"/>.</param>
    /// <param name="choices">Methods, label.</param>
    public static IReadOnlyList<Figure> Pileup(IReadOnlyList<FigureEntry> figures, FigureChoices choices) => Some(
        Slope(figures, choices, JetMetric.VertexSlope, "N_{PV}", "at equal μ: collisions of the same crossing"),
        Slope(figures, choices, JetMetric.MuSlope, "μ", "at equal N_{PV}: mostly crossings before"));

    /// <summary>Ratio of outer to inner quantiles against true pT, with that of a normal law.</summary>
    /// <param name="figures">Entries of <see cref="JetValidation"/>.</param>
    /// <param name="choices">Methods, label.</param>
    public static IReadOnlyList<Figure> Tails(IReadOnlyList<FigureEntry> figures, FigureChoices choices) => Some(
        MetricCurves.Of(figures, JetMetric.TailRatio, Curves[0], choices) is { } tails ? tails with
        {
            Title = "Tails and double peaks of the response",
            Y = new PlotAxis("(Q_{95} − Q_{5}) / (Q_{84} − Q_{16})"),
            Guides = [JetMetric.NormalTailRatio],
            Caption = "A normal law has 1.64 (dashed); two separate peaks lie below, tails above. Where a method "
                + $"departs from the others, look at its line shape. {Bands}",
        }
        : null);

    private static BinAxis[] Curves { get; } = [.. JetAxes.Standard.Where(axis => !axis.IsRanges && !axis.HasSlope)];

    private static Figure[] Some(params Figure?[] figures) => [.. figures.OfType<Figure>()];

    private static Figure? Closure(
        IReadOnlyList<FigureEntry> figures, BinAxis axis, FigureChoices choices, bool isZoom) =>
        MetricCurves.Of(figures, JetMetric.Closure, axis, choices, offset: 1) is { } figure
            ? figure with
            {
                Id = isZoom ? $"{figure.Id}-zoom" : figure.Id,
                Title = isZoom ? "Closure: mean response after calibration" : "Mean response",
                Y = new PlotAxis($"⟨{choices.Ratio}⟩")
                {
                    Low = isZoom ? ZoomLow : null,
                    High = isZoom ? ZoomHigh : null,
                },
                Guides = [1 - Window, 1, 1 + Window],
                Caption = $"Mean of calibrated over true {choices.Quantity}; the dashed lines are 1 and 1 % beside it"
                    + (isZoom ? ", methods outside the frame are not shown" : "") + $". {Estimator} {Bands}"
                    + (axis.Variable == JetAxes.CalibratedPt
                        ? " Bins of the calibrated pT follow the spectrum by migration and need not close." : ""),
            }
            : null;

    private static Figure? Resolution(IReadOnlyList<FigureEntry> figures, BinAxis axis, FigureChoices choices)
    {
        if (MetricCurves.Of(figures, JetMetric.Resolution, axis, choices) is not { } figure)
        {
            return null;
        }

        bool hasAnchors = axis.Variable == JetAxes.CentralPt; // measured for central jets alone
        return figure with
        {
            Title = "Jet energy resolution",
            Y = new PlotAxis("σ(r) / ⟨r⟩") { Low = 0 },
            Layers = hasAnchors ? [.. figure.Layers, JetAnchors.Layer] : figure.Layers,
            Ratio = MetricCurves.Ratio(figure, choices),
            Caption = "Width of the core of calibrated over true transverse momentum over its mean; lower is better. "
                + (hasAnchors ? "Points: measured by ATLAS for central jets, arXiv:2007.02645. " : "")
                + $"{Estimator} {Bands}",
        };
    }

    private static CurveLayer Soft(CurveLayer curve) =>
        curve with { Points = [.. curve.Points.Where(point => point.High <= HighestPileupPt)] };

    private static Figure? Slope(
        IReadOnlyList<FigureEntry> figures, FigureChoices choices, string metric, string variable, string meaning) =>
        MetricCurves.Of(figures, metric, JetAxes.Coarse, choices) is { } figure
            ? figure with
            {
                Title = $"Pile-up left in the calibrated pT, {variable}",
                Y = new PlotAxis($"∂p_{{T}} / ∂{variable} [GeV]"),
                Layers = [.. figure.Layers.OfType<CurveLayer>().Select(Soft)],
                Guides = [0],
                Caption = $"Change of the calibrated pT with {variable} {meaning}. Harder jets, whose fluctuations "
                    + $"hide it, are in the file of metrics only. {Bands}",
            }
            : null;
}
