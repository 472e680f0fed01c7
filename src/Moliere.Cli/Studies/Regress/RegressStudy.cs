using System.Globalization;
using Moliere.Cli.Recipes.Regress;
using Moliere.Data.Tables;
using Moliere.Formats.Csv;
using Moliere.Learning.Tabular;
using Moliere.Validation.Metrics;

namespace Moliere.Cli.Studies.Regress;

/// <summary>
/// Regression on any table with the uncertainties of the cluster study: read, deal rows to parts, fit, judge, report.
/// </summary>
internal sealed class RegressStudy : IStudy
{
    private const string SampleFile = "tables/sample.csv";

    /// <inheritdoc/>
    public string Name => "regress";

    /// <inheritdoc/>
    public StudyResult Execute(StudyRequest request)
    {
        request.RequireRun(Name, "It reads a table by its --input.");
        var recipe = (RegressRecipe)request.Recipe;
        Table table = TableSource.Read(recipe);
        RegressData data = RowSelection.Of(table, recipe);
        IReadOnlyList<RowPartition> splits = SplitPlan.Of(data, recipe);
        foreach (string note in data.Notes)
        {
            request.Progress.Say(note);
        }

        if (recipe.Source.Input is null && !request.Folder.Has(SampleFile))
        {
            CsvTableWriter.Write(request.Folder.PathOf(SampleFile), table);
        }

        var stage = new FitStage(request, recipe, data, splits);
        (RegressMethod, IReadOnlyList<FittedSplit>)[] methods =
            [.. recipe.Methods.Select(method => (method, stage.Fit(method)))];
        RegressJudgement judgement = RegressJudgement.Of(request, recipe, data, splits, methods);
        RegressTables.Write(request, data, judgement);
        new RegressReport(request, recipe, data, judgement).Write(methods, splits);
        return new(
            [.. Summary(data, splits, judgement), .. LimitChecks.Lines(judgement.Limits)],
            LimitChecks.Broken(judgement.Limits));
    }

    private static List<string> Summary(
        RegressData data, IReadOnlyList<RowPartition> splits, RegressJudgement judgement)
    {
        var lines = new List<string>
        {
            $"{data.Target.Length} rows, {data.Features.Count} features, {splits.Count} split(s) with "
            + $"{splits[0].Training.Length} rows for training and {splits[0].Test.Length} for the test.",
        };
        foreach (string method in judgement.Names)
        {
            string[] parts = [.. RegressReport.Headlines
                .Select(metric => (Metric: metric, Entry: judgement.Figures.Whole(metric, method)))
                .Where(pair => pair.Entry is not null).Select(pair => $"{pair.Metric} {Text(pair.Entry!)}")];
            lines.Add($"{method}: {string.Join(", ", parts)}");
        }

        return lines;
    }

    private static string Text(FigureEntry entry) => entry.Value is not { } value ? "none"
        : entry.Error is { } error ? string.Create(CultureInfo.InvariantCulture, $"{value:0.####} +- {error:0.####}")
        : value.ToString("0.####", CultureInfo.InvariantCulture);
}
