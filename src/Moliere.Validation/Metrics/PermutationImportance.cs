using Moliere.Data.Tables;
using Moliere.Numerics.Random;

namespace Moliere.Validation.Metrics;

/// <summary>
/// What each group of columns is worth to a method that is already trained: the increase of a loss when the group is
/// shuffled between rows. A column whose content others repeat looks unimportant, since the method can fall back on
/// them only as far as it learnt to; and rows with shuffled columns may be such as no tau has. So an importance says
/// what this method uses, not what there is to know; related columns belong in one group.
/// </summary>
/// <source>Breiman, Mach. Learn. 45 (2001) 5, section 10; Fisher, Rudin, Dominici, arXiv:1801.01489, section 3.2:
/// difference of losses, and correlated columns.</source>
public static class PermutationImportance
{
    /// <summary>Measures every group on rows that the method was not trained on.</summary>
    /// <param name="rows">Test part with all columns that the method reads, derived ones included.</param>
    /// <param name="groups">Columns to shuffle together.</param>
    /// <param name="loss">
    /// Loss of the method on a table, smaller is better. It is called for the unchanged rows and once per group and
    /// repeat; what it compares with has to come from columns outside the groups.
    /// </param>
    /// <param name="options">Repeats, rows, seed.</param>
    /// <returns>In the order of the groups.</returns>
    /// <exception cref="MissingColumnException">A group names a column that is not there.</exception>
    public static IReadOnlyList<FeatureImportance> Of(
        Table rows, IReadOnlyList<FeatureGroup> groups, Func<Table, double> loss, ImportanceOptions options)
    {
        Table part = Part(rows, options.Rows);
        double baseline = loss(part);
        return [.. groups.Select(group => Of(part, group, loss, baseline, options))];
    }

    private static FeatureImportance Of(
        Table part, FeatureGroup group, Func<Table, double> loss, double baseline, ImportanceOptions options)
    {
        double[] increases = [.. Enumerable.Range(0, options.Repeats)
            .Select(repeat => loss(Shuffled(part, group, options.Seed, repeat)) - baseline)];
        double mean = increases.Average(), squares = increases.Sum(increase => (increase - mean) * (increase - mean));
        return new(group.Name, mean, Math.Sqrt(squares / (increases.Length - 1)), baseline, increases.Length);
    }

    private static Table Part(Table rows, int most) => rows.RowCount <= most ? rows
        : rows.Select([.. Enumerable.Range(0, most).Select(i => (int)((long)i * rows.RowCount / most))]);

    private static Table Shuffled(Table part, FeatureGroup group, ulong seed, int repeat)
    {
        int[] order = Permutation(part.RowCount, new Rng(seed, $"importance of {group.Name}", (ulong)repeat));
        var shuffled = group.Columns.ToDictionary(name => name, name => part[name].Select(order));
        return new([.. part.Columns.Select(column => shuffled.GetValueOrDefault(column.Name, column))]);
    }

    // Durstenfeld, Comm. ACM 7 (1964) 420.
    private static int[] Permutation(int count, Rng rng)
    {
        int[] order = [.. Enumerable.Range(0, count)];
        for (int i = count - 1; i > 0; i--)
        {
            int other = rng.NextInt(i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }

        return order;
    }
}
