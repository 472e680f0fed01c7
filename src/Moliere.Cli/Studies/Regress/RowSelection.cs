using System.Globalization;
using Moliere.Cli.Recipes.Regress;
using Moliere.Data;
using Moliere.Data.Expressions;
using Moliere.Data.Features;
using Moliere.Data.Tables;
using Moliere.Learning.Tabular;

namespace Moliere.Cli.Studies.Regress;

/// <summary>
/// Finds target, features and weights in a table, and the rows that can be used. A row with a feature that is not
/// finite is left out and counted, a feature that is the same in all rows is dropped with a word; a target that is not
/// finite is refused, since nobody but the user can know what it means.
/// </summary>
internal static class RowSelection
{
    private const string TargetKey = "target", FeatureKey = "features", WeightKey = "weight";

    /// <summary>The data of a recipe.</summary>
    /// <exception cref="RefusalException">
    /// The recipe does not fit the table, or the table cannot be learned from.
    /// </exception>
    public static RegressData Of(Table table, RegressRecipe recipe)
    {
        int[] selected = Selected(table, recipe);
        Table chosen = table.Select(selected);
        string target = Named(table, TargetOf(table, recipe), TargetKey);
        string? weight = recipe.Weight is null ? null : Named(table, recipe.Weight, WeightKey);
        string[] features = FeaturesOf(table, recipe, target, weight);
        var columns = features.ToDictionary(name => name, name => Values(chosen, name, FeatureKey));
        int[] usable = [.. Enumerable.Range(0, chosen.RowCount)
            .Where(row => columns.Values.All(values => float.IsFinite((float)values[row])))];
        string[] varying = [.. features.Where(name => Varies(columns[name], usable))];
        var notes = new List<string>();
        Note(notes, chosen.RowCount - usable.Length, "rows are left out: a feature is not finite in them.");
        notes.AddRange(features.Except(varying).Select(name =>
            $"The feature '{name}' is the same in all rows and is dropped."));
        RequireSomething(usable, chosen.RowCount, varying, features);
        return new()
        {
            Table = chosen.Select(usable),
            FileRows = [.. usable.Select(row => selected[row])],
            FileRowCount = table.RowCount,
            Features = [.. varying.Select(name => new Feature { Name = name, Expression = name })],
            TargetName = target,
            Target = TargetValues(Values(chosen, target, TargetKey), target, usable, selected, recipe.Network.Head),
            Weights = weight is null ? null : WeightValues(Values(chosen, weight, WeightKey), weight, usable, selected),
            Notes = notes,
        };
    }

    private static int[] Selected(Table table, RegressRecipe recipe)
    {
        if (recipe.Selection is not { } condition)
        {
            return [.. Enumerable.Range(0, table.RowCount)];
        }

        int[] rows = Guarded("selection", () => Expression.Parse(condition).Select(table));
        return rows.Length > 0 ? rows : throw new RefusalException(
            ExitCode.BadData, $"The selection '{condition}' keeps none of the {table.RowCount} rows; relax it.");
    }

    private static string TargetOf(Table table, RegressRecipe recipe) => recipe.Target
        ?? (recipe.Source.Input is null ? KnownTruthSample.Target : throw new RefusalException(
            ExitCode.Usage,
            $"What is to be predicted? Name a column with --target; the table has {NamesOf(table)}."));

    private static string[] FeaturesOf(Table table, RegressRecipe recipe, string target, string? weight)
    {
        if (recipe.Features.Count > 0)
        {
            string[] named = [.. recipe.Features.Select(name => Named(table, name, FeatureKey))];
            return !named.Contains(target) ? named : throw new RefusalException(
                ExitCode.Usage, $"'{target}' is the target and cannot also be a feature.");
        }

        HashSet<string> taken = [.. Expression.Parse(target).Columns];
        taken.UnionWith(weight is null ? [] : Expression.Parse(weight).Columns);
        taken.UnionWith(recipe.Source.Input is null ? [KnownTruthSample.TrueMean, KnownTruthSample.TrueSigma] : []);
        string[] others = [.. table.Columns.Where(column => column is FloatColumn or LongColumn)
            .Select(column => column.Name).Where(name => !taken.Contains(name))];
        return others.Length > 0 ? others : throw new RefusalException(
            ExitCode.BadData, $"The table has no column beside '{target}' to predict it from.");
    }

