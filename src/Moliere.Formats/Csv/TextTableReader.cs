using System.Text;
using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Formats.Tables;

namespace Moliere.Formats.Csv;

/// <summary>
/// Reads a table of numbers from text as people keep it, plain or gzip: cells between commas, semicolons, tabs or
/// blanks, with or without a first line of names. The first line that is neither empty nor a comment (<c>#</c>)
/// decides: if all its cells are numbers there are no names, and the columns are called c0, c1, and so on.
/// </summary>
/// <remarks>
/// With names between commas, semicolons or tabs the rules of <see cref="CsvTableReader"/> hold (quotes, units, lists).
/// </remarks>
public static class TextTableReader
{
    private static readonly char[] s_delimiters = ['\t', ';', ','];

    /// <summary>Reads the whole file into memory.</summary>
    /// <param name="path">Text file, plain or gzip.</param>
    /// <exception cref="InvalidFileException">
    /// The file cannot be read, a line has another number of cells, or a cell is no number.
    /// </exception>
    public static Table Read(string path)
    {
        using var lines = new CountedLines(path);
        string[] first = lines.Next() is { } line ? Cells(line, DelimiterOf(line)) : throw new InvalidFileException(
            new(path), "no lines", "rows of numbers, with or without a first line of names");
        char delimiter = DelimiterOf(lines.Current);
        bool hasNames = !Array.TrueForAll(first, IsNumber);
        if (hasNames && delimiter != ' ' && lines.Number == 1)
        {
            return CsvTableReader.Read(path, delimiter: delimiter);
        }

        CsvColumnBuilder[] columns = [.. first.Select((cell, i) => Column(hasNames ? cell : $"c{i}"))];
        for (string? row = hasNames ? lines.Next() : lines.Current; row is not null; row = lines.Next())
        {
            Add(lines, Cells(row, delimiter), columns);
        }

        return Build(lines, columns);
    }

    private static void Add(CountedLines lines, string[] cells, CsvColumnBuilder[] columns)
    {
        if (cells.Length != columns.Length)
        {
            throw new InvalidFileException(
                lines.Place(), $"{cells.Length} cells", $"{columns.Length} as in the first line",
                "the file may be truncated");
        }

        for (int i = 0; i < cells.Length; i++)
        {
            if (!columns[i].TryAdd(cells[i]))
            {
                throw new InvalidFileException(
                    lines.Place() with { Inside = $"column '{columns[i].Name}'" }, $"'{cells[i]}'", "a number",
                    "leave such a column out of the file, or write its categories as numbers");
            }
        }
    }

    private static Table Build(CountedLines lines, CsvColumnBuilder[] columns)
    {
        try
        {
            return new Table([.. columns.Select(column => column.Build())]);
        }
        catch (ArgumentException error)
        {
            throw new InvalidFileException(lines.Place() with { Line = 1 }, error.Message, "distinct names");
        }
    }

    private static CsvColumnBuilder Column(string name) => new(new(name, ColumnKind.Long, ""), isFixed: false);

    private static char DelimiterOf(string line) => Array.Find(s_delimiters, line.Contains) is var found and not '\0'
        ? found
        : ' ';

    private static string[] Cells(string line, char delimiter) => delimiter == ' '
        ? line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        : [.. line.Split(delimiter).Select(cell => cell.Trim())];

    private static bool IsNumber(string cell) => CsvNumber.TryReal(cell, out _);

    // Lines with content, and where the last of them stands.
    private sealed class CountedLines(string path) : IDisposable
    {
        private readonly StreamReader _text = new(InputFile.Open(path), Encoding.UTF8);

        public string Current { get; private set; } = "";

        public int Number { get; private set; }

        public string? Next()
        {
            while (_text.ReadLine() is { } line)
            {
                Number++;
                if (!string.IsNullOrWhiteSpace(line) && line[0] != '#')
                {
                    return Current = line;
                }
            }

            return null;
        }

        public FilePlace Place() => new(path) { Line = Number };

        public void Dispose() => _text.Dispose();
    }
}
