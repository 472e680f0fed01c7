using Moliere.Cli.Recipes.Taus;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Sources;

namespace Moliere.Cli.Studies.Taus;

/// <summary>
/// The taus of a table that the recipe's selection keeps, dealt to the parts by their crossing, or by their event where
/// a table has no crossings.
/// </summary>
internal static class TauSample
{
    private const string Key = "selection.expression";

    private static readonly Table s_known = new([.. TauTable.All]);

    /// <summary>Refuses a condition that simulated taus cannot meet, before anything is simulated.</summary>
    /// <param name="recipe">Its selection is checked.</param>
    /// <exception cref="RefusalException">Not a condition, or over columns that there are not.</exception>
    public static void CheckEarly(TauRecipe recipe) => Rows(new([.. TauTable.Simulated]), recipe);

    /// <summary>Reads the taus once; some hundred bytes of memory each.</summary>
    /// <param name="source">A tau table.</param>
    /// <param name="recipe">Selection and shares.</param>
    /// <param name="advice">What to do where there are too few, without a full stop.</param>
    /// <param name="threads">Threads that read.</param>
    /// <exception cref="RefusalException">The selection is wrong or keeps nothing.</exception>
    public static SelectedSample Read(ITableSource source, TauRecipe recipe, string advice, int threads) => new(
        source,
        new()
        {
            Objects = "taus",
            Condition = table => ConditionFor(table, recipe),
            Select = table => Rows(table, recipe),
            Groups = Groups,
            Split = recipe.Parts(),
            Advice = advice,
            Survey = new TauSurvey(),
        },
        threads);

    /// <summary>Of each tau its crossing, or its event where the table has none: what shares pile-up.</summary>
    /// <param name="taus">A tau table.</param>
    public static long[] Groups(Table taus) =>
        taus.Longs(taus.Has(TauColumns.Crossing) ? TauColumns.Crossing : TauColumns.Event);

    private static string ConditionFor(Table table, TauRecipe recipe)
    {
        string shipped = new TauSelectionSection().Expression;
        return recipe.Selection.Expression != shipped ? recipe.Selection.Expression
            : ConditionRule.PartsOver(shipped, table.Has);
    }

    private static int[] Rows(Table table, TauRecipe recipe)
    {
        int[] rows = ConditionRule.Rows(table, ConditionFor(table, recipe), Key, s_known);
        float[]? weights = table.Has(TauColumns.Weight) ? table.Floats(TauColumns.Weight) : null;
        return weights is null ? rows : [.. rows.Where(row => float.IsFinite(weights[row]))];
    }
}
