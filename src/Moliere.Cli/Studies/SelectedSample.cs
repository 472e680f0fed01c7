using Moliere.Data.Tables;
using Moliere.Formats.Sources;

namespace Moliere.Cli.Studies;

/// <summary>Which rows of a table a study takes, and how they are dealt to its parts.</summary>
internal sealed record SampleRules
{
    /// <summary>What a row is called, in the plural.</summary>
    public required string Objects { get; init; }

    /// <summary>The condition that holds for a table with these columns, as text.</summary>
    public required Func<Table, string> Condition { get; init; }

    /// <summary>The rows that meet it, ascending.</summary>
    public required Func<Table, int[]> Select { get; init; }

    /// <summary>Of each row the number it is dealt by: rows with equal ones stay together.</summary>
    public required Func<Table, long[]> Groups { get; init; }

    /// <summary>How they are dealt.</summary>
    public required EventSplit Split { get; init; }

    /// <summary>What to do where there are too few, without a full stop.</summary>
    public required string Advice { get; init; }

    /// <summary>Counts all rows.</summary>
    public required IRowSurvey Survey { get; init; }
}

/// <summary>
/// The objects of a table that the recipe's selection keeps, dealt to training, validation and test. The table is read
/// in chunks; the kept objects are in memory with all their columns.
/// </summary>
internal sealed class SelectedSample
{
    private const int ChunkRows = 50_000;

    private readonly Dictionary<SplitPart, Table> _parts = [];
    private readonly SampleRules _rules;

    /// <summary>Reads the objects once.</summary>
    /// <param name="source">A table of the study.</param>
    /// <param name="rules">Selection and shares.</param>
    /// <param name="threads">Threads that read.</param>
    /// <exception cref="RefusalException">The selection is wrong or keeps nothing.</exception>
    public SelectedSample(ITableSource source, SampleRules rules, int threads)
    {
        _rules = rules;
        string[] names = [.. source.Columns.Where(column => column.HasKind).Select(column => column.Name)];
        Columns = source.Read(0, 0, names);
        var kept = Enum.GetValues<SplitPart>().ToDictionary(part => part, _ => new List<Table> { Columns });
        foreach ((long first, int count) in ChunkPlan.Of(source, ChunkRows))
        {
            Table chunk = source.Read(first, count, names, threads);
            rules.Survey.Add(chunk);
            Table selected = chunk.Select(rules.Select(chunk));
            foreach ((SplitPart part, List<Table> tables) in kept)
            {
                tables.Add(selected.Select(rules.Split.Rows(rules.Groups(selected), part)));
            }
        }

        foreach ((SplitPart part, List<Table> tables) in kept)
        {
            _parts[part] = ColumnJoin.Rows(tables);
        }

        RequireSome(source.RowCount);
    }

    /// <summary>The columns, without rows.</summary>
    public Table Columns { get; }

    /// <summary>What is unusual about the objects before the selection.</summary>
    public IRowSurvey Survey => _rules.Survey;

    /// <summary>The condition that they met.</summary>
    public string Condition => _rules.Condition(Columns);

    /// <summary>Objects that the selection keeps.</summary>
    public int RowCount => _parts.Values.Sum(part => part.RowCount);

    /// <summary>The objects of a part with all their columns.</summary>
    /// <param name="part">Which part.</param>
    public Table this[SplitPart part] => _parts[part];

    /// <summary>Refuses a sample too small to be divided.</summary>
    /// <exception cref="RefusalException">There is no object to train on or none to stop by.</exception>
    public void RequireParts()
    {
        int training = this[SplitPart.Training].RowCount, validation = this[SplitPart.Validation].RowCount;
        if (training == 0 || validation == 0)
        {
            throw new RefusalException(
                ExitCode.BadData,
                $"{this} are too few to split into training ({training} {_rules.Objects}), validation ({validation}) "
                + $"and test; {_rules.Advice}.");
        }
    }

    /// <summary>The first objects of the test part.</summary>
    /// <param name="most">At most so many.</param>
    /// <exception cref="RefusalException">There are none.</exception>
    public Table FirstOfTest(int most)
    {
        Table test = this[SplitPart.Test];
        return test.RowCount == 0
            ? throw new RefusalException(
                ExitCode.BadData,
                $"The test part of the sample is empty; {_rules.Advice}.")
            : test.RowCount <= most ? test : test.Slice(0, most);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{RowCount} selected {_rules.Objects}";

    private void RequireSome(long rows)
    {
        if (rows == 0)
        {
            throw new RefusalException(ExitCode.BadData, $"The table has no {_rules.Objects}; {_rules.Advice}.");
        }

        if (RowCount == 0)
        {
            throw new RefusalException(
                ExitCode.BadData,
                $"The selection '{Condition}' keeps none of the {rows} {_rules.Objects}; relax it with --set "
                + "selection.expression=..., or check the events.");
        }
    }
}
