using System.Globalization;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Cli.Studies.Clusters.Sources;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Tables;
using Moliere.Validation.Metrics;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Clusters;

/// <summary>
/// The study of cluster calibration: table, methods, judgement, report. Each stage leaves its result in the run folder
/// and is skipped where an interrupted run has left it.
/// </summary>
internal sealed class ClusterStudy : IStudy
{
    /// <inheritdoc/>
    public string Name => "clusters";

    /// <inheritdoc/>
    public StudyResult Execute(StudyRequest request)
    {
        var recipe = (ClusterRecipe)request.Recipe;
        var world = new Lazy<ClusterWorld>(() => BuildWorld(request, recipe));
        var times = new ClusterTimes();
        return request.Verb switch
        {
            StudyVerb.Simulate => Simulate(request, recipe, world, times),
            StudyVerb.Merge => Merge(request, recipe),
            StudyVerb.Train => Train(request, recipe, world),
            StudyVerb.Validate => Validate(request, recipe, world, times),
            _ => Run(request, recipe, world, times),
        };
    }

    private static StudyResult Run(
        StudyRequest request, ClusterRecipe recipe, Lazy<ClusterWorld> world, ClusterTimes times)
    {
        Table all = ClusterTableStage.Get(request, recipe, world, times);
        Table selected = ClusterTableStage.Select(all, recipe);
        IReadOnlyList<DerivedMethod> methods = MethodStage.Derive(request, recipe, selected, world);
        LearningCurveStage.Derive(request, recipe, selected, methods);
        return Judge(request, recipe, all.RowCount, selected, methods, times);
    }

    private static StudyResult Simulate(
        StudyRequest request, ClusterRecipe recipe, Lazy<ClusterWorld> world, ClusterTimes times)
    {
        Table table = ClusterTableStage.Get(request, recipe, world, times);
        WriteFormats(request, recipe);
        return new([ClusterTableStage.Describe(table)], []);
    }

    private static StudyResult Merge(StudyRequest request, ClusterRecipe recipe)
    {
        new TableProduction(request, ClusterTableStage.FileName).Merge();
        WriteFormats(request, recipe);
        return new([ClusterTableStage.Describe(TableFile.Read(request.Folder.PathOf(ClusterTableStage.FileName)))], []);
    }

    private static void WriteFormats(StudyRequest request, ClusterRecipe recipe) =>
        new TableProduction(request, ClusterTableStage.FileName).WriteFormats(
            recipe.Source.Formats.Contains(TableFormat.Csv), recipe.Source.Formats.Contains(TableFormat.Root),
            recipe.Label);

    private static StudyResult Train(StudyRequest request, ClusterRecipe recipe, Lazy<ClusterWorld> world)
    {
        Table selected = ClusterTableStage.Select(TableInput.Read(request, recipe, request.Table!), recipe);
        IReadOnlyList<DerivedMethod> methods = MethodStage.Derive(request, recipe, selected, world);
        LearningCurveStage.Derive(request, recipe, selected, methods);
        return new([.. methods.Select(method => $"{method.Calibration.Name}: {Describe(method)}")], []);
    }

    private static StudyResult Validate(
        StudyRequest request, ClusterRecipe recipe, Lazy<ClusterWorld> world, ClusterTimes times)
    {
        Table all = TableInput.Read(request, recipe, request.Table!);
        Table selected = ClusterTableStage.Select(all, recipe);
        IReadOnlyList<DerivedMethod> methods = TrainedMethods.Read(request, recipe, selected, world);
        return Judge(request, recipe, all.RowCount, selected, methods, times);
    }

