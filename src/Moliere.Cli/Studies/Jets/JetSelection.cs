using Moliere.Cli.Recipes.Jets;
using Moliere.Data.Expressions;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Simulation.Samples.Jets;

namespace Moliere.Cli.Studies.Jets;

/// <summary>The recipe's condition on jets.</summary>
internal static class JetSelection
{
    private const string Key = "selection.expression";

    /// <summary>Refuses a condition that simulated jets cannot meet, before anything is simulated.</summary>
    /// <param name="recipe">Its selection is checked.</param>
    /// <exception cref="RefusalException">Not a condition, or over columns that there are not.</exception>
    public static void CheckEarly(JetRecipe recipe) => Rows(JetSampler.NoJets, recipe);

    /// <summary>The condition that holds for a table: the recipe's, or what a foreign table has of the shipped
    /// one.</summary>
    /// <param name="table">A jet table.</param>
    /// <param name="recipe">Its selection.</param>
    public static string ConditionFor(Table table, JetRecipe recipe)
    {
        string shipped = new JetSelectionSection().Expression;
        return recipe.Selection.Expression != shipped ? recipe.Selection.Expression
            : ConditionRule.PartsOver(shipped, table.Has);
    }

    /// <summary>The columns that the condition looks at.</summary>
    /// <param name="table">A jet table.</param>
    /// <param name="recipe">Its selection, which holds for the table.</param>
    public static IReadOnlyList<string> ColumnsFor(Table table, JetRecipe recipe) =>
        Expression.Parse(ConditionFor(table, recipe)).Columns;

    /// <summary>The rows that meet the condition and have a finite weight, ascending.</summary>
    /// <param name="table">A jet table.</param>
    /// <param name="recipe">Its selection is applied.</param>
    /// <exception cref="RefusalException">Not a condition, or over columns that the table lacks.</exception>
    public static int[] Rows(Table table, JetRecipe recipe)
    {
        int[] rows = ConditionRule.Rows(table, ConditionFor(table, recipe), Key, JetSampler.NoJets);
        float[]? weights = table.Has(JetColumns.Weight) ? table.Floats(JetColumns.Weight) : null;
        return weights is null ? rows : [.. rows.Where(row => float.IsFinite(weights[row]))];
    }
}
