using Moliere.Cli.Recipes.Clusters;
using Moliere.Data.Expressions;
using Moliere.Data.Tables;
using Moliere.Simulation.Samples;

namespace Moliere.Cli.Studies.Clusters;

/// <summary>The recipe's condition on clusters, with errors that say whether recipe or table is to blame.</summary>
internal static class SelectionRule
{
    /// <summary>Refuses a condition that simulated clusters cannot meet, before anything is simulated.</summary>
    /// <param name="recipe">Its selection is checked.</param>
    /// <exception cref="RefusalException">Not a condition, or over columns that there are not.</exception>
    public static void CheckEarly(ClusterRecipe recipe) => Rows(ClusterSampler.NoClusters, recipe);

    /// <summary>The rows that meet the condition, ascending.</summary>
    /// <param name="table">A cluster table.</param>
    /// <param name="recipe">Its selection is applied.</param>
    /// <exception cref="RefusalException">Not a condition, or over columns that the table lacks.</exception>
    public static int[] Rows(Table table, ClusterRecipe recipe)
    {
        try
        {
            return Expression.Parse(recipe.Selection.Expression).Select(table);
        }
        catch (ExpressionException error)
        {
            throw new RefusalException(ExitCode.Usage, $"selection.expression: {error.Message}");
        }
        catch (MissingColumnException error)
        {
            bool isTheTables = Expression.Parse(recipe.Selection.Expression).Columns
                .Any(name => !table.Has(name) && ClusterSampler.NoClusters.Has(name));
            throw new RefusalException(
                isTheTables ? ExitCode.BadData : ExitCode.Usage, $"selection.expression: {error.Message}");
        }
    }
}
