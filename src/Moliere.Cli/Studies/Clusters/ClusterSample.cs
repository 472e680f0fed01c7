using Moliere.Calibration.Neural;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Sources;

namespace Moliere.Cli.Studies.Clusters;

/// <summary>
/// The clusters of a table that the recipe's selection keeps, dealt to training, validation and test. They are gone
/// through chunk by chunk: only those that figures are made of are ever in memory together.
/// </summary>
internal sealed class ClusterSample : IDisposable
{
    // Some hundred bytes each with their cells.
    private const int ChunkRows = 100_000;

    private readonly ITableSource _source;
    private readonly ClusterRecipe _recipe;
    private readonly EventSplit _split;
    private readonly int _threads;
    private readonly int[] _parts = new int[3];

    /// <summary>Counts the clusters once.</summary>
    /// <param name="source">A cluster table; this disposes of it.</param>
    /// <param name="recipe">Selection and shares.</param>
    /// <param name="threads">Threads that read.</param>
    /// <exception cref="RefusalException">The selection is wrong or keeps nothing.</exception>
    public ClusterSample(ITableSource source, ClusterRecipe recipe, int threads)
    {
        (_source, _recipe, _split, _threads) = (source, recipe, recipe.Parts(), threads);
        Columns = source.Read(0, 0, [.. source.Columns.Where(column => column.HasKind).Select(column => column.Name)]);
        SelectionRule.Rows(Columns, recipe);
        Survey();
        if (RowCount == 0)
        {
            throw new RefusalException(
                ExitCode.BadData,
                $"The selection '{recipe.Selection.Expression}' keeps none of the {source.RowCount} clusters; relax it "
                + "with --set selection.expression=..., or check the events.");
        }
    }

    /// <summary>The columns, without rows.</summary>
    public Table Columns { get; }

    /// <summary>Clusters of the table.</summary>
    public long AllRows => _source.RowCount;

    /// <summary>Clusters that the selection keeps.</summary>
    public long RowCount => _parts.Sum(part => (long)part);

    /// <summary>Their events.</summary>
    public int EventCount { get; private set; }

    /// <summary>Clusters of a part.</summary>
    /// <param name="part">Which part.</param>
    public int Count(SplitPart part) => _parts[(int)part];

    /// <inheritdoc/>
    public override string ToString() => $"{RowCount} clusters of {EventCount} events";

    /// <summary>Training and validation, piece by piece; each enumeration reads the table anew.</summary>
    public IEnumerable<ClusterPiece> Pieces()
    {
        string[] needed =
        [
            ClusterColumns.Event, ClusterColumns.Weight, ClusterColumns.EnergyEm, ClusterColumns.EnergyDeposited,
            .. ClusterFeatures.In(Columns).Select(feature => feature.Name),
        ];
        return Selected(needed).Select(clusters =>
        {
            long[] events = clusters.Longs(ClusterColumns.Event);
            return new ClusterPiece(
                clusters, _split.Rows(events, SplitPart.Training), _split.Rows(events, SplitPart.Validation));
        });
    }

    /// <summary>The first clusters of the test part with all their columns.</summary>
    /// <param name="most">Largest number of them.</param>
    public Table Test(int most)
    {
        var parts = new List<Table> { Columns };
        int left = most;
        foreach (Table clusters in Selected([.. Columns.Columns.Select(column => column.Name)]))
        {
            int[] rows = _split.Rows(clusters.Longs(ClusterColumns.Event), SplitPart.Test);
            parts.Add(clusters.Select(rows.Length <= left ? rows : rows[..left]));
            left -= parts[^1].RowCount;
            if (left == 0)
            {
                break;
            }
        }

        return ColumnJoin.Rows(parts);
    }

    /// <summary>Closes the table.</summary>
    public void Dispose() => _source.Dispose();

    private IEnumerable<Table> Selected(string[] columns)
    {
        string[] needed = [.. columns.Union(SelectionRule.ColumnsFor(Columns, _recipe))];
        foreach ((long first, int count) in ChunkPlan.Of(_source, ChunkRows))
        {
            Table chunk = _source.Read(first, count, needed, _threads);
            yield return chunk.Select(SelectionRule.Rows(chunk, _recipe));
        }
    }

    private void Survey()
    {
        var events = new HashSet<long>();
        foreach (Table clusters in Selected([ClusterColumns.Event]))
        {
            foreach (long number in clusters.Longs(ClusterColumns.Event))
            {
                events.Add(number);
                _parts[(int)_split.PartOf(number)]++;
            }
        }

        EventCount = events.Count;
    }
}
