using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Taus;
using Moliere.Validation.Plots;
using Moliere.Validation.Plots.Taus;

namespace Moliere.Cli.Studies.Taus;

/// <summary>All figures of a judgement, by chapter of the report.</summary>
/// <param name="judgement">What to draw.</param>
/// <param name="importance">What learnt methods use.</param>
/// <param name="label">Text on every figure.</param>
/// <param name="threads">Threads; the figures do not depend on it.</param>
/// <param name="methods">The methods, for their trainings.</param>
internal sealed class TauFigureSet(
    StudyJudgement judgement, IReadOnlyList<(string Method, IReadOnlyList<FeatureImportance> Features)> importance,
    string label, int threads, IReadOnlyList<DerivedMethod> methods)
{
    private static readonly string s_reference = TauJudgement.References[0];

    private readonly MethodPalette _methods =
        new([.. judgement.Methods, .. ComparisonFigures.Names(judgement.Sample)]);

    private readonly MethodPalette _classes = new(TauClassFigures.Layers);
    private readonly MethodPalette _losses = new(TrainingFigures.Curves);

    /// <summary>Line shapes of all methods: everything and ranges of pT.</summary>
    public IReadOnlyList<Figure> LineShapes { get; } =
        TauLineShapes.Momentum(judgement.Sample, ChoicesOf(judgement, label));

    /// <summary>Mean response.</summary>
    public IReadOnlyList<Figure> Scale { get; } = TauFigures.Scale(judgement.Figures, ChoicesOf(judgement, label));

    /// <summary>Central 68 and 95 %, and ratios on the same taus.</summary>
    public IReadOnlyList<Figure> Resolution { get; } =
    [
        .. TauFigures.Resolution(judgement.Figures, ChoicesOf(judgement, label)),
        .. TauFigures.Gain(judgement.Figures, TauJudgement.References, ChoicesOf(judgement, label)),
        .. TauFigures.Tails(judgement.Figures, ChoicesOf(judgement, label)),
    ];

    /// <summary>Which modes are taken for which, and line shapes of each.</summary>
    public IReadOnlyList<Figure> Modes { get; } =
    [
        .. new[] { ModeFigures.Confusion(judgement.Sample, ChoicesOf(judgement, label)) }.OfType<Figure>(),
        .. TauLineShapes.Modes(judgement.Sample, ChoicesOf(judgement, label)),
    ];

    /// <summary>What a cut on the predicted sigma wins.</summary>
    public IReadOnlyList<Figure> Selection { get; } =
    [
        .. TauClassFigures.Efficiency(judgement.Figures, ChoicesOf(judgement, label)),
        .. TauClassFigures.Halves(judgement.Figures, ChoicesOf(judgement, label)),
    ];

    /// <summary>Line shapes of classes of the predicted sigma.</summary>
    public IReadOnlyList<Figure> Classes { get; } =
    [
        .. judgement.Sample.Methods.Where(method => method.Predictions.HasUncertainty).SelectMany(method =>
            TauClassFigures.Shapes(judgement.Sample, method, ChoicesOf(judgement, label))),
    ];

    /// <summary>Pulls, coverage, calibration of the distribution; empty without such methods.</summary>
    public IReadOnlyList<Figure> Uncertainty { get; } = UncertaintyResult.Figures(
        judgement, ChoicesOf(judgement, label), [TauAxes.Momentum], threads);

    /// <summary>Medians, modes and relative widths.</summary>
    public IReadOnlyList<Figure> Quantiles { get; } = ResponseFigures.All(
        judgement.Figures, [.. judgement.Axes.Where(axis => axis.Variable is TauAxes.TruePt or TauAxes.Mu)],
        ChoicesOf(judgement, label));

    /// <summary>What each learnt method uses.</summary>
    public IReadOnlyList<Figure> Importance { get; } = importance.Count == 0 ? [] :
    [
        ImportanceFigures.Bars(
            "importance", "What the learnt scales use", "resolution", importance, ChoicesOf(judgement, label)),
    ];

    /// <summary>Loss against epoch or round, one per training.</summary>
    public IReadOnlyList<Figure> Losses { get; } = DerivedMethod.Losses(methods, label);

    /// <summary>All of them with their colours.</summary>
    public IReadOnlyList<(Figure Figure, MethodPalette Palette)> All =>
    [
        .. ((IReadOnlyList<Figure>[])
            [LineShapes, Scale, Resolution, Modes, Selection, Uncertainty, Quantiles, Importance])
            .SelectMany(figures => figures).Select(figure => (figure, _methods)),
        .. Classes.Select(figure => (figure, _classes)),
        .. Losses.Select(figure => (figure, _losses)),
    ];

    private static FigureChoices ChoicesOf(StudyJudgement judgement, string label) => new()
    {
        Methods = judgement.Methods,
        Reference = judgement.Methods.Contains(s_reference) ? s_reference : null,
        Quantity = "transverse momentum",
        Symbol = "p_{T}",
        Label = label,
    };
}
