using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using Moliere.Data.Tables;
using Moliere.Formats.Bytes;

namespace Moliere.Formats.Tables;

/// <summary>
/// Writes a table file group by group, so that only one group needs to be in memory. Until <see cref="Complete"/> the
/// file is "name.partial"; equal groups give equal bytes, whether they were written in one go or continued.
/// </summary>
public sealed class TableFileWriter : IDisposable
{
    private readonly string _path;
    private readonly FileStream _file;
    private readonly bool _isKept;
    private readonly ColumnSpec[] _columns;
    private bool _isComplete;

    private TableFileWriter(string path, FileStream file, ColumnSpec[] columns, bool isKept) =>
        (_path, _file, _columns, _isKept) = (path, file, columns, isKept);

    /// <summary>Number of groups in the file, those of an interrupted writer included.</summary>
    public int GroupCount { get; private set; }

    /// <summary>Number of rows in the file.</summary>
    public long RowCount { get; private set; }

    /// <summary>Begins a file; what is not completed is removed.</summary>
    /// <param name="path">File to write or replace; its folder must exist.</param>
    /// <param name="columns">Distinct names, kinds, units and descriptions.</param>
    /// <param name="metadata">Free text by key; written in order of the keys.</param>
    /// <exception cref="InvalidFileException">The file cannot be written.</exception>
    public static TableFileWriter Create(
        string path, IReadOnlyList<ColumnSpec> columns, IReadOnlyDictionary<string, string>? metadata = null) =>
        Begin(path, columns, metadata, isKept: false);

    /// <summary>
    /// Continues after the last whole group of an interrupted file with the same columns and metadata, or begins one.
    /// What is not completed is kept for the next time.
    /// </summary>
    /// <param name="path">File to write or replace; its folder must exist.</param>
    /// <param name="columns">Distinct names, kinds, units and descriptions.</param>
    /// <param name="metadata">Free text by key; written in order of the keys.</param>
    /// <exception cref="InvalidFileException">The file cannot be written.</exception>
    public static TableFileWriter Continue(
        string path, IReadOnlyList<ColumnSpec> columns, IReadOnlyDictionary<string, string>? metadata = null)
    {
        TableFileDescription wanted = Describe(columns, metadata);
        if (TablePartial.Find(Partial(path), wanted) is not { } found)
        {
            return Begin(path, columns, metadata, isKept: true);
        }

        FileStream file = Open(path, FileMode.Open);
        file.SetLength(found.Length);
        file.Position = found.Length;
        return new(path, file, wanted.Columns, isKept: true) { GroupCount = found.Groups, RowCount = found.Rows };
    }

    /// <summary>Writes a group of rows.</summary>
    /// <param name="rows">The columns of the file in its order; any number of rows, also none.</param>
    /// <exception cref="ArgumentException">The columns are not those of the file.</exception>
    /// <exception cref="InvalidFileException">The disk does not take it.</exception>
    public void Append(Table rows)
    {
        if (!rows.Columns.Select(ColumnSpec.Of).SequenceEqual(_columns))
        {
            throw new ArgumentException(
                $"The rows have the columns {string.Join(", ", rows.Columns.Select(column => column.Name))}; "
                + $"{_path} has {string.Join(", ", _columns.Select(column => column.Name))}.");
        }

        Guarded(() =>
        {
            _file.Write(RowGroup.Record(rows.RowCount, [.. rows.Columns.SelectMany(BlocksOf)]));
            foreach (Column column in rows.Columns)
            {
                WriteColumn(column);
            }

            _file.Flush();
        });
        (GroupCount, RowCount) = (GroupCount + 1, RowCount + rows.RowCount);
    }

    /// <summary>Ends the file, flushes it to the disk and gives it its name.</summary>
    /// <exception cref="InvalidFileException">The disk does not take it.</exception>
    public void Complete() => Guarded(() =>
    {
        _file.Write(new TableFileEnd(RowCount, GroupCount).ToRecord());
        _file.Flush(flushToDisk: true);
        _file.Dispose();
        File.Move(Partial(_path), _path, overwrite: true);
        _isComplete = true;
    });

