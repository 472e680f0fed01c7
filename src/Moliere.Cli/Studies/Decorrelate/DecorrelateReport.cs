using System.Globalization;
using Moliere.Cli.Recipes.Decorrelate;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Tagging;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Decorrelate;

/// <summary>Writes figures, <c>metrics.json</c> and the report.</summary>
internal sealed class DecorrelateReport(
    StudyRequest request, DecorrelateRecipe recipe, DecorrelateSample sample, DecorrelateFindings findings)
{
    private const string Intent =
        "A tagger of W bosons learns the jet mass even from variables that are not the mass: what passes its cut is "
        + "background that looks like a peak, and a search for a peak has lost its side bands. Each method here gives "
        + "one number per jet, made of substructure, that is to depend as little as possible on the mass of background."
        + "";

    private const string Measures =
        "Rejection is 1 / ε_{b} where half of the bosons pass. Sculpting is the Jensen-Shannon divergence, in bits, "
        + "between the mass of background that passes and that of background that fails, at a cut chosen on other "
        + "jets; flatness is its inverse. Two samples of one distribution differ too: a flatness near its floor says "
        + "no more than that, and the floor is the lower the fewer jets pass. A fresh adversary, which has taken part "
        + "in no training, says how much of the mass can be read from the score of a network, beyond p_{T}. Classes "
        + "are weighted to one flat spectrum of ln p_{T}, in training and here. Errors are 95 % intervals over "
        + "crossings and, of networks, over starts.";

    private const string Ways =
        "ddt straightens the mean of τ_{21} in ln(m²/p_{T}); knn subtracts from D_{2} its local percentile; css brings "
        + "D_{2} to one distribution for all masses, by the measured distributions rather than by a convolution. "
        + "uboost weights background up, round after round, where the mass keeps it from being rejected: it is made "
        + "uniform at one cut alone. disco adds the distance correlation of score and mass to the loss; adversary pays "
        + "for what a second network can tell of the mass.";

    private readonly DecorrelateFigures _figures = new(findings, recipe);

    /// <summary>Writes everything.</summary>
    /// <param name="windows">What had to be reached.</param>
    public void Write(IReadOnlyList<ReportCheck> windows) =>
        ReportFiles.Write(request, findings.Figures, Trainings(), _figures.All, () => Document(windows));

    private ReportDocument Document(IReadOnlyList<ReportCheck> windows) => new()
    {
        Title = "Taggers of bosons that do not know the mass",
        Subtitle = recipe.Label,
        Methods = [.. recipe.Methods.Select(method => DecorrelateNames.Of(method))],
        Sections =
        [
            new()
            {
                Title = "Result",
                Paragraphs = [Intent, .. WindowLines.Meaning(request, windows), Measures],
                Checks = [.. windows, .. findings.Limits],
                Tables = [Methods()],
                Figures = [_figures.Tradeoff],
            },
            new()
            {
                Title = "What cuts do to the mass",
                Paragraphs = [$"Of methods with several strengths these are drawn: {Drawn()}."],
                Figures = _figures.Mass,
            },
            new() { Title = "Rejection", Figures = _figures.Roc },
            new()
            {
                Title = "What independence costs",
                Paragraphs = [Ways, .. Unmoved()],
                Tables = [FigureTables.OfTraining(Trainings())],
                Figures = _figures.Price is { } price ? [price] : [],
            },
            new() { Title = "What was run, on what", Tables = [Sample(), Times()] },
        ],
    };

    private string Drawn() => string.Join(", ", recipe.Methods
        .Where(method => DecorrelateNames.Strengths(recipe, method).Count > 0).Select(_figures.Middle));

    private ReportTable Methods() => new()
    {
        Caption = "Test jets, inclusive in mass unless said",
        Columns =
        [
            "method", "AUC", "rejection at 50 %",
            Text($"rejection, {recipe.Mass.WindowMin:0}–{recipe.Mass.WindowMax:0} GeV"), "1/JSD", "its floor",
            "signal at the cut", "dCor²", "fresh adversary [nat]", "cross-entropy",
        ],
        Rows =
        [
            .. DecorrelateNames.Of(recipe).Select(method => (IReadOnlyList<string>)
            [
                method, Cell(TaggingMetric.Area, method), Cell(TaggingMetric.Rejection50, method),
                FigureTables.Cell(findings.InWindow(TaggingMetric.Rejection50, method)),
                Cell(TaggingMetric.Flatness, method),
                Number(1 / findings.Value(TaggingMetric.SculptingFloor, method), "0.0"),
                Cell(TaggingMetric.SignalEfficiency, method),
                Number(findings.Value(TaggingMetric.DistanceCorrelation, method), "0.0000"),
                Cell(TaggingMetric.FreshInformation, method),
                Cell(TaggingMetric.CrossEntropy, method),
            ]),
        ],
    };

    private string Cell(string metric, string method) => FigureTables.Cell(findings.Figures.Whole(metric, method));

    private static string Number(double value, string format) =>
        double.IsNaN(value) ? "–" : value.ToString(format, CultureInfo.InvariantCulture);

    private ReportTable Sample() => ReportTable.OfValues(
        "Sample",
        [("source", recipe.Source.Input ?? Text($"embedded generator, {recipe.Source.Events} events")),
        ("mean number of collisions",
            recipe.Source.Input is null ? Text($"{recipe.Pileup.MeanMu:0.#}") : "of the table"),
        ("jets", Text($"{sample.All}")),
        .. sample.Lost.Select(cut => (cut.Cut, Text($"{cut.Jets}"))),
        ("training", Parts(sample.Training)), ("validation", Parts(sample.Validation)), ("test", Parts(sample.Test)),
        ("starts of each network", Text($"{recipe.Network.Starts}")), ("seed", Text($"{recipe.Seed}")),
        ("version", ProgramVersion.Text)]);

    private static string Parts(Tagging.Decorrelation.BoostedSample part) =>
        Text($"{part.Count - part.Background.Length} boson jets, {part.Background.Length} of quarks and gluons");

    private ReportTable Times() => ReportTable.OfValues(
        "Wall time of this process",
        [.. request.Progress.Times.Select(stage => (stage.Name, Text($"{stage.Seconds:0.0} s")))]);

    private IEnumerable<string> Unmoved() => Trainings().Where(entry => entry.BestEpoch == 0).Select(entry =>
        $"{entry.Method}: no epoch of its game is kept; its figures are those of the network that it began with.");

    private TrainingEntry[] Trainings() => [.. findings.Trained.Select(one => one.Training).OfType<TrainingEntry>()];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
