using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Formats.Tables;

namespace Moliere.Formats.Csv;

/// <summary>
/// Reads a table from CSV (RFC 4180, UTF-8), plain or gzip. The first line names the columns: <c>name</c> or
/// <c>name [unit]</c>, and <c>name[]</c> for a column of lists, whose elements are separated by semicolons.
/// </summary>
/// <remarks>
/// Without a schema a column is of whole numbers if all its cells are (no point, no exponent), else of real numbers; an
/// empty cell is NaN; a column without any value is of real numbers.
/// What <see cref="CsvTableWriter"/> writes reads back with the same names, units, kinds and bits; descriptions are not
/// in the file.
/// </remarks>
public static class CsvTableReader
{
    /// <summary>Reads the whole file into memory.</summary>
    /// <param name="path">CSV file, plain or gzip.</param>
    /// <param name="schema">
    /// Kinds and descriptions of columns that must be there; other columns are read as well. Null decides by content.
    /// </param>
    /// <param name="delimiter">Between cells; not a semicolon in files with lists.</param>
    /// <param name="leavesOutText">
    /// Whether a column that begins with a text instead of a number is left out of the table; else it is an error.
    /// </param>
    /// <exception cref="InvalidFileException">
    /// The file cannot be read, or a line or cell is not as expected.
    /// </exception>
    public static Table Read(
        string path, IReadOnlyList<ColumnSpec>? schema = null, char delimiter = ',',
        bool leavesOutText = false)
    {
        using var text = new StreamReader(InputFile.Open(path), Encoding.UTF8);
        using var parser = new CsvParser(text, Configuration(path, delimiter));
        if (!parser.Read())
        {
            throw new InvalidFileException(new(path), "no lines", "a first line with the names of the columns");
        }

        CsvColumnBuilder[] columns = CsvHeader.Parse(path, parser.Record ?? [], schema ?? []);
        while (parser.Read())
        {
            ReadRow(path, parser, columns, leavesOutText);
        }

        return new Table([.. columns.Where(column => !column.IsText).Select(column => column.Build())]);
    }

    private static CsvConfiguration Configuration(string path, char delimiter) => new(CultureInfo.InvariantCulture)
    {
        Delimiter = delimiter.ToString(),
        IgnoreBlankLines = false, // In a table with one column of lists, a blank line is an empty list.
        BufferSize = 1 << 16,
        BadDataFound = bad => throw new InvalidFileException(
            new FilePlace(path) { Line = bad.Context.Parser?.RawRow ?? 0 },
            $"a quote out of place in '{bad.Field}'", "cells quoted as a whole, quotes inside them doubled"),
    };

    private static void ReadRow(string path, CsvParser parser, CsvColumnBuilder[] columns, bool leavesOutText)
    {
        if (parser.Count <= 1 && columns.Length > 1 && string.IsNullOrWhiteSpace(parser.RawRecord))
        {
            return;
        }

        if (parser.Count != columns.Length)
        {
            throw new InvalidFileException(
                new FilePlace(path) { Line = parser.RawRow },
                $"{parser.Count} cells", $"{columns.Length} as in the first line", "the file may be truncated");
        }

        for (int i = 0; i < columns.Length; i++)
        {
            string cell = parser[i];
            if (!columns[i].TryAdd(cell) && !(leavesOutText && columns[i].TryBecomeText()))
            {
                throw new InvalidFileException(
                    new FilePlace(path) { Line = parser.RawRow, Inside = $"column '{columns[i].Name}'" },
                    cell.Length == 0 ? "an empty cell" : $"'{cell}'", columns[i].Expected,
                    cell.Contains(';') ? $"a column of lists is named '{columns[i].Name}[]' in the first line" : "");
            }
        }
    }
}
