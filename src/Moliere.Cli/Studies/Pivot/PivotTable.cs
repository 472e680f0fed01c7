using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Pivot;
using Moliere.Data;
using Moliere.Data.Expressions;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Sources;
using Moliere.Tagging.Pivot;

namespace Moliere.Cli.Studies.Pivot;

/// <summary>
/// Rows of a table, dealt to training, thresholds and figures; features are standardised by the first.
/// </summary>
internal sealed record PivotTable
{
    /// <summary>What classifiers learn from.</summary>
    public required PivotSample Training { get; init; }

    /// <summary>What thresholds are chosen on.</summary>
    public required PivotSample Validation { get; init; }

    /// <summary>What figures are made of.</summary>
    public required PivotSample Test { get; init; }

    /// <summary>Of each test row what it belongs to: rows of one group are drawn together by the bootstrap.</summary>
    public required long[] TestGroups { get; init; }

    /// <summary>Rows with a value that is not finite, which are left out.</summary>
    public required int Lost { get; init; }

    /// <summary>Parts both sides of the nuisance: the median of training rows, a half where it is 0 or 1.</summary>
    public required double Middle { get; init; }

    /// <summary>Reads and deals the rows.</summary>
    /// <param name="request">Threads and progress.</param>
    /// <param name="recipe">What to read.</param>
    /// <param name="path">The table.</param>
    /// <param name="group">Column that is not torn apart; null for rows on their own.</param>
    /// <exception cref="RefusalException">A column is missing, or too few rows are usable.</exception>
    public static PivotTable Read(StudyRequest request, PivotRecipe recipe, string path, string? group)
    {
        PivotSourceSection section = recipe.Source;
        string[] texts = [section.Target, section.Nuisance, .. section.Features];
        Table table = Load(
            request, path, [.. texts, .. group is null ? Array.Empty<string>() : [group]], section.Selection);
        double[][] values = [.. texts.Select(text => Expression.Parse(text).Evaluate(table))];
        long[] groups = group is null
            ? [.. Enumerable.Range(0, table.RowCount).Select(row => (long)row)]
            : Array.ConvertAll(Expression.Parse(group).Evaluate(table), value => (long)value);
        int[] usable = [.. Enumerable.Range(0, table.RowCount)
            .Where(row => values.All(column => float.IsFinite((float)column[row])))];
        var split = new EventSplit
        {
            TrainingFraction = recipe.Game.Train,
            ValidationFraction = recipe.Game.Validation,
            Salt = recipe.Seed,
        };
        int[][] parts = [.. Enum.GetValues<SplitPart>().Select(part =>
            usable.Where(row => split.PartOf(groups[row]) == part).ToArray())];
        Require(parts, path, table.RowCount - usable.Length);
        (double Mean, double Width)[] scales = [.. values.Skip(1).Select(column => Scale(column, parts[0]))];
        PivotSample[] samples = [.. parts.Select(rows => Sample(values, rows, scales))];
        return new()
        {
            Training = samples[0],
            Middle = MiddleOf(samples[0]),
            Validation = samples[1],
            Test = samples[2],
            TestGroups = [.. parts[2].Select(row => groups[row])],
            Lost = table.RowCount - usable.Length,
        };
    }

    private static double MiddleOf(PivotSample rows)
    {
        float[] sorted = [.. rows.Nuisance.Order()];
        return TablePivot.IsBinary(rows) ? 0.5 : sorted[sorted.Length / 2];
    }

    private static Table Load(StudyRequest request, string path, string[] texts, string? selection)
    {
        using ITableSource source = TableSources.Open(path);
        Expression? condition = selection is null ? null : Expression.Parse(selection);
        string[] columns = [.. texts.SelectMany(text => Expression.Parse(text).Columns)
            .Concat(condition?.Columns ?? []).Distinct()];
        if (columns.FirstOrDefault(name => source.Find(name) is null) is { } missing)
        {
            string[] names = [.. source.Columns.Select(column => column.Name)];
            throw new RefusalException(
                ExitCode.BadData,
                $"{source.Name} has no column '{missing}'; the nearest names are "
                + $"{string.Join(", ", NearestName.Of(missing, names, 3))}. Name others with --set source.target=..., "
                + "source.nuisance=..., source.features=[...].");
        }

        using RunStage stage = request.Progress.Stage("reading rows", source.RowCount, "rows");
        Table all = source.Read(0, checked((int)source.RowCount), columns, request.Threads);
        stage.Advance(all.RowCount);
        return condition is null ? all : all.Select(condition.Select(all));
    }

    private static void Require(int[][] parts, string path, int lost)
    {
        if (parts.Any(rows => rows.Length < 20))
        {
            throw new RefusalException(
                ExitCode.BadData,
                $"'{path}' gives {string.Join(", ", parts.Select(rows => rows.Length))} usable rows to training, "
                + $"validation and test ({lost} have a value that is not finite); expected at least 20 in each.");
        }
    }

    private static (double Mean, double Width) Scale(double[] column, int[] rows)
    {
        double mean = rows.Average(row => column[row]);
        double variance = rows.Average(row => (column[row] - mean) * (column[row] - mean));
        return (mean, variance > 0 ? Math.Sqrt(variance) : 1);
    }

    // A nuisance of two values keeps them; one of many is brought to order one, as features are.
    private static PivotSample Sample(double[][] values, int[] rows, (double Mean, double Width)[] scales)
    {
        bool isBinary = values[1].All(z => z is 0 or 1 || !double.IsFinite(z));
        int features = values.Length - 2;
        var sample = new PivotSample(new float[rows.Length * features], new float[rows.Length], new float[rows.Length]);
        for (int i = 0; i < rows.Length; i++)
        {
            int row = rows[i];
            sample.Labels[i] = (float)values[0][row];
            sample.Nuisance[i] = (float)(isBinary ? values[1][row] : Scaled(1, row));
            for (int feature = 0; feature < features; feature++)
            {
                sample.Features[(i * features) + feature] = (float)Scaled(2 + feature, row);
            }
        }

        return sample;

        double Scaled(int column, int row) =>
            (values[column][row] - scales[column - 1].Mean) / scales[column - 1].Width;
    }

    /// <summary>Group of the embedded sample.</summary>
    internal const string Crossing = BoostedJetColumns.Crossing;
}
