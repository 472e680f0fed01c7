using System.Globalization;
using Moliere.Cli.Recipes.Pivot;
using Moliere.Learning.Adversaries;
using Moliere.Tagging.Pivot;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Tagging;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Pivot;

/// <summary>Writes figures, <c>metrics.json</c> and the report.</summary>
internal sealed class PivotReport(StudyRequest request, PivotRecipe recipe, PivotFindings findings)
{
    private const string Intent =
        "A classifier that uses what a nuisance z moves is good only where z is known. An adversary tries to tell z "
        + "from the classifier's score; the classifier learns its task minus λ times the adversary's success. A score "
        + "that tells nothing of z is a pivot: its cuts have the same background efficiency whatever z is.";

    private const string OfToy =
        "Background lies around the origin, signal around (1, 1 + z) with z standard normal. Everything that is "
        + "possible is known: the best classifier, what its score says of z, and that x_{0} alone is a pivot. "
        + "A fresh adversary that never took part is trained on the frozen scores at the end: what it finds is the "
        + "only honest test.";

    private const string OfRows =
        "The adversary sees background alone. Significance (AMS) is that of 100 signal over 1000 background events "
        + "before the cut, with the difference of the background between both sides of the nuisance as its "
        + "uncertainty. The threshold, or none, is chosen on validation rows with the error of that difference "
        + "added to it in quadrature, so that no agreement by chance wins; all numbers are of test rows. A small λ "
        + "leaves the uncertainty, a large one costs separation.";

    private const string LeftOut = "left out";

    private static readonly string[] s_columns =
    [
        PivotMetric.CrossEntropy, PivotMetric.Area, PivotMetric.Distance, PivotMetric.AdversaryLoss,
        PivotMetric.FreshInformation, PivotMetric.Significance,
    ];

    private readonly PivotFigures _figures = new(findings, recipe, request.Threads);

    /// <summary>Writes everything.</summary>
    /// <param name="windows">What had to be reached.</param>
    public void Write(IReadOnlyList<ReportCheck> windows) =>
        ReportFiles.Write(request, findings.Figures, Trainings(), _figures.All, () => Document(windows));

