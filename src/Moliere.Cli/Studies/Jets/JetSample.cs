using Moliere.Cli.Recipes.Jets;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Sources;

namespace Moliere.Cli.Studies.Jets;

/// <summary>The jets of a table that the recipe's selection keeps, dealt to the parts by their event.</summary>
internal static class JetSample
{
    /// <summary>Reads the jets once; some kilobytes of memory each with their constituents.</summary>
    /// <param name="source">A jet table.</param>
    /// <param name="recipe">Selection and shares.</param>
    /// <param name="advice">What to do where there are too few, without a full stop.</param>
    /// <param name="threads">Threads that read.</param>
    /// <exception cref="RefusalException">The selection is wrong or keeps nothing.</exception>
    public static SelectedSample Read(ITableSource source, JetRecipe recipe, string advice, int threads) => new(
        source,
        new()
        {
            Objects = "jets",
            Condition = table => JetSelection.ConditionFor(table, recipe),
            Select = table => JetSelection.Rows(table, recipe),
            Groups = table => table.Longs(JetColumns.Event),
            Split = recipe.Parts(),
            Advice = advice,
            Survey = new JetSurvey(),
        },
        threads);
}
