using Moliere.Tagging.Inference;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Tagging;
using Moliere.Validation.Plots;

namespace Moliere.Cli.Studies.Inferno;

/// <summary>The drawings of the study.</summary>
/// <param name="findings">What was measured.</param>
/// <param name="label">Text on every figure.</param>
internal sealed class InfernoFigures(InfernoFindings findings, string label)
{
    private const double Slice = 0.3; // x2 of the plane: between the medians of background and signal
    private const int Cells = 60;
    private const string Published = "published inferno";

    // Curves and planes are of B2, the paper's own choice, or of the last benchmark of the run.
    private readonly int _shown = Math.Max(
        findings.Benchmarks.ToList().FindIndex(benchmark => benchmark.Name == "B2"),
        findings.Benchmarks.Any(benchmark => benchmark.Name == "B2") ? 0 : findings.Benchmarks.Count - 1);

    /// <summary>Names of all curves, in the order of legends.</summary>
    public IReadOnlyList<string> Names =>
    [
        .. InfernoFindings.Methods, .. findings.Obstacles.Count == 0 ? new[] { Published } : [],
        .. findings.Inferno.Select(summary => summary.Name),
    ];

    private CurveLayer Comparison => new(Published, [.. findings.Benchmarks.Select(benchmark => Place(
        benchmark, PublishedRows.Inferno[InfernoFindings.NumberOf(benchmark)], null))]);

    private InferenceBenchmark Shown => findings.Benchmarks[_shown];

    /// <summary>Uncertainty against the benchmark.</summary>
    public Figure Uncertainties => new()
    {
        Id = "uncertainty",
        Title = "Expected uncertainty of the signal count",
        X = new PlotAxis("benchmark") { Names = [.. InferenceBenchmark.All.Select(known => known.Name)] },
        Y = new PlotAxis("σ_{s} [events]"),
        Label = label,
        Caption = "From B1 on nuisances are free: the histogram of a classifier confuses them with signal, a summary "
            + "trained by the uncertainty itself hardly does. Further right more is known again (B3), then less "
            + "(B4). Below the likelihood of the densities nothing can be.",
        Layers =
        [
            .. InfernoFindings.Methods.Select(method => new CurveLayer(method, [.. Points(method)])),
            .. findings.Obstacles.Count == 0 ? new[] { Comparison } : [],
        ],
    };

    /// <summary>Profiled likelihood of both summaries.</summary>
    public Figure Profile
    {
        get
        {
            double[] signal = [.. Enumerable.Range(-30, 61).Select(step => 50 + (1.5 * step))];
            return new()
            {
                Id = "profile",
                Title = $"Profiled likelihood, {Shown.Name}",
                X = new PlotAxis("signal events s"),
                Y = new PlotAxis("−Δ ln L") { Low = 0, High = 3 },
                Label = label,
                Guides = [0.5],
                Caption = "Minus the logarithm of the likelihood of expected counts, at its least over the nuisances "
                    + "for every s; it crosses the dashed line at one standard deviation. Templates are linear in the "
                    + "parameters.",
                Layers =
                [
                    Curve(InfernoFindings.Optimal, findings.OptimalTemplates),
                    Curve(TrainedSummaries.Classifier, findings.ClassifierTemplates),
                    Curve(TrainedSummaries.Inferno, findings.InfernoTemplates[_shown]),
                ],
            };

            CurveLayer Curve(string method, CountTemplates templates) => new(
                method, [.. signal.Zip(ProfileCurve.Evaluate(templates, Shown, signal), (s, value) =>
                    new CurvePoint(s - 0.75, s + 0.75, double.IsFinite(value) ? value : null, null))]);
        }
    }

    /// <summary>Uncertainty that hard bins promise on validation events, epoch by epoch.</summary>
    public Figure Training => new()
    {
        Id = "training",
        Title = "Uncertainty during training",
        X = new PlotAxis("epoch"),
        Y = new PlotAxis("σ_{s} on validation events [events]"),
        Label = label,
        Caption = "Square root of the loss with hard bins. The network of the lowest point is kept.",
        Layers =
        [
            .. findings.Inferno.Select(summary => new CurveLayer(
                summary.Name, [.. summary.Course.Validation.Select((loss, epoch) =>
                    new CurvePoint(epoch + 0.5, epoch + 1.5, double.IsFinite(loss) ? loss : null, null))])),
        ],
    };

    /// <summary>Where the bins lie: share of signal in the bin of every point of the plane.</summary>
    public IReadOnlyList<Figure> Planes =>
    [
        Plane("classifier", "of the classifier", findings.Classifier.Summary, findings.ClassifierTemplates),
        Plane("inferno", $"of inferno, {Shown.Name}", findings.Inferno[_shown].Summary,
            findings.InfernoTemplates[_shown]),
    ];

    /// <summary>All figures with their colours.</summary>
    public IReadOnlyList<(Figure Figure, MethodPalette Palette)> All
    {
        get
        {
            var palette = new MethodPalette(Names);
            return [.. new[] { Uncertainties, Profile, Training }.Concat(Planes).Select(figure => (figure, palette))];
        }
    }

    private IEnumerable<CurvePoint> Points(string method) => findings.Benchmarks.Select(benchmark =>
    {
        FigureEntry entry = findings.Figure(InferenceMetric.Uncertainty, method, benchmark);
        return Place(benchmark, entry.Value, entry.Error);
    });

    private static CurvePoint Place(InferenceBenchmark benchmark, double? value, double? error)
    {
        int number = InfernoFindings.NumberOf(benchmark);
        return new(number, number + 1, value, error);
    }

    private Figure Plane(string id, string title, NetworkSummary summary, CountTemplates templates)
    {
        double[] x0 = [.. Enumerable.Range(0, Cells + 1).Select(i => -5 + (i * 13.0 / Cells))];
        double[] x1 = [.. Enumerable.Range(0, Cells + 1).Select(i => -7 + (i * 14.0 / Cells))];
        var events = new float[Cells * Cells * SyntheticMixture.FeatureCount];
        for (int cell = 0; cell < Cells * Cells; cell++)
        {
            (int i, int j) = (cell / Cells, cell % Cells);
            (events[3 * cell], events[(3 * cell) + 1], events[(3 * cell) + 2]) =
                ((float)(0.5 * (x0[i] + x0[i + 1])), (float)(0.5 * (x1[j] + x1[j + 1])), (float)Slice);
        }

        var bins = new int[Cells * Cells];
        summary.Assign(events, bins, threads: 1);
        var contents = new double[Cells, Cells];
        for (int cell = 0; cell < bins.Length; cell++)
        {
            contents[cell / Cells, cell % Cells] = Share(templates, bins[cell]);
        }

        return new()
        {
            Id = $"plane-{id}",
            Title = $"Bins {title}",
            X = new PlotAxis("x_{0}"),
            Y = new PlotAxis("x_{1}"),
            Label = label,
            Caption = $"Each point of the plane at x_{{2}} = {Slice} has the colour of its bin: the share of signal "
                + "among the events expected there. Signal is a unit disc around the origin, background a wide ellipse "
                + "around x_{0} = 2. A classifier knows rings around the signal alone; a summary that knows its "
                + "nuisances keeps bins that have no signal but measure the background's place.",
            Layers = [new HeatLayer(id, x0, x1, contents, "signal share of the bin")],
        };
    }

    private static double Share(CountTemplates templates, int bin) => templates.Counts[bin] > 0
        ? SyntheticMixture.SignalCount * templates.Slopes[0][bin] / templates.Counts[bin]
        : 0;
}
