using System.Globalization;
using Moliere.Cli.Recipes.Inferno;
using Moliere.Tagging.Inference;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Tagging;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Inferno;

/// <summary>Writes figures, <c>metrics.json</c> and the report.</summary>
internal sealed class InfernoReport(StudyRequest request, InfernoRecipe recipe, InfernoFindings findings)
{
    private const string Intent =
        "50 signal events are sought among 1000 of background. A network reduces each event to one of a few bins, "
        + "and the signal is inferred from the counts. A classifier makes the bins that separate best and does not "
        + "know what else is uncertain: here the place r and the rate λ of the background, and its number b. INFERNO "
        + "trains the network on the expected uncertainty of s itself: the variance [I^{-1}]_{ss} that Poisson counts "
        + "in soft bins promise, with r, λ and b profiled. Templates under moved r and λ are the same events, moved.";

    private const string Reading =
        "Figures are of hard bins, on events that no training has seen; errors are 95 %, from the size of that sample, "
        + "or from the spread over starts where there are several. Two rows are integrals over the known densities and "
        + "have no error; the optimal classifier is also measured as networks are (optimal-classifier-measured), which "
        + "shows what sample and differences do. The paper's text places the signal at (1, 1); its published numbers "
        + "are those of a signal at the origin, which is used here. B3 constrains r to 0.4 and λ to 1.0, B4 frees b "
        + "too, within 100.";

    private readonly InfernoFigures _figures = new(findings, recipe.Label);

    /// <summary>Writes everything.</summary>
    /// <param name="windows">What had to be reached.</param>
    public void Write(IReadOnlyList<ReportCheck> windows) =>
        ReportFiles.Write(request, findings.Figures, Trainings(), _figures.All, () => Document(windows));

    private ReportDocument Document(IReadOnlyList<ReportCheck> windows) => new()
    {
        Title = "Summaries that know their nuisances",
        Subtitle = recipe.Label,
        Methods = _figures.Names,
        Sections =
        [
            new()
            {
                Title = "Result",
                Paragraphs =
                    [Intent, .. WindowLines.Meaning(request, windows), Reading, .. findings.Obstacles],
                Checks = [.. windows, .. findings.Limits],
                Tables = [Rows()],
                Figures = [_figures.Uncertainties, _figures.Profile],
            },
            new() { Title = "What the bins are", Figures = _figures.Planes },
            new()
            {
                Title = "Training",
                Paragraphs = [Fitting()],
                Tables = [FigureTables.OfTraining(Trainings())],
                Figures = [_figures.Training],
            },
            new() { Title = "What was run, on what", Tables = [Sample(), Times()] },
        ],
    };

    private string Fitting() =>
        "The paper trains by plain descent with steps of 10^{-6} over 200 epochs; here Adam takes "
        + Text($"{recipe.Training.Epochs}, with a rate of {recipe.Training.LearningRate} at its peak. The loss is the ")
        + "paper's, whose network has two layers of 100 and a softmax at temperature 0.1; here layers have "
        + Text($"{string.Join(", ", recipe.Summary.Hidden)} units and the temperature is ")
        + Text($"{recipe.Summary.Temperature}.");

    private ReportTable Rows() => new()
    {
        Caption = "Expected uncertainty of s [events]",
        Columns = ["method", .. findings.Benchmarks.Select(benchmark => benchmark.Name)],
        Rows =
        [
            .. InfernoFindings.Methods.Prepend(InfernoFindings.OptimalMeasured).Select(method => (IReadOnlyList<string>)
            [
                method, .. findings.Benchmarks.Select(benchmark => FigureTables.Cell(
                    findings.Figure(InferenceMetric.Uncertainty, method, benchmark))),
            ]),
            .. findings.Obstacles.Count > 0 ? Array.Empty<IReadOnlyList<string>>() :
            [
                Published("published: cross-entropy", PublishedRows.CrossEntropy),
                Published("published: inferno", PublishedRows.Inferno),
            ],
        ],
    };

    private IReadOnlyList<string> Published(string name, IReadOnlyList<double> row) =>
        [name, .. findings.Benchmarks.Select(benchmark => Text($"{row[InfernoFindings.NumberOf(benchmark)]:0.00}"))];

    private ReportTable Sample() => ReportTable.OfValues(
        "Sample",
        ("signal events to learn from, and as many of background", Text($"{recipe.Sample.Training}")),
        ("to choose the epoch", Text($"{recipe.Sample.Validation}")),
        ("to measure", Text($"{recipe.Sample.Test}")),
        ("bins", Text($"{recipe.Summary.Bins}")), ("temperature", Text($"{recipe.Summary.Temperature}")),
        ("starts", Text($"{recipe.Starts}")), ("seed", Text($"{recipe.Seed}")), ("version", ProgramVersion.Text));

    private ReportTable Times() => ReportTable.OfValues(
        "Wall time of this process",
        [.. request.Progress.Times.Select(stage => (stage.Name, Text($"{stage.Seconds:0.0} s")))]);

    private TrainingEntry[] Trainings() =>
    [
        .. findings.Trained.Select(trained => new TrainingEntry
        {
            Method = trained.Name,
            Rows = trained.Course.Rows,
            Epochs = trained.Course.Training.Length,
            BestEpoch = trained.Course.BestEpoch,
            ValidationLoss = trained.Course.BestLoss,
        }),
    ];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
