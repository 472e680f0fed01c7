using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Adversaries;
using Moliere.Tagging.Displaced;
using Moliere.Validation.Metrics.Tagging;
using Moliere.Validation.Plots;
using Moliere.Validation.Plots.Tagging;

namespace Moliere.Cli.Studies.Displaced;

/// <summary>The drawings of the study; scores and curves are of the first seed.</summary>
/// <param name="findings">What was measured.</param>
/// <param name="networks">How it was trained.</param>
/// <param name="label">Text on every figure.</param>
internal sealed class DisplacedFigures(DisplacedFindings findings, DisplacedNetworks networks, string label)
{
    private const string Data = "data", Simulation = "simulation";

    private static readonly string[] s_methods =
        [DisplacedMethods.Trees, DisplacedMethods.Network, DisplacedMethods.Adversarial];

    private readonly FigureChoices _choices = new() { Methods = s_methods, Label = label };

    /// <summary>Time of the leading cluster in the control region.</summary>
    public Figure Time
    {
        get
        {
            float[] times = JetSummaries.LeadingTimes(findings.Parts.ControlTest);
            return new()
            {
                Id = "leading-time",
                Title = "Time of the leading cluster in the control region",
                X = new PlotAxis("t [ns]"),
                Y = new PlotAxis("share of jets per bin"),
                Label = label,
                Caption = "What simulation gets wrong: times of data are earlier and wider. Tails go on outside.",
                Layers = Sides(findings.Parts.ControlTest, times, [.. Steps(-3, 3, 60)]),
            };
        }
    }

    /// <summary>Scores of signal in the control region, before and after the adversary.</summary>
    public IReadOnlyList<Figure> Scores =>
    [
        .. new[] { DisplacedMethods.Network, DisplacedMethods.Adversarial }.SelectMany(method =>
            Enumerable.Range(0, 3).Select(output => Score(method, output))),
    ];

    /// <summary>Rejection of each background.</summary>
    public IReadOnlyList<Figure> Curves =>
        [Curve(DisplacedClass.Qcd, "QCD"), Curve(DisplacedClass.BeamInduced, "BIB")];

    /// <summary>Distances and losses, epoch by epoch.</summary>
    public IReadOnlyList<Figure> Courses =>
    [
        Course("distance", "Largest distance of scores of data and simulation", "KS", epoch => epoch.Verdicts[0].Score),
        Course("main-loss", "Loss of the network", "cross-entropy", epoch => epoch.MainLoss),
        Course("adversary-loss", "Loss of the adversary", "binary cross-entropy", epoch => epoch.AdversaryLoss),
    ];

    /// <summary>Significance against the cut on the score of the event.</summary>
    public Figure Significance => new()
    {
        Id = "significance",
        Title = "S / √B of cuts on the score of the event",
        X = new PlotAxis("background that passes") { IsLogarithmic = true },
        Y = new PlotAxis("share of signal / √ background"),
        Label = label,
        Caption = "Background is beam-induced events plus ordinary ones scaled to as many before the cut; the best cut "
            + $"is looked for above {SignificanceScan.LeastBackground:0} of them.",
        Layers = [.. s_methods.Select(method => new CurveLayer(method, Scan(findings.First(method).Chain.Scan)))],
    };

    /// <summary>The plane that counts background.</summary>
    public Figure Plane
    {
        get
        {
            EventChain chain = findings.First(DisplacedMethods.Adversarial).Chain;
            double[] x = [.. Steps(0, 1, 20)], y = [.. Steps(0, 2, 20)];
            var contents = new double[20, 20];
            foreach (int i in findings.Plane.Events)
            {
                int column = Math.Min(19, (int)(chain.Scores[i] * 20));
                int row = Math.Min(19, (int)(chain.Test.TrackDistance[i] * 10));
                contents[column, row] += chain.Test.Weights[i];
            }

            return new()
            {
                Id = "plane",
                Title = "Clean background events",
                X = new PlotAxis("score of the event"),
                Y = new PlotAxis("Σ ΔR_{min}(jet, tracks)"),
                Label = label,
                Caption = FormattableString.Invariant(
                    $"Region A is above {findings.Plane.Background.CutX:0.000} in x and ")
                    + FormattableString.Invariant($"{findings.Plane.Background.CutY:0.000} in y; the last cells hold ")
                    + "what lies beyond.",
                Layers = [new HeatLayer(DisplacedMethods.Adversarial, x, y, contents, "events")],
            };
        }
    }

    /// <summary>Areas by masses of the signal.</summary>
    public Figure ByMasses => new()
    {
        Id = "auc-by-mass",
        Title = "AUC signal – QCD by masses",
        X = new PlotAxis("m_{H}, m_{s} [GeV]")
        {
            Names = [.. findings.Points.Select(point => FormattableString.Invariant(
                $"{point.Resonance:0}, {point.Scalar:0}"))],
        },
        Y = new PlotAxis("AUC"),
        Label = label,
        Caption = "Late and slow particles are easier; light ones look like ordinary jets with few tracks.",
        Layers =
        [
            .. s_methods.Select(method => new CurveLayer(method, [.. findings.Points.Select((point, i) =>
                new CurvePoint(i, i + 1, findings.Figures.First(entry => entry.Metric == DisplacedMetric.AreaQcd
                    && entry.Method == method && entry.Variable == DisplacedMetric.MassVariable
                    && entry.Low == point.Scalar && entry.High == point.Resonance).Value, null))])),
        ],
    };

