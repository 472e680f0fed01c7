using System.Globalization;
using Moliere.Cli.Recipes.Displaced;
using Moliere.Tagging.Displaced;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Tagging;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Displaced;

/// <summary>Writes figures, <c>metrics.json</c> and the report.</summary>
internal sealed class DisplacedReport(
    StudyRequest request, DisplacedRecipe recipe, DisplacedNetworks networks, DisplacedFindings findings)
{
    private const string Intent =
        "Long-lived particles that decay in the calorimeter leave jets with few tracks, much of their energy behind "
        + "the electromagnetic calorimeter, and late clusters. Muons along the beam (BIB) leave such jets too, with "
        + "early clusters and muon segments in line. A network reads clusters, tracks and segments of a jet and says "
        + "which of signal, QCD and BIB it is.";

    private const string Adversary =
        "Times of clusters are simulated wrongly. Where dijets of data and of simulation can be compared, an adversary "
        + "tries to tell them apart by the scores of the network, and the network is trained to leave it in the dark. "
        + "The proof is an adversary that never took part: it learns anew from the finished scores and is judged on "
        + "other jets. A network that pays for this with much of its separation has lost physics; one that keeps it "
        + "has found what data and simulation agree on.";

    private const string Events =
        "Only events pass that hold a jet like one of the published trigger: hard enough, with little energy in the "
        + "electromagnetic calorimeter; for all taggers alike. Boosted trees see the two jets most like signal and "
        + "sums over the event, not the distances of jets to tracks: their sum is the other axis of a plane whose four "
        + "regions count the background of the signal region. The jet most like signal is left out of it unless the "
        + "recipe asks for all: the score leans on what the network has seen of its tracks, and with it the two axes "
        + "were not independent. The plane is that of the adversarial network of the first seed.";

    private const string Separation =
        "Single jets, not events, without a trigger; curves are of the first seed. Jets of one signal differ from "
        + "those of another by the momentum and the place of the decay, so each pair of masses has its own curve.";

    private const string Preserved =
        "The folder preserved holds the adversarial network of the first seed as ONNX and the event trees as source in "
        + "C++17, C# and Python, both with examples, and a README.txt that says how to use them without this program.";

    private const string MapText =
        "The efficiency map is for those who have no simulation of the detector: the probability that a long-lived "
        + "particle has a tagged jet, in six true quantities. Particles without any jet count as not tagged; the cut "
        + "lets one QCD jet in a hundred pass. The map knows nothing of decays elsewhere and of what is not on its "
        + "axes.";

    private const string NoMap = "There is no efficiency map: the tables hold no truth.";

    private readonly DisplacedFigures _figures = new(findings, networks, recipe.Label, recipe.Abcd.Distances);

    /// <summary>Writes everything.</summary>
    /// <param name="windows">What must be reached.</param>
    public void Write(IReadOnlyList<ReportCheck> windows) => ReportFiles.Write(
        request, findings.Figures, Trainings(), _figures.All, () => Document(windows));

    private TrainingEntry[] Trainings() =>
    [
        .. networks.Seeds.SelectMany(seed => new[]
        {
            new TrainingEntry
            {
                Method = seed.Alone.Name,
                Rows = seed.AloneResult.Rows,
                Epochs = seed.AloneResult.Epochs,
                BestEpoch = seed.AloneResult.BestEpoch,
                ValidationLoss = seed.AloneResult.BestValidationLoss,
            },
            new TrainingEntry
            {
                Method = seed.Held.Name,
                Rows = seed.AloneResult.Rows,
                Epochs = seed.HeldResult.History.Count,
                BestEpoch = seed.HeldResult.KeptEpochs,
                ValidationLoss = seed.HeldResult.Kept?.MainLoss,
            },
        }),
    ];

    private ReportDocument Document(IReadOnlyList<ReportCheck> windows) => new()
    {
        Title = "Displaced jets, held to data",
        Subtitle = recipe.Label,
        Methods = DisplacedMethods.All,
        Sections =
        [
            new()
            {
                Title = "Result",
                Paragraphs = [Intent, Adversary, .. WindowLines.Meaning(request, windows)],
                Checks = [.. windows, .. findings.Limits],
                Tables = [Methods()],
            },
            new()
            {
                Title = "Data and simulation",
                Tables = [Inputs()],
                Figures = [_figures.Distances, _figures.Time, .. _figures.Scores],
            },
            new()
            {
                Title = "Separation",
                Paragraphs = [Separation],
                Figures =
                [
                    .. _figures.Separation.Curves, .. _figures.Separation.CurvesByMasses,
                    .. _figures.Separation.AreasByMasses,
                ],
            },
            new()
            {
                Title = "Events",
                Paragraphs = [Events],
                Tables = [Plane()],
                Figures = [_figures.Significance, _figures.Separation.GainByMasses, _figures.Plane],
            },
            new()
            {
                Title = "Preservation",
                Paragraphs = [Preserved, findings.Map is null ? NoMap : MapText],
                Tables = findings.Map is { } map ? [new DisplacedMapDrawing(map, recipe.Label).Table] : [],
                Figures = _figures.Maps,
            },
            new() { Title = "Epoch by epoch", Tables = [Games()], Figures = _figures.Courses },
            new() { Title = "What was run, on what", Tables = [Sample(), Times()] },
        ],
    };

    private ReportTable Methods()
    {
        (string Metric, string Title)[] columns =
        [
            (DisplacedMetric.AreaQcd, "AUC signal – QCD"), (DisplacedMetric.AreaBib, "AUC signal – BIB"),
            (DisplacedMetric.ScoreDistance, "largest KS of scores"), (DisplacedMetric.FreshArea, "fresh adversary AUC"),
            (DisplacedMetric.Significance, "S/√B of the chosen cut"), (DisplacedMetric.SignificanceGain, "over trees"),
        ];
        return new()
        {
            Caption = (recipe.Seeds == 1 ? "One seed" : $"Mean over {recipe.Seeds} seeds ± standard deviation")
                + ", errors of S/√B with that of counting in quadrature; KS and fresh adversary on "
                + $"{findings.Parts.ControlTest.RowCount} jets of the control region that no training has seen",
            Columns = ["tagger", .. columns.Select(column => column.Title)],
            Rows =
            [
                .. DisplacedMethods.All.Skip(1).Select(method => (IReadOnlyList<string>)
                    [method, .. columns.Select(column => Number(findings.Whole(column.Metric, method)))]),
            ],
        };
    }

    private ReportTable Sample() => ReportTable.OfValues(
        "Sample",
        [
            ("jets", findings.Parts.ToString()),
            .. networks.Derivation.Counts.Sentences()
                .Select(sentence => ("of those to learn from", sentence.TrimEnd('.'))),
            ("source", recipe.Source.Files.Any() ? string.Join(", ", recipe.Source.Files)
                : "embedded generator; signal decays are drawn in the calorimeter and weighted, data differ in the "
                    + "times of clusters alone"),
            ("trigger", Text($"a jet above {recipe.Trigger.PtMin} GeV, log10(E_H / E_EM) at least ")
                + Text($"{recipe.Trigger.LogRatioMin}, {recipe.Trigger.TrackDistanceMin} or more from tracks, its ")
                + Text($"leading cluster not before {recipe.Trigger.TimeMin} ns")),
            ("events with two jets that judge", Judged()),
            ("seeds", Text($"{recipe.Seeds} from {recipe.Seed}")),
            ("adversary", Text(
                $"price {recipe.Adversary.Lambda}, {recipe.Adversary.Steps} updates per update of the network")),
            ("version", ProgramVersion.Text),
        ]);

    private string Judged()
    {
        int[] classes = findings.First(DisplacedMethods.Trees).Chain.Test.Classes;
        return string.Join(", ", ClassBalance.Names.Select((name, number) =>
            Text($"{name} {classes.Count(one => one == number)}")));
    }

    private ReportTable Inputs() => new()
    {
        Caption = "Distances of data and simulation in the control region, quantity by quantity",
        Columns = ["quantity", "KS"],
        Rows = [.. findings.Inputs.Select(input => (IReadOnlyList<string>)
            [input.Name, Text($"{input.Distance:0.000}")])],
    };

    private ReportTable Games() => new()
    {
        Caption = "How each game went; KS of the scores qcd, signal, bib on validation jets",
        Columns = ["seed", "kept epoch", "KS before", "KS kept", "loss before", "loss kept", "how it ended"],
        Rows =
        [
            .. networks.Seeds.Select(seed => (IReadOnlyList<string>)
            [
                Text($"{seed.Seed}"), Text($"{seed.HeldResult.Kept?.Epoch}"),
                Text($"{seed.HeldResult.Start?.Verdicts[0].Score:0.000}"),
                Text($"{seed.HeldResult.Kept?.Verdicts[0].Score:0.000}"),
                Text($"{seed.HeldResult.Start?.MainLoss:0.0000}"),
                Text($"{seed.HeldResult.Kept?.MainLoss:0.0000}"),
                seed.HeldResult.Outcome.TrimEnd('.'), // checkpoints of a finished run are gone
            ]),
        ],
    };

    private ReportTable Plane()
    {
        AbcdPlane background = findings.Plane.Background, signal = findings.Plane.Signal;
        IReadOnlyList<string> Row(string name, Func<AbcdPlane, AbcdRegion> region) =>
        [
            name, Text($"{region(background).Sum:0.0}"), Text($"{region(findings.Plane.Qcd).Sum:0.0}"),
            Text($"{region(findings.Plane.BeamInduced).Sum:0.0}"),
            Text($"{100 * region(signal).Sum / Whole(signal):0.0}"),
        ];
        string Pull(AbcdPlane plane) => double.IsFinite(plane.Pull) ? Text($"{plane.Pull:+0.0;-0.0}") : "–";
        return new()
        {
            Caption = double.IsNaN(background.Predicted) ? "Region D is empty: nothing is predicted" : Text(
                $"Predicted {background.Predicted:0.0} ± {background.Predicted * background.RelativeError:0.0}, ")
                + Text($"observed {background.A.Sum:0.0}: non-closure {100 * background.NonClosure:+0;-0} %, ")
                + Text($"{background.Pull:+0.0;-0.0} errors. With 1 % of signal among the events the prediction ")
                + Text($"would be {findings.Plane.Contamination(0.01):0.00} times as large"),
            Columns = ["region", "background", "QCD", "BIB", "signal [%]"],
            Rows =
            [
                Row("A, both high", plane => plane.A), Row("B, score high", plane => plane.B),
                Row("C, distance high", plane => plane.C), Row("D", plane => plane.D),
                ["observed − predicted, in errors", Pull(background), Pull(findings.Plane.Qcd),
                    Pull(findings.Plane.BeamInduced), "–"],
            ],
        };
    }

    private static double Whole(AbcdPlane plane) => plane.A.Sum + plane.B.Sum + plane.C.Sum + plane.D.Sum;

    private ReportTable Times() => ReportTable.OfValues(
        "Wall time of this process",
        [.. request.Progress.Times.Select(stage => (stage.Name, Text($"{stage.Seconds:0.0} s")))]);

    private static string Number(FigureEntry? entry) => entry switch
    {
        { Value: { } value, Error: { } error } => Text($"{value:0.0000} ± {error:0.0000}"),
        { Value: { } value } => Text($"{value:0.0000}"),
        _ => "–",
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
