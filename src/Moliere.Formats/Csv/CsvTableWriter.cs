using System.IO.Compression;
using System.Text;
using Moliere.Data.Tables;
using Moliere.Formats.Bytes;
using Moliere.Formats.Tables;

namespace Moliere.Formats.Csv;

/// <summary>
/// Writes a table as CSV: first line <c>name [unit]</c>, lists as semicolon-joined cells under <c>name[] [unit]</c>,
/// numbers with the fewest digits that read back to the same bits, nan, inf and -inf as words. Descriptions are not
/// written.
/// </summary>
public static class CsvTableWriter
{
    /// <summary>
    /// Writes the file, complete or not at all; gzip if its name ends in ".gz". Equal tables give equal bytes.
    /// </summary>
    /// <param name="path">File to write or replace; its folder must exist.</param>
    /// <param name="table">Columns of the four kinds of <see cref="ColumnKind"/>.</param>
    /// <exception cref="InvalidFileException">The file cannot be written.</exception>
    public static void Write(string path, Table table) => OutputFile.Write(path, file =>
    {
        if (!path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
        {
            WriteRows(file, table);
            return;
        }

        using var gzip = new GZipStream(file, CompressionLevel.Optimal, leaveOpen: true);
        WriteRows(gzip, table);
    });

    private static void WriteRows(Stream stream, Table table)
    {
        var cells = new CsvCells(stream);
        cells.Text(string.Join(',', table.Columns.Select(column => CsvHeader.Format(ColumnSpec.Of(column)))));
        cells.EndLine();
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

        cells.Flush();
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