    private static StudyResult Judge(
        StudyRequest request, ClusterRecipe recipe, int allRows, Table selected, IReadOnlyList<DerivedMethod> methods,
        ClusterTimes times)
    {
        int[] rows = recipe.Parts().Rows(selected.Longs(ClusterColumns.Event), SplitPart.Test);
        if (rows.Length == 0)
        {
            throw new RefusalException(
                ExitCode.BadData,
                "The test part of the sample is empty; simulate more events with --set source.events=N.");
        }

        Table test = selected.Select(rows);
        Judgement judgement = Judgement.Of(request, recipe, test, methods);
        var report = new ClusterReport(request, recipe, judgement);
        report.Write(methods, SampleLines(request, recipe, allRows, selected, test, judgement), times);
        return new(Summary(request, recipe, selected, judgement), LimitChecks.Broken(judgement.Limits));
    }

    private static ClusterWorld BuildWorld(StudyRequest request, ClusterRecipe recipe)
    {
        using var stage = request.Progress.Stage("detector and pile-up library", recipe.Pileup.Library, "collisions");
        return new ClusterWorld(recipe, request.Threads);
    }

    private static IReadOnlyList<(string Label, string Value)> SampleLines(
        StudyRequest request, ClusterRecipe recipe, int allRows, Table selected, Table test, Judgement judgement) =>
    [
        ("source", request.Table ?? recipe.Source.Input ?? "embedded dijet generator"),
        ("events with selected clusters", Count(selected.Longs(ClusterColumns.Event).Distinct().Count())),
        (IsTable(request, recipe) ? "clusters in the table" : "clusters in jets", Count(allRows)),
        ("clusters selected", Count(selected.RowCount)),
        ("clusters in the test part", Count(test.RowCount)),
        .. judgement.Sample.Methods.Select(m =>
            ($"not calibrated by {m.Name}", Count(m.Predictions.NotCalibratedCount))),
        ("selection", SelectionRule.ConditionFor(selected, recipe)),
        .. IsTable(request, recipe) ? SourceLines.Of(recipe.Source, selected) : [],
        .. PileupLines(request, recipe),
        ("seed", recipe.Seed.ToString(CultureInfo.InvariantCulture)),
        ("version", ProgramVersion.Text),
        .. request.Inputs.Select(input => ($"input {input.Path}", $"sha256 {input.Sha256}")),
    ];

    // Of a table that was made elsewhere the recipe does not know the pile-up.
    private static (string Label, string Value)[] PileupLines(StudyRequest request, ClusterRecipe recipe) =>
        IsTable(request, recipe)
            ? []
            : [("mean number of collisions", recipe.Pileup.MeanMu.ToString("0.#", CultureInfo.InvariantCulture))];

    private static bool IsTable(StudyRequest request, ClusterRecipe recipe) =>
        request.Table is not null || (recipe.Source.Input is { } input && ClusterTableInput.IsTable(input));

    private static IReadOnlyList<string> Summary(
        StudyRequest request, ClusterRecipe recipe, Table selected, Judgement judgement)
    {
        string sample = $"{ClusterTableStage.Describe(selected)}, {judgement.Sample.Rows} clusters in the test part.";
        var lines = new List<string> { sample };
        foreach (ReportCheck check in
            (ReportCheck[])[.. AcceptanceWindows.Of(judgement), .. UncertaintyWindows.Of(judgement)])
        {
            lines.Add($"{(check.Passed ? "reached" : "missed ")}  {check.Claim}: {check.Found} ({check.Wanted})");
        }

        lines.Add(AcceptanceWindows.Meaning(request, recipe));
        lines.AddRange(LimitChecks.Lines(judgement.Limits));
        return [.. lines.Select(line => line.Replace("_{", "_", StringComparison.Ordinal)
            .Replace("}", "", StringComparison.Ordinal))];
    }

    private static string Describe(DerivedMethod method) => method.Training is { } training
        ? string.Create(
            CultureInfo.InvariantCulture,
            $"{training.Epochs} epochs over {training.Rows} clusters, best epoch {training.BestEpoch}, "
            + $"validation loss {training.BestValidationLoss:0.#####}")
        : "derived";

    private static string Count(int number) =>
        number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '\u202f');
}
