using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Taus;

namespace Moliere.Validation.Plots.Taus;

/// <summary>
/// Scale and resolution of tau energies against true pT, eta, pile-up and decay mode, with ratios on the same taus.
/// Medians, pulls and coverage are drawn by <see cref="ResponseFigures"/> and <see cref="UncertaintyFigures"/>.
/// </summary>
/// <source>Physics notes section 3.5.</source>
public static class TauFigures
{
    private const string Bands = "Bands are 95 % intervals from a bootstrap over crossings.";
    private const double Window = 0.01, ZoomLow = 0.95, ZoomHigh = 1.05, RatioLow = 0.45, RatioHigh = 1.45;

    /// <summary>Mean response against every axis, whole against pT and enlarged against all.</summary>
    /// <param name="figures">Entries of <see cref="TauValidation"/>.</param>
    /// <param name="choices">Methods, label.</param>
    public static IReadOnlyList<Figure> Scale(IReadOnlyList<FigureEntry> figures, FigureChoices choices) => Some(
    [
        Scale(figures, TauAxes.Momentum, choices, isZoom: false),
        .. Curves.Select(axis => Scale(figures, axis, choices, isZoom: true)),
    ]);

    /// <summary>Half of the central 68 % and 95 % intervals against every axis, over those of the reference.</summary>
    /// <param name="figures">Entries of <see cref="TauValidation"/>.</param>
    /// <param name="choices">Methods, reference of the ratio panel, label.</param>
    public static IReadOnlyList<Figure> Resolution(IReadOnlyList<FigureEntry> figures, FigureChoices choices) => Some(
    [
        .. Curves.Select(axis => Resolution(figures, axis, choices, TauMetric.Resolution68)),
        .. Curves.Select(axis => Resolution(figures, axis, choices, TauMetric.Resolution95)),
    ]);

    /// <summary>
    /// Resolution of later methods over that of each reference on the same taus; none for a reference without pairs.
    /// </summary>
    /// <param name="figures">Entries of <see cref="TauValidation"/>.</param>
    /// <param name="references">The references that the figures were made with.</param>
    /// <param name="choices">Methods, label.</param>
    public static IReadOnlyList<Figure> Gain(
        IReadOnlyList<FigureEntry> figures, IEnumerable<string> references, FigureChoices choices) =>
        Some([.. references.Select(reference => Gain(figures, reference, choices))]);

    /// <summary>Tails and double peaks against pT.</summary>
    /// <param name="figures">Entries of <see cref="TauValidation"/>.</param>
    /// <param name="choices">Methods, label.</param>
    public static IReadOnlyList<Figure> Tails(IReadOnlyList<FigureEntry> figures, FigureChoices choices) => Some(
    [
        MetricCurves.Of(figures, TauMetric.TailRatio, TauAxes.Momentum, choices) is { } tails ? tails with
        {
            Title = "Tails and double peaks of the response",
            Y = new PlotAxis("(Q_{95} − Q_{5}) / (Q_{84} − Q_{16})"),
            Guides = [NormalTailRatio],
            Caption = "A normal law has 1.64 (dashed); two separate peaks lie below, tails above. A well measured core "
                + $"beside taus whose neutral pions were lost gives tails. {Bands}",
        }
        : null,
    ]);

    private const double Wanted = 0.9; // of a network over the combined scale, physics notes section 3.5

    private const double NormalTailRatio = 1.6448536269514722; // quantile 0.95 of the normal law

    private static IEnumerable<BinAxis> Curves => TauAxes.Standard.Where(axis => !axis.IsRanges);

    private static Figure[] Some(params Figure?[] figures) => [.. figures.OfType<Figure>()];

    private static Figure? Scale(
        IReadOnlyList<FigureEntry> figures, BinAxis axis, FigureChoices choices, bool isZoom) =>
        MetricCurves.Of(figures, TauMetric.Scale, axis, choices, offset: 1) is { } figure ? figure with
        {
            Id = isZoom ? $"{figure.Id}-zoom" : figure.Id,
            Title = isZoom ? "Scale: mean response after calibration" : "Mean response",
            Y = new PlotAxis($"⟨{choices.Ratio}⟩")
            {
                Low = isZoom ? ZoomLow : null,
                High = isZoom ? ZoomHigh : null,
            },
            Guides = [1 - Window, 1, 1 + Window],
            Caption = $"Mean of calibrated over true {choices.Quantity}, tails included; the dashed lines are 1 and "
                + $"1 % beside it{(isZoom ? ", methods outside the frame are not shown" : "")}. Bins are those of the "
                + $"truth, so migration in the spectrum is part of what a method has to get right. {Bands}",
        }
        : null;

    private static Figure? Resolution(
        IReadOnlyList<FigureEntry> figures, BinAxis axis, FigureChoices choices, string metric)
    {
        (string percent, string quantiles) = metric == TauMetric.Resolution68
            ? ("68", "(Q_{84} − Q_{16}) / 2") : ("95", "(Q_{97.5} − Q_{2.5}) / 2");
        return MetricCurves.Of(figures, metric, axis, choices) is { } figure ? figure with
        {
            Title = $"Resolution at {percent} %",
            Y = new PlotAxis($"{quantiles} of {choices.Ratio}") { Low = 0 },
            Ratio = MetricCurves.Ratio(figure, choices) is { } ratio
                ? ratio with { Axis = ratio.Axis with { Low = RatioLow, High = RatioHigh } } : null,
            Caption = $"Half of the central {percent} % interval of calibrated over true {choices.Quantity}, not "
                + "divided by the median: a method whose scale is low looks better than it is, so read it beside the "
                + $"scale. Ratios outside the lower panel are not shown. {Bands}",
        }
        : null;
    }

    private static Figure? Gain(IReadOnlyList<FigureEntry> figures, string reference, FigureChoices choices) =>
        MetricCurves.Of(
            figures, TauMetric.Resolution68Ratio, TauAxes.Momentum, choices,
            entryOf: method => MethodComparison.NameOf(method, reference)) is { } gain ? gain with
            {
                Id = $"{gain.Id}-{reference}",
                Title = $"Resolution over that of {reference}",
                Y = new PlotAxis($"resolution at 68 %, ratio to {reference}"),
                Guides = IsFar(gain) ? [Wanted, 1] : [1],
                Caption = "Both methods on the same taus: the bands know that they fluctuate together. Dashed: equal"
                    + $"{(IsFar(gain) ? ", and 10 % better" : "")}. {Bands}",
            }
        : null;

    // A guide far from all curves would only flatten them.
    private static bool IsFar(Figure gain) =>
        gain.Layers.OfType<CurveLayer>().Any(curve => curve.Points.Any(point => point.Value < Wanted + 0.05));
}
