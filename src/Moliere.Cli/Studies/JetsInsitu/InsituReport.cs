using System.Globalization;
using Moliere.Calibration.InSitu;
using Moliere.Cli.Recipes.JetsInsitu;
using Moliere.Data.Objects;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Dijets;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.JetsInsitu;

/// <summary>Writes figures, <c>metrics.json</c> and the report.</summary>
internal sealed class InsituReport(
    StudyRequest request, InsituRecipe recipe, InsituSample sample, InsituNetworks networks, InsituFindings findings)
{
    private const string Intent =
        "A network learns the response of jets on simulation and is then tuned on data without looking at any truth: "
        + "it makes the asymmetry A = (pT_{ref} − pT_{probe}) / pT_{avg} of dijets narrow, while terms hold the mean "
        + "in narrow frozen bins and the slope inside them. Every figure is made of test events of the data. The truth "
        + "of data, which pseudo-data from another detector have, is shown and never used.";

    private const string Genuine =
        "A narrow asymmetry alone proves nothing: a network that gives all jets the same momentum has none. A gain is "
        + "genuine when calibrated over true momentum narrows too, and when the jets of shuffled events keep their "
        + "spread. Shuffled pairs contain the detector twice, so a genuine gain narrows them a little; what the two "
        + "jets of an event share, the root of shuffled minus own width squared, it leaves alone.";

    private const string InSitu =
        "Most of σ_{A} is radiation, not detector. The asymmetry of jets of particles is fitted in simulation by a "
        + "Gaussian core with exponential tails; the asymmetry of calibrated jets by that shape convolved with a "
        + "Gaussian, whose width over root 2 is the resolution of one jet. The true resolution stands beside it.";

    private readonly InsituFigures _figures = new(findings, networks.Tuned, recipe.Label);

    /// <summary>Writes everything.</summary>
    public void Write() => ReportFiles.Write(
        request, findings.Figures, [networks.Start, .. networks.Tuned.Select(jets =>
            new DerivedMethod(jets.Calibration, jets.Result.Training))], _figures.All, Document);

    private ReportDocument Document() => new()
    {
        Title = "Jets trained on data through the balance of dijets",
        Subtitle = recipe.Label,
        Methods = findings.Methods,
        Sections =
        [
            new()
            {
                Title = "Result",
                Paragraphs = [Intent, .. WindowLines.Meaning(request, findings.Windows), Genuine],
                Checks = [.. findings.Windows, .. findings.Limits],
                Tables = [Methods()],
            },
            new() { Title = "What was run, on what", Tables = [Sample(), Cuts(), Times()] },
            new()
            {
                Title = "Resolution measured in situ",
                Paragraphs = [InSitu],
                Tables = [Shapes()],
                Figures = [.. _figures.Resolution, .. _figures.Shapes],
            },
            new() { Title = "Is the gain genuine?", Tables = [Monitors()], Figures = _figures.Health },
            new() { Title = "Epoch by epoch", Figures = _figures.Monitors },
        ],
    };

    private ReportTable Methods()
    {
        (string Metric, string Title)[] columns =
        [
            (BalanceMetric.AsymmetryWidth, "σ_{A}"), (BalanceMetric.AsymmetryCore, "Gaussian core"),
            (BalanceMetric.RawResolution, "core / √2"), (BalanceMetric.QuadratureResolution, "truth subtracted"),
            (BalanceMetric.ConvolvedResolution, "convolved fit"), (BalanceMetric.TrueResolution, "true resolution"),
            (BalanceMetric.ShuffledWidth, "shuffled"), (BalanceMetric.SharedWidth, "shared"),
            (BalanceMetric.MeanShift, "mean shift"), (BalanceMetric.InBinSlope, "slope"),
            (BalanceMetric.AbsurdShare, "absurd"), (BalanceMetric.LowestPt, "lowest pT"),
            (BalanceMetric.HighestPt, "highest pT"),
        ];
        return new()
        {
            Caption = "Dijets of the data's test part, with 95 % intervals; momenta in GeV",
            Columns = ["method", .. columns.Select(column => column.Title)],
            Rows =
            [
                .. findings.Methods.Select(method => (IReadOnlyList<string>)
                    [method, .. columns.Select(column => Number(findings.Figures.Whole(column.Metric, method)))]),
            ],
        };
    }

    private ReportTable Shapes() => new()
    {
        Caption = "Asymmetry of jets of particles in simulation",
        Columns = ["pT_{avg} [GeV]", "dijets", "Gaussian core", "width of the core", "its share",
            "length of the tails", "deviance / freedom"],
        Rows =
        [
            .. findings.Shapes.All.Select(entry => (IReadOnlyList<string>)
            [
                entry.Bin is { } bin ? Text($"{bin.Low:0}–{bin.High:0}") : "all", Text($"{entry.Shape.Entries}"),
                Text($"{entry.Shape.Core.Value:0.0000} ± {entry.Shape.Core.Error:0.0000}"),
                Text($"{entry.Shape.Shape.Width:0.0000}"), Text($"{entry.Shape.Shape.Share:0.00}"),
                Text($"{entry.Shape.Shape.Tail:0.0000}"),
                Text($"{entry.Shape.Quality:0.00}"),
            ]),
        ],
    };

    private ReportTable Monitors() => new()
    {
        Caption = "What the monitors saw on validation dijets, and what they said",
        Columns = ["method", "epoch kept", "σ_{A} before", "after", "shared before", "after", "slope in bins",
            "worst bin", "factors", "width bins", "dijets per bin and step", "how it ended", "first complaint"],
        Rows =
        [
            .. networks.Tuned.Select(jets => (IReadOnlyList<string>)
            [
                jets.Name, Text($"{jets.Result.Training.BestEpoch}"), Text($"{jets.Result.Start.Asymmetry:0.0000}"),
                Text($"{jets.Result.Kept.Asymmetry:0.0000}"), Text($"{jets.Result.Start.Shared:0.0000}"),
                Text($"{jets.Result.Kept.Shared:0.0000}"), Text($"{jets.Result.Kept.SlopeInBins:0.00}"),
                Text($"{jets.Result.Kept.BinShift:+0.0000;-0.0000}"),
                Text($"{jets.Result.Kept.SmallestFactor:0.00}–{jets.Result.Kept.LargestFactor:0.00}"),
                Text($"{jets.Result.WidthBins}"), Text($"{jets.Result.EventsPerWidth:0}"),
                TuningOutcome.Of(jets.Result),
                jets.Result.FirstComplaint is (int epoch, string complaint) ? $"epoch {epoch}: {complaint}" : "none",
            ]),
        ],
    };

    private ReportTable Sample() => ReportTable.OfValues(
        "Sample",
        ("simulation", recipe.Source.Input ?? $"embedded generator: {recipe.Source.Process}"),
        ("data", recipe.Data.Source.Input ?? Text(
            $"pseudo-data: e/h × {recipe.Data.Detector.EOverH:0.##}, noise × {recipe.Data.Detector.Noise:0.##}")),
        ("jets of simulation", Text($"{sample.Simulation.RowCount}")),
        ("jets of data", Text($"{sample.Data.RowCount}")),
        ("of data with a true momentum", Text($"{TrueJets}")),
        ("f1, f2, f3", Text($"{recipe.Insitu.F1:0.##}, {recipe.Insitu.F2:0.##}, {recipe.Insitu.F3:0.##}")),
        ("network", Text($"{recipe.Network.Kind}")), ("seed", Text($"{recipe.Seed}")),
        ("version", ProgramVersion.Text));

    private int TrueJets => sample.HasTrueData ? sample.Data.Floats(JetColumns.TruthPt).Count(pt => pt > 0) : 0;

    private ReportTable Cuts()
    {
        (string Part, DijetCuts Cuts)[] parts =
        [
            ("training", networks.Tuned[0].Result.Cuts.Training),
            ("validation", networks.Tuned[0].Result.Cuts.Validation), ("test", findings.Cuts),
        ];
        return new()
        {
            Caption = "Events of the data, each counted by the first cut that it fails",
            Columns = ["part", "events", "fewer than two jets", "momentum unusable", "weight unusable", "outside η",
                "not back to back", "third jet", "outside pT_{avg}", "dijets"],
            Rows =
            [
                .. parts.Select(part => (IReadOnlyList<string>)
                [
                    part.Part, Text($"{part.Cuts.Events}"), Text($"{part.Cuts.FewerThanTwoJets}"),
                    Text($"{part.Cuts.UnusableMomentum}"), Text($"{part.Cuts.UnusableWeight}"),
                    Text($"{part.Cuts.OutsideEta}"), Text($"{part.Cuts.NotBackToBack}"),
                    Text($"{part.Cuts.ThirdJet}"), Text($"{part.Cuts.OutsideAverage}"), Text($"{part.Cuts.Pairs}"),
                ]),
            ],
        };
    }

    private ReportTable Times() => ReportTable.OfValues(
        "Wall time of this process",
        [.. request.Progress.Times.Select(stage => (stage.Name, Text($"{stage.Seconds:0.0} s")))]);

    private static string Number(FigureEntry? entry) => entry switch
    {
        { Value: { } value } when Math.Abs(value) >= 100 => Text($"{value:0}"),
        { Value: { } value, Error: { } error } => Text($"{value:0.0000} ± {error:0.0000}"),
        { Value: { } value } => Text($"{value:0.0000}"),
        _ => "–",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
