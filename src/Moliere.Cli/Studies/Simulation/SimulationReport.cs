using System.Globalization;
using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Simulation;
using Moliere.Cli.Runs;
using Moliere.Validation.Metrics;
using Moliere.Validation.Plots;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Simulation;

/// <summary>Writes the figures with their numbers, <c>metrics.json</c> and the report of the comparison.</summary>
internal sealed class SimulationReport(StudyRequest request, SimulationRecipe recipe)
{
    private readonly MethodPalette _palette = new(ComparedFigures.Methods);

    /// <summary>Writes everything.</summary>
    public void Write(
        IReadOnlyList<SimulationChapter> chapters, IReadOnlyList<FigureEntry> entries,
        IReadOnlyList<ReportCheck> limits)
    {
        using RunStage stage = request.Progress.Stage("report", 0, "figures");
        var metrics = new MetricsDocument { Figures = entries, Training = [] };
        AtomicFile.Write(request.Folder.PathOf("metrics.json"), stream => MetricsFile.Write(stream, metrics));
        foreach (Figure figure in chapters.SelectMany(chapter => chapter.Figures))
        {
            File.WriteAllText(request.Folder.PathOf($"figures/{figure.Id}.svg"), FigureSvg.Render(figure, _palette));
            File.WriteAllText(request.Folder.PathOf($"figures/{figure.Id}.csv"), FigureCsv.Render(figure));
            stage.Advance();
        }

        using StreamWriter writer = new(request.Folder.PathOf("report.html"));
        HtmlReport.Write(writer, Document(chapters, limits));
    }

    private ReportDocument Document(
        IReadOnlyList<SimulationChapter> chapters, IReadOnlyList<ReportCheck> limits) => new()
        {
            Title = "Generator and detector beside their references",
            Subtitle = recipe.Label,
            Methods = ComparedFigures.Methods,
            Sections =
            [
                new()
                {
                    Title = "Result",
                    Paragraphs = [Intent],
                    Checks = [.. chapters.SelectMany(chapter => ComparedChecks.Of(chapter.Values)), .. limits],
                },
                .. chapters.Select(chapter => new ReportSection
                {
                    Title = chapter.Title,
                    Paragraphs = [chapter.Meaning],
                    Tables = chapter.Tables.Count > 0 ? chapter.Tables : [Numbers(chapter)],
                    Figures = chapter.Figures,
                }),
                new() { Title = "What was run", Tables = [Sample(), Times()] },
            ],
        };

    private const string Intent =
        "Every number of the simulation stands beside the same number found elsewhere. A check passes when both agree "
        + "within the stated tolerance plus two standard errors of their statistics; of numbers in bins the worst bin "
        + "decides.";

    private static ReportTable Numbers(SimulationChapter chapter) => new()
    {
        Caption = "Numbers with standard errors",
        Columns = ["metric", "bin", "simulation", "reference"],
        Rows =
        [
            .. chapter.Values.Select(value => (IReadOnlyList<string>)
            [
                value.Metric, Bin(value), ComparedChecks.Number(value.Found, value.Error),
                value.Wanted is { } wanted ? ComparedChecks.Number(wanted, value.WantedError) : "–",
            ]),
        ],
    };

    private static string Bin(ComparedValue value) => (value.Variable, value.Low, value.High) switch
    {
        (null, _, _) => "all",
        ({ } variable, { } low, { } high) when low == high => Text($"{variable} {low:0.###}"),
        ({ } variable, { } low, { } high) => Text($"{variable} {low:0.###}–{high:0.###}"),
        ({ } variable, _, _) => variable,
    };

    private ReportTable Sample() => ReportTable.OfValues(
        "Sample",
        ("electron positron", Count(recipe.Events.ElectronPositron)), ("dijets", Count(recipe.Events.Dijets)),
        ("minimum bias", Count(recipe.Events.MinimumBias)), ("pairs of taus", Count(recipe.Events.Ditau)),
        ("particles of each kind and energy", Count(recipe.Events.Particles)),
        ("crossings at each μ", Count(recipe.Events.Collisions)), ("seed", Text($"{recipe.Seed}")),
        ("version", ProgramVersion.Text));

    private ReportTable Times() => ReportTable.OfValues(
        "Wall time of this process",
        [.. request.Progress.Times.Select(stage => (stage.Name, Text($"{stage.Seconds:0.0} s")))]);

    private static string Count(int number) =>
        number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '\u202f');

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