    private ReportDocument Document(IReadOnlyList<ReportCheck> windows) => new()
    {
        Title = "Classifiers that do not know a nuisance",
        Subtitle = recipe.Labelled,
        Methods = _figures.Names,
        Sections =
        [
            new()
            {
                Title = "Result",
                Paragraphs = [Intent, .. WindowLines.Meaning(request, windows)],
                Checks = [.. windows, .. findings.Limits],
            },
            .. findings.Toy.Count > 0
                ? new ReportSection[]
                {
                    new()
                    {
                        Title = "The toy",
                        Paragraphs = [OfToy, Schedule()],
                        Tables =
                        [
                            Numbers(
                                "Toy, one start; the error of what a fresh adversary finds is 95 %, of rows",
                                [.. findings.Toy.Select(toy => toy.Name)]),
                            Exact(),
                        ],
                        Figures = [.. _figures.Courses, .. _figures.Scores],
                    },
                }
                : [],
            .. findings.Table is { } table
                ? new ReportSection[]
                {
                    new()
                    {
                        Title = "Signal and background of the table",
                        Paragraphs =
                            [OfRows, Sides(table), .. findings.Games.Select(game => game.Failure).OfType<string>()],
                        Tables =
                        [
                            Numbers(
                                $"Test rows, {Starts}; errors are 95 %, {(recipe.Game.Starts == 1 ? "of rows"
                                    : "spread of starts over the root of their number, and of rows, in quadrature")}",
                                findings.GameNames),
                            Cuts(), Rows(table),
                        ],
                        Figures = _figures.OfTable,
                    },
                }
                : [],
            new() { Title = "What was run", Tables = [Settings(), Times()] },
        ],
    };

    private TrainingEntry[] Trainings() =>
    [
        .. findings.Toy.Select(toy => new TrainingEntry
        {
            Method = toy.Name,
            Rows = recipe.Toy.TrainRows,
            Epochs = toy.Outcome.Course.History.Count,
            BestEpoch = toy.Outcome.Course.KeptEpochs,
            ValidationLoss = toy.Outcome.Course.Kept!.MainLoss,
        }),
        .. findings.Games.Select(game => new TrainingEntry
        {
            Method = game.Name,
            Rows = findings.Table!.Training.RowCount,
            Epochs = game.Epochs,
            BestEpoch = game.BestEpoch,
            ValidationLoss = game.Kept.MainLoss,
        }),
    ];

    private string Starts => recipe.Game.Starts == 1 ? "one start" : $"means over {recipe.Game.Starts} starts";

    private string Ramp => recipe.Game.Ramp.Count == 0 ? ""
        : Text($", before them smaller ones of {string.Join(", ", recipe.Game.Ramp)}");

    private string Schedule() => recipe.Toy.IsPublished
        ? "Networks, optimiser and schedule are the published ones."
        : "Networks and optimiser are the published ones, the schedule is not: compare no number with the paper's.";

    private static string Sides(PivotTable table) => TablePivot.IsBinary(table.Training)
        ? $"{TableGames.Nominal} has seen rows of the lower value of the nuisance only."
        : "The nuisance has many values: its median among training rows parts both sides.";

    private ReportTable Numbers(string caption, IReadOnlyList<string> methods) => new ReportTable()
    {
        Caption = caption,
        Columns = ["classifier", "cross-entropy", "area", "KS", "adversary", "fresh adversary", "AMS"],
        Rows =
        [
            .. methods.Select(method => (IReadOnlyList<string>)
                [method, .. s_columns.Select(metric => FigureTables.Cell(findings.Figures.Whole(metric, method)))]),
        ],
    }.WithoutEmptyColumns();

    private ReportTable Cuts() => new()
    {
        Caption = Text($"Cuts on test rows, {Starts}; without a cut the AMS is {AmsScan.Uncut:0.00}"),
        Columns = ["classifier", "efficiency of signal", "background", "its difference", "standard error of that"],
        Rows =
        [
            .. findings.Games.GroupBy(game => game.Name).Select(starts => (IReadOnlyList<string>)
            [
                starts.Key, Text($"{starts.Average(start => start.Judged.Efficiency):0.00}"),
                Text($"{starts.Average(start => start.Judged.Background):0.0}"),
                Text($"{starts.Average(start => start.Judged.Sigma):0.0}"),
                Text($"{starts.Average(start => start.Judged.SigmaError):0.0}"),
            ]),
        ],
    };

    private static ReportTable Exact()
    {
        (PivotMeasures best, PivotMeasures pivotal) = (PivotReference.Best(), PivotReference.Pivotal());
        return new()
        {
            Caption = "What is exact",
            Columns = ["classifier", "cross-entropy", "area", "KS", "best adversary"],
            Rows =
            [
                [
                    "the best", Text($"{best.CrossEntropy:0.0000}"), Text($"{best.Area:0.0000}"),
                    Text($"{best.Distance:0.000}"), Text($"{PivotReference.EntropyOfZGivenBest():0.000}"),
                ],
                [
                    "the best of x_{0} alone", Text($"{pivotal.CrossEntropy:0.0000}"), Text($"{pivotal.Area:0.0000}"),
                    Text($"{pivotal.Distance:0}"), Text($"{PivotReference.EntropyOfZ:0.0000}"),
                ],
            ],
        };
    }

    private ReportTable Rows(PivotTable table) => ReportTable.OfValues(
        "Rows",
        ("source", recipe.Source.Input ?? "embedded generator: W bosons, quarks and gluons"),
        ("target", recipe.Source.Target), ("nuisance", recipe.Source.Nuisance),
        ("features", string.Join(", ", recipe.Source.Features)),
        ("rows to learn from", Text($"{table.Training.RowCount}")),
        ("to choose thresholds", Text($"{table.Validation.RowCount}")), ("to judge", Text($"{table.Test.RowCount}")),
        ("left out, with a value that is not finite", Text($"{table.Lost}")));

    private ReportTable Settings() => ReportTable.OfValues(
        "Settings",
        ("toy", findings.Toy.Count == 0 ? LeftOut
            : Text($"λ {string.Join(", ", recipe.Toy.Lambdas)}; {recipe.Toy.Iterations} steps; ")
                + Text($"{recipe.Toy.TrainRows} rows; passes before: {recipe.Toy.PretrainClassifier} and ")
                + Text($"{recipe.Toy.PretrainAdversary}")),
        ("table", findings.Table is null ? LeftOut
            : Text($"λ {string.Join(", ", recipe.Game.Lambdas)}{Ramp}; {Starts}; {recipe.Game.Iterations} steps; ")
                + Text($"players move {(recipe.Game.Mode == GameMode.Reversal ? "at once" : "in turn")}")),
        ("seed", Text($"{recipe.Seed}")), ("version", ProgramVersion.Text));

    private ReportTable Times() => ReportTable.OfValues(
        "Wall time of this process",
        [.. request.Progress.Times.Select(stage => (stage.Name, Text($"{stage.Seconds:0.0} s")))]);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
