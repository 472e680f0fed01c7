using Moliere.Data.Expressions;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Bytes;

namespace Moliere.Cli.Studies.Sources;

/// <summary>Makes the objects of consecutive entries of a file.</summary>
internal sealed class ObjectChunks(ObjectPlan plan)
{
    /// <summary>The objects that meet the plan's condition, in the order of the file.</summary>
    /// <param name="entries">The columns that the plan needs.</param>
    /// <param name="first">Number of their first entry, which is its event where the file names none.</param>
    /// <exception cref="InvalidFileException">Lists that should go together differ in length.</exception>
    public Table Make(Table entries, long first)
    {
        try
        {
            return plan.IsPerElement ? Elements(entries, first) : Entries(entries, first);
        }
        catch (ExpressionException error) when (error.Row is { } row)
        {
            throw new InvalidFileException(
                new(plan.SourceName) { Inside = $"entry {first + row}" }, error.Problem, "lists of equal lengths",
                cause: error);
        }
    }

    private Table Entries(Table entries, long first)
    {
        int[] rows = plan.Select?.Select(entries) ?? [.. Enumerable.Range(0, entries.RowCount)];
        Table kept = rows.Length == entries.RowCount ? entries : entries.Select(rows);
        var columns = new List<Column> { Events(rows, entries, first), };
        foreach (PlannedColumn column in plan.Columns.Where(column => !column.IsEvent))
        {
            columns.Add(Real(column, column.Formula.Evaluate(kept)));
        }

        columns.AddRange(plan.Lists.Select(list => Lists(list, kept)));
        return new Table(WithWeight(columns));
    }

    private Table Elements(Table entries, long first)
    {
        ElementRows elements = ElementRows.Of(plan, entries, first);
        var columns = new List<Column> { Events(elements.Entries, entries, first) };
        foreach (PlannedColumn column in plan.Columns.Where(column => !column.IsEvent))
        {
            columns.Add(Real(column, elements.Values(column.Formula, column.IsList)));
        }

        return new Table(WithWeight(columns));
    }

    private LongColumn Events(int[] rows, Table entries, long first)
    {
        PlannedColumn? planned = plan.Columns.FirstOrDefault(column => column.IsEvent);
        long[] numbers = planned is null
            ? [.. Enumerable.Range(0, entries.RowCount).Select(row => first + row)]
            : planned.Formula.ColumnName is { } name && entries[name] is LongColumn whole ? whole.Values
            : Whole(planned.Formula.Evaluate(entries), first);
        return new(ClusterColumns.Event, "", "number of the event", Array.ConvertAll(rows, row => numbers[row]));
    }

    private long[] Whole(double[] values, long first)
    {
        int wrong = Array.FindIndex(values, value => !(Math.Abs(value) < 9e18) || value != Math.Floor(value));
        return wrong < 0 ? Array.ConvertAll(values, value => (long)value) : throw new InvalidFileException(
            new(plan.SourceName) { Inside = $"entry {first + wrong}, column 'event'" },
            FormattableString.Invariant($"{values[wrong]}"), "a whole number as number of the event");
    }

    private static FloatColumn Real(PlannedColumn column, double[] values) => new(
        column.Name, column.Unit, column.Description,
        Array.ConvertAll(values, value => (float)(value * column.Factor)));

    // Whole numbers such as the indices of cells stay whole.
    private static Column Lists(PlannedColumn list, Table kept)
    {
        if (list.Formula.ColumnName is { } name && kept[name] is JaggedColumn<int> whole && list.Factor == 1)
        {
            return whole with { Name = list.Name };
        }

        JaggedColumn<float> lists = list.Formula.EvaluateLists(kept);
        return new JaggedColumn<float>(
            list.Name, list.Unit, list.Description, lists.Offsets,
            list.Factor == 1 ? lists.Values : Array.ConvertAll(lists.Values, value => (float)(value * list.Factor)));
    }

    // A file without weights has equal ones.
    private static List<Column> WithWeight(List<Column> columns)
    {
        if (!columns.Exists(column => column.Name == ClusterColumns.Weight))
        {
            var ones = new float[columns[0].RowCount];
            Array.Fill(ones, 1f);
            columns.Insert(1, new FloatColumn(ClusterColumns.Weight, "", "event weight", ones));
        }

        return columns;
    }
}