    // A column under its plain name, or an expression over such columns.
    private static string Named(Table table, string text, string key)
    {
        string plain = TableSource.PlainName(text);
        string name = table.Has(plain) ? plain : text;
        Expression expression = Guarded(key, () => Expression.Parse(name));
        if (expression.IsCondition)
        {
            throw new RefusalException(ExitCode.Usage, $"{key}: '{text}' is a condition, expected a number.");
        }

        return expression.Columns.FirstOrDefault(column => !table.Has(column)) is not { } missing
            ? name
            : throw new RefusalException(ExitCode.Usage, $"{key}: the table has no column '{missing}'; "
                + $"the nearest are {string.Join(", ", Nearest(table, missing))}.");
    }

    private static double[] Values(Table table, string text, string key) =>
        Guarded(key, () => Expression.Parse(text).Evaluate(table));

    private static T Guarded<T>(string key, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (Exception error) when (error is ExpressionException or MissingColumnException)
        {
            throw new RefusalException(ExitCode.Usage, $"{key}: {error.Message}");
        }
    }

    private static bool Varies(double[] values, int[] rows) =>
        Array.Exists(rows, row => (float)values[row] != (float)values[rows[0]]);

    private static float[] TargetValues(double[] values, string name, int[] rows, int[] selected, DensityHead head)
    {
        float[] target = Array.ConvertAll(rows, row => (float)values[row]);
        int wrong = Array.FindIndex(target, value => !float.IsFinite(value));
        if (wrong >= 0)
        {
            int count = target.Count(value => !float.IsFinite(value));
            throw new RefusalException(ExitCode.BadData, $"The target '{name}' is not a finite number in {count} of "
                + $"{target.Length} rows, first in row {selected[rows[wrong]]}; remove such rows from the file, or "
                + "with --set selection=\"...\".");
        }

        if (Array.TrueForAll(target, value => value == target[0]))
        {
            throw new RefusalException(
                ExitCode.BadData, $"The target '{name}' is {Text(target[0])} in all {target.Length} rows; there is "
                + "nothing to predict.");
        }

        int low = head == DensityHead.LogNormal ? Array.FindIndex(target, value => !(value > 0)) : -1;
        return low < 0 ? target : throw new RefusalException(
            ExitCode.BadData, $"The target '{name}' is {Text(target[low])} in row {selected[rows[low]]}; a log_normal "
            + "head needs positive values, choose another with --set network.head=gaussian.");
    }

    private static float[] WeightValues(double[] values, string name, int[] rows, int[] selected)
    {
        float[] weights = Array.ConvertAll(rows, row => (float)values[row]);
        int wrong = Array.FindIndex(weights, value => !float.IsFinite(value));
        if (wrong >= 0)
        {
            throw new RefusalException(ExitCode.BadData,
                $"The weight '{name}' is not a finite number in row {selected[rows[wrong]]}; remove such rows.");
        }

        double sum = weights.Sum(weight => (double)weight);
        int negative = weights.Count(weight => weight < 0);
        return sum > 0 && 2 * negative < weights.Length ? weights : throw new RefusalException(
            ExitCode.BadData, $"The weights '{name}' have the sum {Text(sum)}, and {negative} of {weights.Length} are "
            + "negative; expected a positive sum and fewer than half negative.");
    }

    private static string Listed(string[] names) => string.Join(", ", names.Take(10))
        + (names.Length > 10 ? $" and {names.Length - 10} more" : "");

    private static void RequireSomething(int[] usable, int rows, string[] varying, string[] features)
    {
        if (usable.Length == 0)
        {
            throw new RefusalException(
                ExitCode.BadData, $"None of the {rows} rows has a finite number in all of the features "
                + $"{Listed(features)}; leave out what is often missing with --features.");
        }

        if (varying.Length == 0)
        {
            throw new RefusalException(
                ExitCode.BadData, $"All features ({Listed(features)}) are the same in all {usable.Length} "
                + "usable rows; there is nothing to learn from.");
        }
    }

    private static void Note(List<string> notes, int count, string sentence)
    {
        if (count > 0)
        {
            notes.Add($"{count} {sentence}");
        }
    }

    private static string[] Nearest(Table table, string name) =>
        NearestName.Of(name, table.Columns.Select(column => column.Name), 3);

    private static string NamesOf(Table table) => table.Columns.Count <= 30
        ? string.Join(", ", table.Columns.Select(column => column.Name))
        : $"{table.Columns.Count} columns, see 'moliere inspect'";

    private static string Text(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
