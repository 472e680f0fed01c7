using Moliere.Validation.Metrics;
using Moliere.Validation.Plots;

namespace Moliere.Cli.Studies.Clusters;

/// <summary>The figures of a judgement, by section of the report, with their colours.</summary>
/// <param name="judgement">What to draw.</param>
/// <param name="label">Text on every figure.</param>
/// <param name="threads">Threads; the figures do not depend on it.</param>
/// <param name="methods">The methods, for their trainings.</param>
internal sealed class ClusterFigures(
    Judgement judgement, string label, int threads, IReadOnlyList<DerivedMethod> methods)
{
    private readonly MethodPalette _methods = new([.. judgement.Methods, .. ComparisonFigures.Names(judgement.Sample)]);
    private readonly MethodPalette _losses = new(TrainingFigures.Curves), _parts = new(SigmaLearning.Curves);
    private readonly Figure? _learning = LearningCurve.Draw(judgement.Learning, label);

    /// <summary>Linearity and resolution against every axis.</summary>
    public IReadOnlyList<Figure> Response => ResponseFigures.All(judgement.Figures, judgement.Axes, Choices);

    /// <summary>Pulls, coverage, calibration of the distribution, both parts, methods against each other.</summary>
    public IReadOnlyList<Figure> Uncertainty =>
    [
        .. ((Figure?[])[DistributionFigures.Pulls(judgement.Sample, Choices), _learning]).OfType<Figure>(),
        .. CalibrationFigures.All(judgement.Sample, Choices, threads),
        .. UncertaintyFigures.All(
            judgement.Figures, [.. judgement.Axes.Where(axis => axis.Variable == "E_dep")], Choices),
        .. ComparisonFigures.All(judgement.Sample, Choices),
    ];

    /// <summary>Where the uncertainty is large.</summary>
    public IReadOnlyList<Figure> Regions =>
        LargeUncertainty.Map(judgement.Clusters, judgement.Sample, label) is { } map ? [map] : [];

    /// <summary>Line shapes in ranges of energy, and the response map of the last method.</summary>
    public IReadOnlyList<Figure> Shapes
    {
        get
        {
            BinAxis energy = judgement.Axes.First(axis => axis.Variable == "E_dep" && !axis.IsRanges);
            (double Low, double High)[] ranges = [(0.3, 1), (1, 5), (5, double.PositiveInfinity)];
            MethodSample? last = judgement.Sample.Methods.LastOrDefault();
            Figure?[] shapes =
            [
                .. ranges.Select(range => DistributionFigures.LineShape(
                    judgement.Sample, energy, new ValueBin(range.Low, range.High), Choices)),
                last is null ? null : DistributionFigures.ResponseMap(judgement.Sample, last, energy, Choices),
            ];
            return [.. shapes.OfType<Figure>()];
        }
    }

    /// <summary>Loss against epoch, one per training.</summary>
    public IReadOnlyList<Figure> Losses { get; } = DerivedMethod.Losses(methods, label);

    /// <summary>All of them.</summary>
    public IReadOnlyList<Figure> All => [.. Response, .. Uncertainty, .. Regions, .. Shapes, .. Losses];

    /// <summary>Colours of one figure.</summary>
    /// <param name="figure">One of <see cref="All"/>.</param>
    public MethodPalette PaletteOf(Figure figure) =>
        figure == _learning ? _parts : Losses.Contains(figure) ? _losses : _methods;

    private FigureChoices Choices => new()
    {
        Methods = judgement.Methods,
        Reference = judgement.Methods.Contains("lcw") ? "lcw" : null,
        Label = label,
    };
}
