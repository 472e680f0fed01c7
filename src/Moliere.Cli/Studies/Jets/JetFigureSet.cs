using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Jets;
using Moliere.Validation.Plots;
using Moliere.Validation.Plots.Jets;

namespace Moliere.Cli.Studies.Jets;

/// <summary>The figures of a judgement, by section of the report, with their colours.</summary>
/// <param name="judgement">What to draw.</param>
/// <param name="label">Text on every figure.</param>
/// <param name="threads">Threads; the figures do not depend on it.</param>
/// <param name="methods">The methods, for their trainings.</param>
internal sealed class JetFigureSet(
    StudyJudgement judgement, string label, int threads, IReadOnlyList<DerivedMethod> methods)
{
    private static readonly (double Low, double High)[] s_shapes = [(30, 50), (50, 130), (300, 750)];

    private readonly MethodPalette _methods =
        new([.. judgement.Methods, JetAnchors.Name, .. ComparisonFigures.Names(judgement.Sample)]);

    private readonly MethodPalette _losses = new(TrainingFigures.Curves);

    /// <summary>Mean response by the Gaussian core.</summary>
    public IReadOnlyList<Figure> Closure { get; } = JetFigures.Response(judgement.Figures, ChoicesOf(judgement, label));

    /// <summary>Resolution by the Gaussian core, with the anchors.</summary>
    public IReadOnlyList<Figure> Resolution { get; } =
    [
        .. JetFigures.Resolution(judgement.Figures, ChoicesOf(judgement, label)),
        .. JetFigures.Gain(judgement.Figures, ChoicesOf(judgement, label)),
    ];

    /// <summary>Medians, modes and quantile widths, which ask nothing of the shape.</summary>
    public IReadOnlyList<Figure> Quantiles { get; } =
    [
        .. ResponseFigures.All(
            judgement.Figures, [.. judgement.Axes.Where(axis => axis.Variable == JetAxes.TruePt || axis.HasSlope)],
            ChoicesOf(judgement, label)),
        .. JetFigures.Tails(judgement.Figures, ChoicesOf(judgement, label)),
    ];

    /// <summary>Quarks against gluons.</summary>
    public IReadOnlyList<Figure> Flavour { get; } = JetFigures.Flavour(judgement.Figures, ChoicesOf(judgement, label));

    /// <summary>What pile-up is left.</summary>
    public IReadOnlyList<Figure> Pileup { get; } = JetFigures.Pileup(judgement.Figures, ChoicesOf(judgement, label));

    /// <summary>Pulls, coverage, calibration of the distribution; empty without such methods.</summary>
    public IReadOnlyList<Figure> Uncertainty { get; } = UncertaintyResult.Figures(
        judgement, ChoicesOf(judgement, label), [.. judgement.Axes.Where(axis => axis.Variable == JetAxes.TruePt)],
        threads);

    /// <summary>Line shapes at low, medium and high momentum, and the response map of the last method.</summary>
    public IReadOnlyList<Figure> Shapes { get; } = ShapesOf(judgement, ChoicesOf(judgement, label));

    /// <summary>Loss against epoch, one per training.</summary>
    public IReadOnlyList<Figure> Losses { get; } = DerivedMethod.Losses(methods, label);

    /// <summary>All of them with their colours.</summary>
    public IReadOnlyList<(Figure Figure, MethodPalette Palette)> All =>
    [
        .. ((IReadOnlyList<Figure>[])[Closure, Resolution, Quantiles, Flavour, Pileup, Uncertainty, Shapes])
            .SelectMany(figures => figures).Select(figure => (figure, _methods)),
        .. Losses.Select(figure => (figure, _losses)),
    ];

    private static FigureChoices ChoicesOf(StudyJudgement judgement, string label) => new()
    {
        Methods = judgement.Methods,
        Reference = judgement.Methods.Contains(JetJudgement.Reference) ? JetJudgement.Reference : null,
        Quantity = "transverse momentum",
        Symbol = "p_{T}",
        Label = label,
    };

    private static Figure[] ShapesOf(StudyJudgement judgement, FigureChoices choices)
    {
        BinAxis axis = judgement.Axes.First(a => a.Variable == JetAxes.TruePt && !a.IsRanges);
        IEnumerable<Figure> shapes = s_shapes.Select(range => DistributionFigures.LineShape(
            judgement.Sample, axis, new ValueBin(range.Low, range.High), choices));
        MethodSample last = judgement.Sample.Methods[^1];
        return [.. shapes, DistributionFigures.ResponseMap(judgement.Sample, last, axis, choices)];
    }
}
