using Moliere.Cli.Recipes.Jets;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Sources;

namespace Moliere.Cli.Studies.Jets;

/// <summary>
/// The jets of a table that the recipe's selection keeps, dealt to training, validation and test by their event. The
/// table is read in chunks; the kept jets are in memory, some kilobytes each with their constituents.
/// </summary>
internal sealed class JetSample
{
    private const int ChunkRows = 50_000;

    private readonly Dictionary<SplitPart, Table> _parts = [];

    /// <summary>Reads the jets once.</summary>
    /// <param name="source">A jet table.</param>
    /// <param name="recipe">Selection and shares.</param>
    /// <param name="threads">Threads that read.</param>
    /// <exception cref="RefusalException">The selection is wrong or keeps nothing.</exception>
    public JetSample(ITableSource source, JetRecipe recipe, int threads)
    {
        string[] names = [.. source.Columns.Where(column => column.HasKind).Select(column => column.Name)];
        Columns = source.Read(0, 0, names);
        EventSplit split = recipe.Parts();
        var kept = Enum.GetValues<SplitPart>().ToDictionary(part => part, _ => new List<Table> { Columns });
        foreach ((long first, int count) in ChunkPlan.Of(source, ChunkRows))
        {
            Table chunk = source.Read(first, count, names, threads);
            Survey.Add(chunk);
            Table selected = chunk.Select(JetSelection.Rows(chunk, recipe));
            foreach ((SplitPart part, List<Table> tables) in kept)
            {
                tables.Add(selected.Select(split.Rows(selected.Longs(JetColumns.Event), part)));
            }
        }

        foreach ((SplitPart part, List<Table> tables) in kept)
        {
            _parts[part] = ColumnJoin.Rows(tables);
        }

        if (RowCount == 0)
        {
            throw new RefusalException(
                ExitCode.BadData,
                $"The selection '{JetSelection.ConditionFor(Columns, recipe)}' keeps none of the {source.RowCount} "
                + "jets; relax it with --set selection.expression=..., or check the events.");
        }
    }

    /// <summary>The columns, without rows.</summary>
    public Table Columns { get; }

    /// <summary>What is unusual about the jets before the selection.</summary>
    public JetSurvey Survey { get; } = new();

    /// <summary>Jets that the selection keeps.</summary>
    public int RowCount => _parts.Values.Sum(part => part.RowCount);

    /// <summary>The jets of a part with all their columns.</summary>
    /// <param name="part">Which part.</param>
    public Table this[SplitPart part] => _parts[part];

    /// <inheritdoc/>
    public override string ToString() => $"{RowCount} selected jets";
}