    /// <summary>Closes the file; one that is not complete is removed or kept as it was begun.</summary>
    public void Dispose()
    {
        try
        {
            _file.Dispose();
        }
        catch (IOException)
        {
            // Bytes that no disk took: what the scan of a continued writer finds whole is kept.
        }

        if (!_isComplete && !_isKept)
        {
            OutputFile.TryDelete(Partial(_path));
        }
    }

    internal static string Partial(string path) => path + ".partial";

    private static TableFileWriter Begin(
        string path, IReadOnlyList<ColumnSpec> columns, IReadOnlyDictionary<string, string>? metadata, bool isKept)
    {
        OutputFile.RequireNoDirectory(path);
        TableFileDescription description = Describe(columns, metadata);
        var writer = new TableFileWriter(path, Open(path, FileMode.Create), description.Columns, isKept);
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(description, TableFileJson.Default.TableFileDescription);
        writer.Guarded(() =>
        {
            Span<byte> prelude = stackalloc byte[TableFile.PreludeSize];
            TableFile.Magic.CopyTo(prelude);
            BinaryPrimitives.WriteUInt32LittleEndian(prelude[8..], TableFile.Version);
            BinaryPrimitives.WriteUInt32LittleEndian(prelude[12..], (uint)json.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(prelude[16..], Crc32C.Of(json));
            writer._file.Write(prelude);
            writer._file.Write(json);
            writer.Pad();
        });
        return writer;
    }

    private static TableFileDescription Describe(
        IReadOnlyList<ColumnSpec> columns, IReadOnlyDictionary<string, string>? metadata) => new()
        {
            Columns = [.. columns],
            Metadata = new((metadata ?? new Dictionary<string, string>()).ToDictionary(), StringComparer.Ordinal),
        };

    private static FileStream Open(string path, FileMode mode)
    {
        try
        {
            return new FileStream(Partial(path), mode, FileAccess.Write, FileShare.None, 1 << 16);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw OutputFile.NotWritable(path, error);
        }
    }

    private void Guarded(Action write)
    {
        try
        {
            write();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw OutputFile.NotWritable(_path, error);
        }
    }

    private static TableBlock[] BlocksOf(Column column) => column switch
    {
        FloatColumn floats => [Block(floats.Values)],
        LongColumn longs => [Block(longs.Values)],
        JaggedColumn<float> lists => [Block(lists.Offsets), Block(lists.Values)],
        JaggedColumn<int> lists => [Block(lists.Offsets), Block(lists.Values)],
        _ => [],
    };

    private static TableBlock Block<T>(T[] values)
        where T : unmanaged => new(values.Length, Crc32C.Of<T>(values));

    private void WriteColumn(Column column)
    {
        switch (column)
        {
            case FloatColumn floats:
                WriteArray(floats.Values);
                break;
            case LongColumn longs:
                WriteArray(longs.Values);
                break;
            case JaggedColumn<float> lists:
                WriteArray(lists.Offsets);
                WriteArray(lists.Values);
                break;
            case JaggedColumn<int> lists:
                WriteArray(lists.Offsets);
                WriteArray(lists.Values);
                break;
        }
    }

    // In slices, because a span of bytes cannot be longer than 2 GiB.
    private void WriteArray<T>(T[] values)
        where T : unmanaged
    {
        const int slice = 1 << 24;
        for (int start = 0; start < values.Length; start += slice)
        {
            _file.Write(MemoryMarshal.AsBytes(values.AsSpan(start, Math.Min(slice, values.Length - start))));
        }

        Pad();
    }

    private void Pad()
    {
        Span<byte> zeros = stackalloc byte[TableFile.Alignment];
        zeros.Clear();
        _file.Write(zeros[..(int)(TableFile.Padded(_file.Position) - _file.Position)]);
    }
}
