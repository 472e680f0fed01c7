using Moliere.Data.Tables;
using Moliere.Formats.Csv;
using Moliere.Formats.Tables;

namespace Moliere.Cli.Inspection;

/// <summary>Describes a table: its rows, and unit and range of each column.</summary>
internal static class TableInspection
{
    /// <summary>Lines for a table file; every checksum is checked.</summary>
    /// <param name="path">A table file.</param>
    public static IReadOnlyList<string> DescribeTable(string path) => Describe("Table file", TableFile.Read(path));

    /// <summary>Lines for a CSV file.</summary>
    /// <param name="path">CSV, plain or gzip.</param>
    public static IReadOnlyList<string> DescribeCsv(string path) => Describe("CSV table", CsvTableReader.Read(path));

    private static IReadOnlyList<string> Describe(string kind, Table table) =>
    [
        $"{kind}: {table.RowCount} rows, {table.Columns.Count} columns",
        .. table.Columns.Select(Describe),
    ];

    private static string Describe(Column column)
    {
        var range = new ValueRange();
        foreach (double value in Values(column))
        {
            range.Add(value);
        }

        string unit = column.Unit.Length > 0 ? $" [{column.Unit}]" : "";
        string lists = column is JaggedColumn<int> or JaggedColumn<float> ? "lists, " : "";
        string meaning = column.Description.Length > 0 ? $" ({column.Description})" : "";
        return $"Column: {column.Name}{unit}, {lists}{range}{meaning}";
    }

    private static IEnumerable<double> Values(Column column) => column switch
    {
        FloatColumn real => real.Values.Select(value => (double)value),
        LongColumn whole => whole.Values.Select(value => (double)value),
        JaggedColumn<float> real => real.Values.Select(value => (double)value),
        JaggedColumn<int> whole => whole.Values.Select(value => (double)value),
        _ => [],
    };
}
