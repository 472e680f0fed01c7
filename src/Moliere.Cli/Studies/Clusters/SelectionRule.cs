using Moliere.Cli.Recipes.Clusters;
using Moliere.Data.Expressions;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Simulation.Samples;

namespace Moliere.Cli.Studies.Clusters;

/// <summary>The recipe's condition on clusters, with errors that say whether recipe or table is to blame.</summary>
internal static class SelectionRule
{
    private static readonly string[] s_always = [ClusterColumns.EnergyEm, ClusterColumns.EnergyDeposited];

    /// <summary>Refuses a condition that simulated clusters cannot meet, before anything is simulated.</summary>
    /// <param name="recipe">Its selection is checked.</param>
    /// <exception cref="RefusalException">Not a condition, or over columns that there are not.</exception>
    public static void CheckEarly(ClusterRecipe recipe) => Rows(ClusterSampler.NoClusters, recipe);

    /// <summary>
    /// The condition that holds for a table: the recipe's; of the shipped one only the parts over columns that the
    /// table has, since a foreign table need not have all features.
    /// </summary>
    /// <param name="table">A cluster table.</param>
    /// <param name="recipe">Its selection.</param>
    public static string ConditionFor(Table table, ClusterRecipe recipe)
    {
        string shipped = new SelectionSection().Expression;
        return recipe.Selection.Expression != shipped ? recipe.Selection.Expression
            : ConditionRule.PartsOver(shipped, name => table.Has(name) || s_always.Contains(name));
    }

    /// <summary>The columns that the condition looks at.</summary>
    /// <param name="table">A cluster table.</param>
    /// <param name="recipe">Its selection, which holds for the table.</param>
    public static IReadOnlyList<string> ColumnsFor(Table table, ClusterRecipe recipe) =>
        Expression.Parse(ConditionFor(table, recipe)).Columns;

    /// <summary>The rows that meet the condition, ascending.</summary>
    /// <param name="table">A cluster table.</param>
    /// <param name="recipe">Its selection is applied.</param>
    /// <exception cref="RefusalException">Not a condition, or over columns that the table lacks.</exception>
    public static int[] Rows(Table table, ClusterRecipe recipe) =>
        ConditionRule.Rows(table, ConditionFor(table, recipe), "selection.expression", ClusterSampler.NoClusters);
}
