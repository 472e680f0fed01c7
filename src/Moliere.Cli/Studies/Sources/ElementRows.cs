using Moliere.Data.Expressions;
using Moliere.Data.Tables;
using Moliere.Formats.Bytes;

namespace Moliere.Cli.Studies.Sources;

/// <summary>The elements of the lists of some entries, one object each; values of the entry are repeated.</summary>
internal sealed class ElementRows
{
    private readonly ObjectPlan _plan;
    private readonly Table _table;
    private readonly int[] _offsets;
    private readonly int[] _kept;
    private readonly long _first;

    private ElementRows(ObjectPlan plan, Table table, long first, int[] offsets)
    {
        (_plan, _table, _first, _offsets) = (plan, table, first, offsets);
        _kept = Kept(plan.Select, table);
        int[] entryOf = new int[offsets[^1]];
        for (int entry = 0; entry < table.RowCount; entry++)
        {
            entryOf.AsSpan(offsets[entry]..offsets[entry + 1]).Fill(entry);
        }

        Entries = Array.ConvertAll(_kept, element => entryOf[element]);
    }

    /// <summary>The entry of each object, within the table.</summary>
    public int[] Entries { get; }

    /// <summary>The elements of the first list that the plan names, those that meet its condition.</summary>
    /// <param name="plan">Has at least one list.</param>
    /// <param name="table">The columns it needs.</param>
    /// <param name="first">Number of its first entry in the file, for messages.</param>
    public static ElementRows Of(ObjectPlan plan, Table table, long first)
    {
        PlannedColumn list = plan.Columns.First(column => column.IsList);
        return new(plan, table, first, list.Formula.EvaluateLists(table).Offsets);
    }

    /// <summary>The value of a formula for each object.</summary>
    /// <param name="formula">Over the columns of the table.</param>
    /// <param name="isList">Whether it has a list in each entry.</param>
    /// <exception cref="InvalidFileException">Its lists differ in length from those of the plan.</exception>
    public double[] Values(Expression formula, bool isList)
    {
        if (!isList)
        {
            double[] values = formula.Evaluate(_table);
            return Array.ConvertAll(Entries, entry => values[entry]);
        }

        JaggedColumn<float> lists = formula.EvaluateLists(_table);
        RequireSameLengths(lists.Offsets, formula);
        return Array.ConvertAll(_kept, element => (double)lists.Values[element]);
    }

    private int[] Kept(Expression? select, Table table)
    {
        int[] all = [.. Enumerable.Range(0, _offsets[^1])];
        if (select is null)
        {
            return all;
        }

        JaggedColumn<float> passes = select.EvaluateLists(table);
        if (select.GivesList(name => table[name] is JaggedColumn<float> or JaggedColumn<int>))
        {
            RequireSameLengths(passes.Offsets, select);
            return Array.FindAll(all, element => passes.Values[element] != 0);
        }

        var kept = new List<int>();
        for (int entry = 0; entry < table.RowCount; entry++)
        {
            kept.AddRange(passes.Values[entry] != 0
                ? Enumerable.Range(_offsets[entry], _offsets[entry + 1] - _offsets[entry])
                : []);
        }

        return [.. kept];
    }

    private void RequireSameLengths(int[] offsets, Expression formula)
    {
        if (!offsets.AsSpan().SequenceEqual(_offsets))
        {
            int entry = offsets.AsSpan().CommonPrefixLength(_offsets) - 1;
            throw new InvalidFileException(
                new(_plan.SourceName) { Inside = $"entry {_first + entry}" },
                $"{offsets[entry + 1] - offsets[entry]} values of '{formula.Text}'",
                $"{_offsets[entry + 1] - _offsets[entry]} as of "
                + $"'{_plan.Columns.First(column => column.IsList).Formula.Text}'",
                "lists of objects must go together");
        }
    }
}
