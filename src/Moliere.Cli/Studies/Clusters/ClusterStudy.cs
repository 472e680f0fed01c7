using System.Globalization;
using Moliere.Cli.Recipes;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Cli.Studies.Clusters.Sources;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Sources;
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
        using ClusterSample sample = new(
            new TableFileSource(ClusterTableStage.Make(request, recipe, world, times)), recipe, request.Threads);
        IReadOnlyList<DerivedMethod> methods = MethodStage.Derive(request, recipe, sample, world);
        LearningCurveStage.Derive(request, recipe, sample, methods);
        return Judge(request, recipe, sample, methods, times);
    }

    private static StudyResult Simulate(
        StudyRequest request, ClusterRecipe recipe, Lazy<ClusterWorld> world, ClusterTimes times)
    {
        string table = ClusterTableStage.Make(request, recipe, world, times);
        WriteFormats(request, recipe);
        return new([ClusterTableStage.Describe(table)], []);
    }

    private static StudyResult Merge(StudyRequest request, ClusterRecipe recipe)
    {
        new TableProduction(request, ClusterTableStage.FileName).Merge();
        WriteFormats(request, recipe);
        return new([ClusterTableStage.Describe(request.Folder.PathOf(ClusterTableStage.FileName))], []);
    }

    private static void WriteFormats(StudyRequest request, ClusterRecipe recipe) =>
        new TableProduction(request, ClusterTableStage.FileName).WriteFormats(
            recipe.Source.Formats.Contains(TableFormat.Csv), recipe.Source.Formats.Contains(TableFormat.Root),
            recipe.Label);

    private static StudyResult Train(StudyRequest request, ClusterRecipe recipe, Lazy<ClusterWorld> world)
    {
        using ClusterSample sample = new(
            TableInput.Open(request, recipe, request.Table!), recipe, request.Threads);
        IReadOnlyList<DerivedMethod> methods = MethodStage.Derive(request, recipe, sample, world);
        LearningCurveStage.Derive(request, recipe, sample, methods);
        return new([.. methods.Select(method => method.Describe("clusters"))], []);
    }

    private static StudyResult Validate(
        StudyRequest request, ClusterRecipe recipe, Lazy<ClusterWorld> world, ClusterTimes times)
    {
        using ClusterSample sample = new(
            TableInput.Open(request, recipe, request.Table!), recipe, request.Threads);
        IReadOnlyList<DerivedMethod> methods = TrainedMethods.Read(request, recipe, sample.Columns, world);
        return Judge(request, recipe, sample, methods, times);
    }

    private static StudyResult Judge(
        StudyRequest request, ClusterRecipe recipe, ClusterSample sample, IReadOnlyList<DerivedMethod> methods,
        ClusterTimes times)
    {
        if (sample.Count(SplitPart.Test) == 0)
        {
            throw new RefusalException(
                ExitCode.BadData,
                "The test part of the sample is empty; simulate more events with --set source.events=N.");
        }

        Table test = sample.Test(recipe.Validation.MostClusters);
        Judgement judgement = Judgement.Of(request, recipe, test, methods);
        var report = new ClusterReport(request, recipe, judgement);
        report.Write(methods, SampleLines(request, recipe, sample, judgement), times);
        return new(Summary(request, sample, judgement), LimitChecks.Broken(judgement.Limits));
    }

    private static ClusterWorld BuildWorld(StudyRequest request, ClusterRecipe recipe)
    {
        using var stage = request.Progress.Stage("detector and pile-up library", recipe.Pileup.Library, "collisions");
        return new ClusterWorld(recipe, request.Threads);
    }

    private static IReadOnlyList<(string Label, string Value)> SampleLines(
        StudyRequest request, ClusterRecipe recipe, ClusterSample sample, Judgement judgement) =>
    [
        ("source", request.Table ?? recipe.Source.Input ?? $"embedded generator: {recipe.Source.Process}"),
        ("events with selected clusters", Count(sample.EventCount)),
        (IsTable(request, recipe) ? "clusters in the table" : "clusters in jets", Count(sample.AllRows)),
        ("clusters selected", Count(sample.RowCount)),
        ("clusters in the test part", Count(sample.Count(SplitPart.Test))),
        .. judgement.Sample.Rows < sample.Count(SplitPart.Test)
            ? new[] { ("of them judged on, the first", Count(judgement.Sample.Rows)) } : [],
        .. judgement.Sample.Methods.Select(m =>
            ($"not calibrated by {m.Name}", Count(m.Predictions.NotCalibratedCount))),
        ("selection", SelectionRule.ConditionFor(sample.Columns, recipe)),
        .. IsTable(request, recipe) ? SourceLines.Of(recipe.Source, sample.Columns) : [],
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
        StudyRequest request, ClusterSample sample, Judgement judgement)
    {
        var lines = new List<string> { $"{sample}, {judgement.Sample.Rows} clusters in the test part." };
        lines.AddRange(WindowLines.Of(request, judgement.Windows));
        lines.AddRange(LimitChecks.Lines(judgement.Limits));
        return lines;
    }

    private static string Count(long number) =>
        number.ToString("#,0", CultureInfo.InvariantCulture).Replace(',', '\u202f');
}