    /// <summary>The efficiency map, axis by axis; nothing without a map.</summary>
    public IReadOnlyList<Figure> Maps =>
        findings.Map is { } map ? new DisplacedMapDrawing(map, label).Figures : [];

    /// <summary>All figures with their colours.</summary>
    public IReadOnlyList<(Figure Figure, MethodPalette Palette)> All
    {
        get
        {
            var methods = new MethodPalette(s_methods);
            var sides = new MethodPalette([Simulation, Data]);
            var maps = new MethodPalette([DisplacedMapDrawing.ChainName, DisplacedMapDrawing.MapName]);
            var seeds = new MethodPalette(networks.Seeds.Select(NameOf));
            return
            [
                (Time, sides), .. Scores.Select(figure => (figure, sides)),
                .. Curves.Select(figure => (figure, methods)),
                (ByMasses, methods), .. Courses.Select(figure => (figure, seeds)), (Significance, methods),
                (Plane, methods), .. Maps.Select(figure => (figure, maps)),
            ];
        }
    }

    private Figure Score(string method, int output)
    {
        string name = ClassBalance.Names[output];
        float[] scores = ScoreAgreement.Output(findings.First(method).Control, output);
        return new()
        {
            Id = $"score-{method}-{name}",
            Title = $"Score of {name}, {method}",
            X = new PlotAxis($"log_{{10}} score of {name}"),
            Y = new PlotAxis("share of jets per bin"),
            Label = label,
            Caption = "Jets of the control region that no training has seen.",
            Layers = Sides(
                findings.Parts.ControlTest,
                Array.ConvertAll(scores, score => (float)Math.Max(-6, Math.Log10(score))), [.. Steps(-6, 0, 40)]),
        };
    }

    private Figure Curve(DisplacedClass background, string name)
    {
        Table jets = findings.Parts.Test;
        float[] classes = jets.Floats(DisplacedJetColumns.Class);
        int[] rows = [.. Enumerable.Range(0, jets.RowCount).Where(row =>
            (classes[row] == (int)DisplacedClass.Signal || classes[row] == (int)background)
            && float.IsFinite(findings.First(DisplacedMethods.Network).Scores[row * 3]))];
        return TaggingFigures.Roc(
            new()
            {
                IsSignal = Array.ConvertAll(rows, row => classes[row] == (int)DisplacedClass.Signal),
                Weights = Array.ConvertAll(rows, row => jets.Floats(DisplacedJetColumns.Weight)[row]),
                Methods =
                [
                    .. s_methods.Select(method => new TaggedScores(
                        method, Array.ConvertAll(rows, row => findings.First(method).Scores[(row * 3) + 1]))),
                ],
            },
            _choices, $"roc-{name.ToLowerInvariant()}", $"Rejection of {name} jets");
    }

    private Figure Course(string id, string title, string axis, Func<GameEpoch, double> value) => new()
    {
        Id = $"course-{id}",
        Title = title,
        X = new PlotAxis("epoch"),
        Y = new PlotAxis(axis),
        Label = label,
        Caption = "On validation jets; epoch 0 is the network before the adversary's first objection.",
        Layers =
        [
            .. networks.Seeds.Select(seed => new CurveLayer(NameOf(seed), [.. new[] { seed.HeldResult.Start }
                .OfType<GameEpoch>().Concat(seed.HeldResult.History).Where(epoch => epoch.Verdicts.Count > 0)
                .Select((epoch, i) => new CurvePoint(i - 0.5, i + 0.5, Finite(value(epoch)), null))])),
        ],
    };

    private static CurvePoint[] Scan(SignificanceScan scan)
    {
        ScanPoint[] points = [.. scan.Points.Where(point => point.Background >= 1).Reverse()];
        int step = Math.Max(1, points.Length / 80);
        return
        [
            .. points.Where((_, i) => i % step == 0).Select(point => new CurvePoint(
                point.Background, point.Background, Finite(point.Significance), null)),
        ];
    }

    private static FigureLayer[] Sides(Table control, float[] values, double[] edges)
    {
        float[] isData = control.Floats(DisplacedJetColumns.IsData);
        HistogramLayer Side(string name, float wanted)
        {
            var contents = new double[edges.Length - 1];
            int jets = 0;
            for (int row = 0; row < values.Length; row++)
            {
                int bin = (int)Math.Floor((values[row] - edges[0]) / (edges[^1] - edges[0]) * contents.Length);
                jets += isData[row] == wanted ? 1 : 0;
                if (isData[row] == wanted && bin >= 0 && bin <= contents.Length && values[row] <= edges[^1])
                {
                    contents[Math.Min(bin, contents.Length - 1)]++;
                }
            }

            return new(name, edges, Array.ConvertAll(contents, content => content / Math.Max(1, jets)));
        }

        return [Side(Simulation, 0), Side(Data, 1)];
    }

    private static string NameOf(SeededNetworks seed) => FormattableString.Invariant($"seed {seed.Seed}");

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    private static IEnumerable<double> Steps(double low, double high, int bins) =>
        Enumerable.Range(0, bins + 1).Select(i => low + ((high - low) * i / bins));
}
