using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Adversaries;
using Moliere.Tagging.Displaced;
using Moliere.Validation.Plots;

namespace Moliere.Cli.Studies.Displaced;

/// <summary>The drawings of the study; scores and cuts are of the first seed.</summary>
/// <param name="findings">What was measured.</param>
/// <param name="networks">How it was trained.</param>
/// <param name="label">Text on every figure.</param>
/// <param name="distances">Jets whose distances to tracks are summed.</param>
internal sealed class DisplacedFigures(
    DisplacedFindings findings, DisplacedNetworks networks, string label, DistanceSum distances)
{
    private const string Data = "data", Simulation = "simulation";

    /// <summary>How well taggers separate.</summary>
    public DisplacedSeparation Separation { get; } = new(findings, label);

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
                Caption = "What simulation gets wrong. Tails go on outside.",
                Layers = Sides(findings.Parts.ControlTest, times, [.. Steps(-3, 3, 60)]),
            };
        }
    }

    /// <summary>Distances of data and simulation before and after the adversary, beside those that went in.</summary>
    public Figure Distances
    {
        get
        {
            string[] names = [.. ClassBalance.Names.Select(name => $"score of {name}"), "time of the leading cluster"];
            double time = findings.Inputs.First(input => input.Name == "leading_time").Distance;
            return new()
            {
                Id = "distances",
                Title = "Distances of data and simulation in the control region",
                X = new PlotAxis("quantity") { Names = names },
                Y = new PlotAxis("Kolmogorov-Smirnov distance") { Low = 0 },
                Label = label,
                Caption = "Jets that no training has seen. Scores: means over the seeds, bands are standard deviations "
                    + "over them. The time is what taggers are given.",
                Layers =
                [
                    .. DisplacedMethods.Taggers.Select(method => new CurveLayer(method, Distance(method))),
                    new CurveLayer(DisplacedMethods.Input, [new(names.Length - 1, names.Length, time, null)]),
                ],
            };
        }
    }

    /// <summary>Scores in the control region, before and after the adversary; that of QCD, where nearly all jets have
    /// 1, as its difference from it.</summary>
    public IReadOnlyList<Figure> Scores =>
    [
        .. new[] { DisplacedMethods.Network, DisplacedMethods.Adversarial }.SelectMany(method =>
            Enumerable.Range(0, 3).Select(output => Score(method, output))),
    ];

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
        Caption = "Background is beam-induced events plus ordinary ones scaled to as many before the cut. The "
            + "scan is of events that judge, for looking only: the cut of the numbers is chosen on other events.",
        Layers = [.. DisplacedMethods.Taggers.Select(method => new CurveLayer(
            method, Scan(findings.First(method).Chain.Scan)))],
    };

    /// <summary>The plane that counts background.</summary>
    public Figure Plane
    {
        get
        {
            EventChain chain = findings.First(DisplacedMethods.Adversarial).Chain;
            double[] x = [.. Steps(0, 1, 20)], y = [.. Steps(0, 2, 20)];
            var contents = new double[20, 20];
            foreach ((int i, float distance) in findings.Plane.Events.Zip(findings.Plane.Distances))
            {
                int column = Math.Min(19, (int)(chain.Scores[i] * 20)), row = Math.Min(19, (int)(distance * 10));
                contents[column, row] += chain.Test.Weights[i];
            }

            return new()
            {
                Id = "plane",
                Title = "Clean background events",
                X = new PlotAxis("score of the event"),
                Y = new PlotAxis(distances == DistanceSum.All
                    ? "Σ ΔR_{min}(jet, tracks)" : "Σ ΔR_{min}(other jet, tracks)"),
                Label = label,
                Caption = FormattableString.Invariant(
                    $"Region A is above {findings.Plane.Background.CutX:0.000} in x and ")
                    + FormattableString.Invariant($"{findings.Plane.Background.CutY:0.000} in y; the last cells hold ")
                    + "what lies beyond.",
                Layers = [new HeatLayer(DisplacedMethods.Adversarial, x, y, contents, "events")],
            };
        }
    }

    /// <summary>The efficiency map, axis by axis; nothing without a map.</summary>
    public IReadOnlyList<Figure> Maps =>
        findings.Map is { } map ? new DisplacedMapDrawing(map, label).Figures : [];

    /// <summary>All figures with their colours.</summary>
    public IReadOnlyList<(Figure Figure, MethodPalette Palette)> All
    {
        get
        {
            var methods = new MethodPalette(DisplacedMethods.All);
            var masses = new MethodPalette(Separation.Masses);
            var sides = new MethodPalette([Simulation, Data]);
            var maps = new MethodPalette([DisplacedMapDrawing.ChainName, DisplacedMapDrawing.MapName]);
            var seeds = new MethodPalette(networks.Seeds.Select(NameOf));
            return
            [
                (Distances, methods), (Time, sides), .. Scores.Select(figure => (figure, sides)),
                .. Separation.Curves.Concat(Separation.AreasByMasses).Select(figure => (figure, methods)),
                .. Separation.CurvesByMasses.Select(figure => (figure, masses)), (Significance, methods),
                (Separation.GainByMasses, methods), (Plane, methods), .. Maps.Select(figure => (figure, maps)),
                .. Courses.Select(figure => (figure, seeds)),
            ];
        }
    }

    private CurvePoint[] Distance(string method)
    {
        double[][] seeds = [.. findings.Taggers.Where(tagger => tagger.Method == method)
            .Select(tagger => ScoreAgreement.Distances(findings.Parts.ControlTest, tagger.Control))];
        return
        [
            .. Enumerable.Range(0, ClassBalance.Names.Count).Select(output =>
            {
                double mean = seeds.Average(one => one[output]);
                double squares = seeds.Sum(one => (one[output] - mean) * (one[output] - mean));
                return new CurvePoint(
                    output, output + 1, mean, seeds.Length > 1 ? Math.Sqrt(squares / (seeds.Length - 1)) : null);
            }),
        ];
    }

    private Figure Score(string method, int output)
    {
        string name = ClassBalance.Names[output];
        float[] scores = findings.First(method).Control;
        bool isQcd = output == (int)DisplacedClass.Qcd;
        float[] shown = isQcd
            ? [.. ScoreAgreement.Output(scores, 1).Zip(ScoreAgreement.Output(scores, 2), (one, two) => one + two)]
            : ScoreAgreement.Output(scores, output);
        return new()
        {
            Id = $"score-{method}-{name}",
            Title = $"Score of {name}, {method}",
            X = new PlotAxis(isQcd ? $"log_{{10}} (1 − score of {name})" : $"log_{{10}} score of {name}"),
            Y = new PlotAxis("share of jets per bin"),
            Label = label,
            Caption = "Jets of the control region that no training has seen; the first bin holds lower values too.",
            Layers = Sides(
                findings.Parts.ControlTest,
                Array.ConvertAll(shown, score => (float)Math.Max(-6, Math.Log10(score))), [.. Steps(-6, 0, 40)]),
        };
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
        float[] weights = control.Floats(DisplacedJetColumns.Weight);
        HistogramLayer Side(string name, float wanted)
        {
            var contents = new double[edges.Length - 1];
            double all = 0;
            for (int row = 0; row < values.Length; row++)
            {
                int bin = (int)Math.Floor((values[row] - edges[0]) / (edges[^1] - edges[0]) * contents.Length);
                all += isData[row] == wanted ? weights[row] : 0;
                if (isData[row] == wanted && bin >= 0 && bin <= contents.Length && values[row] <= edges[^1])
                {
                    contents[Math.Min(bin, contents.Length - 1)] += weights[row];
                }
            }

            return new(name, edges, Array.ConvertAll(contents, content => all > 0 ? content / all : 0));
        }

        return [Side(Simulation, 0), Side(Data, 1)];
    }

    private static string NameOf(SeededNetworks seed) => FormattableString.Invariant($"seed {seed.Seed}");

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    private static IEnumerable<double> Steps(double low, double high, int bins) =>
        Enumerable.Range(0, bins + 1).Select(i => low + ((high - low) * i / bins));
}
