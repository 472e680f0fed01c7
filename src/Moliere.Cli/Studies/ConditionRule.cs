using Moliere.Data.Expressions;
using Moliere.Data.Tables;

namespace Moliere.Cli.Studies;

/// <summary>A recipe's condition on rows, with errors that say whether recipe or table is to blame.</summary>
internal static class ConditionRule
{
    /// <summary>The rows that meet a condition, ascending.</summary>
    /// <param name="table">Rows.</param>
    /// <param name="condition">An expression over its columns.</param>
    /// <param name="key">Key of the recipe, for messages.</param>
    /// <param name="known">Has the columns that a table of the study may have.</param>
    /// <exception cref="RefusalException">Not a condition, or over columns that the table lacks.</exception>
    public static int[] Rows(Table table, string condition, string key, Table known)
    {
        try
        {
            return Expression.Parse(condition).Select(table);
        }
        catch (ExpressionException error)
        {
            throw new RefusalException(ExitCode.Usage, $"{key}: {error.Message}");
        }
        catch (MissingColumnException error)
        {
            bool isTheTables = Expression.Parse(condition).Columns.Any(name => !table.Has(name) && known.Has(name));
            throw new RefusalException(isTheTables ? ExitCode.BadData : ExitCode.Usage, $"{key}: {error.Message}");
        }
    }

    /// <summary>The parts of a condition, joined by <c>&amp;&amp;</c>, whose columns a table has.</summary>
    /// <param name="condition">The whole.</param>
    /// <param name="has">Whether there is a column of that name.</param>
    public static string PartsOver(string condition, Func<string, bool> has) => string.Join(
        " && ", condition.Split(" && ").Where(part => Expression.Parse(part).Columns.All(has)));
}
