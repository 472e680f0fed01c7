using System.IO.Compression;
using System.Text;
using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Formats.Sources;
using Moliere.Formats.Tables;

namespace Moliere.Formats.Csv;

/// <summary>
/// Writes a table as CSV: first line <c>name [unit]</c>, lists as semicolon-joined cells under <c>name[] [unit]</c>,
/// numbers with the fewest digits that read back to the same bits, nan, inf and -inf as words. Descriptions are not
/// written.
/// </summary>
public static class CsvTableWriter
{
    private const int ChunkRows = 1 << 16;

    /// <summary>
    /// Writes the file, complete or not at all; gzip if its name ends in ".gz". Equal tables give equal bytes.
    /// </summary>
    /// <param name="path">File to write or replace; its folder must exist.</param>
    /// <param name="table">Columns of the four kinds of <see cref="ColumnKind"/>.</param>
    /// <exception cref="InvalidFileException">The file cannot be written.</exception>
    public static void Write(string path, Table table)
    {
        using var source = new MemorySource(path, table);
        Write(path, source, [.. table.Columns.Select(column => column.Name)]);
    }

    /// <summary>
    /// Writes columns of a source chunk by chunk, complete or not at all; gzip if its name ends in ".gz".
    /// </summary>
    /// <param name="path">File to write or replace; its folder must exist.</param>
    /// <param name="source">Rows.</param>
    /// <param name="columns">Names, distinct.</param>
    /// <exception cref="InvalidFileException">A column cannot be read, or the file cannot be written.</exception>
    public static void Write(string path, ITableSource source, IReadOnlyList<string> columns) =>
        OutputFile.Write(path, file =>
        {
            if (!path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            {
                WriteRows(file, source, columns);
                return;
            }

            using var gzip = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true);
            WriteRows(gzip, source, columns);
        });

    private static void WriteRows(Stream stream, ITableSource source, IReadOnlyList<string> columns)
    {
        var cells = new CsvCells(stream);
        IEnumerable<ColumnSpec> header = columns.Select(source.Require)
            .Select(column => new ColumnSpec(column.Name, column.Kind, column.Unit));
        cells.Text(string.Join(',', header.Select(CsvHeader.Format)));
        cells.EndLine();
        foreach ((long first, int count) in ChunkPlan.Of(source, ChunkRows))
        {
            WriteRows(cells, source.Read(first, count, columns));
        }

        cells.Flush();
    }

    private static void WriteRows(CsvCells cells, Table table)
    {
        for (int row = 0; row < table.RowCount; row++)
        {
            for (int i = 0; i < table.Columns.Count; i++)
            {
                if (i > 0)
                {
                    cells.Separator(',');
                }

                WriteCell(cells, table.Columns[i], row);
            }

            cells.EndLine();
        }
    }

    private static void WriteCell(CsvCells cells, Column column, int row)
    {
        switch (column)
        {
            case FloatColumn floats:
                cells.Number(floats.Values[row]);
                break;
            case LongColumn longs:
                cells.Number(longs.Values[row]);
                break;
            case JaggedColumn<float> lists:
                WriteList(cells, lists[row]);
                break;
            case JaggedColumn<int> lists:
                WriteList(cells, lists[row]);
                break;
        }
    }

    private static void WriteList(CsvCells cells, ReadOnlySpan<float> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (i > 0)
            {
                cells.Separator(';');
            }

            cells.Number(values[i]);
        }
    }

    private static void WriteList(CsvCells cells, ReadOnlySpan<int> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (i > 0)
            {
                cells.Separator(';');
            }

            cells.Number((long)values[i]);
        }
    }

    // Collects bytes so that the stream is asked seldom.
    private sealed class CsvCells(Stream stream)
    {
        private readonly byte[] _buffer = new byte[1 << 16];
        private int _used;

        public void Number(float value)
        {
            Reserve();
            _used += CsvNumber.Format(value, _buffer.AsSpan(_used));
        }

        public void Number(long value)
        {
            Reserve();
            _used += CsvNumber.Format(value, _buffer.AsSpan(_used));
        }

        public void Separator(char letter)
        {
            Reserve();
            _buffer[_used++] = (byte)letter;
        }

        public void EndLine() => Separator('\n');

        public void Text(string text)
        {
            Flush();
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        public void Flush()
        {
            stream.Write(_buffer, 0, _used);
            _used = 0;
        }

        private void Reserve()
        {
            if (_buffer.Length - _used < CsvNumber.MaxLength)
            {
                Flush();
            }
        }
    }
}
