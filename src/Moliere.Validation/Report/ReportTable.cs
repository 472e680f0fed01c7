namespace Moliere.Validation.Report;

/// <summary>A table of texts; cells that start like a number are set to the right.</summary>
public sealed record ReportTable
{
    /// <summary>What the table shows.</summary>
    public string Caption { get; init; } = string.Empty;

    /// <summary>Headings; empty for a table of labels and values, whose first column is the label.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Rows of cells.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Rows { get; init; }

    /// <summary>A table of labels and values.</summary>
    /// <param name="caption">What the table shows.</param>
    /// <param name="rows">Pairs in order.</param>
    public static ReportTable OfValues(string caption, params ReadOnlySpan<(string Label, string Value)> rows)
    {
        var cells = new List<IReadOnlyList<string>>();
        foreach ((string label, string value) in rows)
        {
            cells.Add([label, value]);
        }

        return new ReportTable { Caption = caption, Rows = cells };
    }

    /// <summary>
    /// The same without columns that have a dash in every row; the first column and a table without rows stay.
    /// </summary>
    public ReportTable WithoutEmptyColumns()
    {
        int[] kept = [.. Enumerable.Range(0, Columns.Count).Where(column =>
            column == 0 || Rows.Count == 0 || Rows.Any(row => row[column] != FigureTables.Nothing))];
        return this with
        {
            Columns = [.. kept.Select(column => Columns[column])],
            Rows = [.. Rows.Select(row => (IReadOnlyList<string>)[.. kept.Select(column => row[column])])],
        };
    }
}
