using Moliere.Data.Expressions;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Bytes;

namespace Moliere.Cli.Studies.Sources;

/// <summary>Makes the objects of consecutive entries of a file.</summary>
internal sealed class ObjectChunks(ObjectPlan plan)
{
    private const string EventNumber = "number of the event";

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
        List<Column> columns = Planned(rows, entries, first, column => column.Formula.Evaluate(kept));
        columns.AddRange(plan.Lists.Select(list => Lists(list, kept)));
        return new Table(WithWeight(columns));
    }

    private Table Elements(Table entries, long first)
    {
        ElementRows elements = ElementRows.Of(plan, entries, first);
        return new Table(WithWeight(Planned(
            elements.Entries, entries, first, column => elements.Values(column.Formula, column.IsList))));
    }

    private List<Column> Planned(int[] rows, Table entries, long first, Func<PlannedColumn, double[]> values)
    {
        Column Made(PlannedColumn column) => !column.IsWhole ? Real(column, values(column))
            : column.Formula.ColumnName is { } name && entries[name] is LongColumn whole
                ? Numbers(column, Array.ConvertAll(rows, row => whole.Values[row]))
                : Numbers(column, Whole(column.Name, values(column), rows, first));
        PlannedColumn? events = plan.Columns.FirstOrDefault(column => column.IsEvent);
        Column numbers = events is not null ? Made(events) with { Description = EventNumber }
            : new LongColumn(ClusterColumns.Event, "", EventNumber, Array.ConvertAll(rows, row => first + row));
        return [numbers, .. plan.Columns.Where(column => !column.IsEvent).Select(Made)];
    }

    private static LongColumn Numbers(PlannedColumn column, long[] values) =>
        new(column.Name, "", column.Description, values);

    private long[] Whole(string name, double[] values, int[] rows, long first)
    {
        int wrong = Array.FindIndex(values, value => !(Math.Abs(value) < 9e18) || value != Math.Floor(value));
        return wrong < 0 ? Array.ConvertAll(values, value => (long)value) : throw new InvalidFileException(
            new(plan.SourceName) { Inside = $"entry {first + rows[wrong]}, column '{name}'" },
            FormattableString.Invariant($"{values[wrong]}"), $"a whole number as number of the {name}");
    }

    private static FloatColumn Real(PlannedColumn column, double[] values) => new(
        column.Name, column.Unit, column.Description,
        Array.ConvertAll(values, value => (float)(value * column.Factor)));

    // Whole numbers such as the indices of cells stay whole.
    private static Column Lists(PlannedColumn list, Table kept)
    {
        if (list.IsWhole && list.Formula.ColumnName is { } name && kept[name] is JaggedColumn<int> whole)
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
