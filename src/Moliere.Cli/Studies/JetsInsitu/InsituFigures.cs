using Moliere.Calibration.InSitu;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Dijets;
using Moliere.Validation.Plots;
using Moliere.Validation.Plots.Dijets;

namespace Moliere.Cli.Studies.JetsInsitu;

/// <summary>The drawings of the study.</summary>
/// <param name="findings">What was measured.</param>
/// <param name="tuned">Tuned networks with their monitors.</param>
/// <param name="label">Text on every figure.</param>
internal sealed class InsituFigures(InsituFindings findings, IReadOnlyList<TunedJets> tuned, string label)
{
    private readonly FigureChoices _choices = new() { Methods = findings.Methods, Label = label };

    /// <summary>Resolution and asymmetry against the average momentum.</summary>
    public IReadOnlyList<Figure> Resolution { get; } = BalanceFigures.Resolution(
        findings.Figures, findings.Axis, new FigureChoices { Methods = findings.Methods, Label = label });

    /// <summary>Signs of a collapse against the average momentum.</summary>
    public IReadOnlyList<Figure> Health => BalanceFigures.Health(findings.Figures, findings.Axis, _choices);

    /// <summary>Distributions of the asymmetry.</summary>
    public IReadOnlyList<Figure> Shapes => [BalanceFigures.Asymmetry(findings.Data, findings.Shapes, _choices)];

    /// <summary>What the monitors saw, epoch by epoch.</summary>
    public IReadOnlyList<Figure> Monitors =>
    [
        Monitor("asymmetry", "Width of the asymmetry", "σ_{A}", monitor => monitor.Asymmetry),
        Monitor("shared", "What the jets of an event share", "shared width", monitor => monitor.Shared),
        Monitor("slope", "Slope inside bins", "d ln p / d ln p_{initial}", monitor => monitor.SlopeInBins),
        Monitor(
            "true-width", "True resolution, not used", "(Q_{84} − Q_{16}) / 2 Q_{50}", monitor => monitor.TrueWidth),
    ];

    /// <summary>All figures with their colours.</summary>
    public IReadOnlyList<(Figure Figure, MethodPalette Palette)> All
    {
        get
        {
            var palette = new MethodPalette(findings.Methods);
            return [.. Resolution.Concat(Health).Concat(Shapes).Concat(Monitors).Select(figure => (figure, palette))];
        }
    }

    private Figure Monitor(string id, string title, string axis, Func<InSituMonitor, double> value) => new()
    {
        Id = $"monitor-{id}",
        Title = $"Validation dijets: {title}",
        X = new PlotAxis("epoch"),
        Y = new PlotAxis(axis),
        Label = label,
        Caption = "Epoch 0 is the network after simulation. Failures go on although the monitors object.",
        Layers = [.. tuned.Select(jets => new CurveLayer(jets.Name, Points(jets.Result, value)))],
    };

    private static CurvePoint[] Points(InSituResult result, Func<InSituMonitor, double> value) =>
    [
        .. new[] { result.Start }.Concat(result.History.Select(entry => entry.Monitor)).Select((monitor, epoch) =>
            new CurvePoint(epoch - 0.5, epoch + 0.5, double.IsFinite(value(monitor)) ? value(monitor) : null, null)),
    ];
}
