using Moliere.Cli.Progress;
using Moliere.Cli.Runs;
using Moliere.Validation.Metrics;
using Moliere.Validation.Plots;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies;

/// <summary>The files of a judgement: figures with their numbers, <c>metrics.json</c> and the report.</summary>
internal static class ReportFiles
{
    /// <summary>Writes everything; times are left out of <c>metrics.json</c>, which is equal between runs.</summary>
    /// <param name="request">The run folder.</param>
    /// <param name="entries">The figures as numbers.</param>
    /// <param name="methods">The methods, for their trainings.</param>
    /// <param name="figures">The figures as drawings.</param>
    /// <param name="document">Makes the report when all else is written, so that it can hold the times.</param>
    public static void Write(
        StudyRequest request, IReadOnlyList<FigureEntry> entries, IReadOnlyList<DerivedMethod> methods,
        IReadOnlyList<(Figure Figure, MethodPalette Palette)> figures, Func<ReportDocument> document) =>
        Write(request, entries, DerivedMethod.Trainings(methods), figures, document);

    /// <summary>The same for what is no calibration.</summary>
    /// <param name="request">The run folder.</param>
    /// <param name="entries">The figures as numbers.</param>
    /// <param name="trainings">How networks and trees were trained.</param>
    /// <param name="figures">The figures as drawings.</param>
    /// <param name="document">Makes the report when all else is written, so that it can hold the times.</param>
    public static void Write(
        StudyRequest request, IReadOnlyList<FigureEntry> entries, IReadOnlyList<TrainingEntry> trainings,
        IReadOnlyList<(Figure Figure, MethodPalette Palette)> figures, Func<ReportDocument> document)
    {
        using RunStage stage = request.Progress.Stage("report", 0, "figures");
        var metrics = new MetricsDocument
        {
            Figures = entries,
            Training = [.. trainings.Select(entry => entry with { Seconds = null, RowsPerSecond = null })],
        };
        AtomicFile.Write(request.Folder.PathOf("metrics.json"), stream => MetricsFile.Write(stream, metrics));
        foreach ((Figure figure, MethodPalette palette) in figures)
        {
            File.WriteAllText(request.Folder.PathOf($"figures/{figure.Id}.svg"), FigureSvg.Render(figure, palette));
            File.WriteAllText(request.Folder.PathOf($"figures/{figure.Id}.csv"), FigureCsv.Render(figure));
            stage.Advance();
        }

        using StreamWriter writer = new(request.Folder.PathOf("report.html"));
        HtmlReport.Write(writer, document());
    }
}
