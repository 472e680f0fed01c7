using System.Text.RegularExpressions;
using Moliere.Formats.Bytes;
using Moliere.Formats.Tables;

namespace Moliere.Formats.Csv;

/// <summary>
/// The first line of a table in CSV: <c>name</c>, <c>name [unit]</c>, and <c>name[]</c> or <c>name[] [unit]</c> for
/// columns that hold lists.
/// </summary>
internal static partial class CsvHeader
{
    public static string Format(ColumnSpec column)
    {
        string brackets = IsList(column.Kind) ? "[]" : "";
        string text = column.Unit.Length == 0 ? column.Name + brackets : $"{column.Name}{brackets} [{column.Unit}]";
        return text.AsSpan().IndexOfAny(",\"\n") < 0
            ? text
            : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>
    /// A builder for each column of the header; kinds are those of the schema, else found while reading.
    /// </summary>
    public static CsvColumnBuilder[] Parse(string path, IReadOnlyList<string> cells, IReadOnlyList<ColumnSpec> schema)
    {
        var place = new FilePlace(path) { Line = 1, Inside = "header" };
        var builders = new CsvColumnBuilder[cells.Count];
        for (int i = 0; i < builders.Length; i++)
        {
            builders[i] = Builder(place, cells[i], i, schema);
        }

        string[] names = [.. builders.Select(builder => builder.Name)];
        foreach (IGrouping<string, string> twice in names.GroupBy(name => name).Where(group => group.Count() > 1))
        {
            throw new InvalidFileException(place, $"the column '{twice.Key}' twice", "distinct names");
        }

        foreach (ColumnSpec missing in schema.Where(spec => !names.Contains(spec.Name)))
        {
            throw new InvalidFileException(
                place, $"no column '{missing.Name}'", "all columns of the schema",
                $"the nearest names are {string.Join(", ", Data.NearestName.Of(missing.Name, names, 3))}");
        }

        return builders;
    }

    private static CsvColumnBuilder Builder(FilePlace place, string cell, int index, IReadOnlyList<ColumnSpec> schema)
    {
        Match match = HeaderCell().Match(cell);
        string name = match.Groups["name"].Value;
        if (!match.Success || name.Length == 0)
        {
            throw new InvalidFileException(
                place, $"'{cell}' as name of column {index + 1}", "a name such as 'pt [GeV]'");
        }

        string unit = match.Groups["unit"].Value;
        ColumnSpec? spec = schema.FirstOrDefault(known => known.Name == name);
        ColumnKind kind = match.Groups["list"].Success ? ColumnKind.IntList : ColumnKind.Long;
        return spec is null
            ? new(new(name, kind, unit), isFixed: false)
            : new(spec with { Unit = unit.Length > 0 ? unit : spec.Unit }, isFixed: true);
    }

    private static bool IsList(ColumnKind kind) => kind is ColumnKind.FloatList or ColumnKind.IntList;

    [GeneratedRegex(
        @"^\s*(?<name>[^\[\]]*?)\s*(?<list>\[\])?\s*(\[(?<unit>[^\[\]]+)\])?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex HeaderCell();
}
