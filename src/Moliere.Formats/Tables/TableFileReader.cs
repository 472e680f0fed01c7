using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Moliere.Data.Tables;
using Moliere.Formats.Bytes;

namespace Moliere.Formats.Tables;

/// <summary>Reads columns of consecutive rows of a complete file; several threads may do so at a time.</summary>
internal sealed class TableFileReader : IDisposable
{
    // A read of the system cannot be longer than 2 GiB.
    private const int SliceBytes = 1 << 26;

    private readonly string _path;
    private readonly FileStream _file;
    private readonly TableFileScan _scan;
    private readonly int[] _firstBlock;

    /// <summary>Opens a file and walks over its groups.</summary>
    /// <exception cref="InvalidFileException">Missing, not a table file, cut or damaged.</exception>
    public TableFileReader(string path)
    {
        (_path, _file) = (path, InputFile.OpenRaw(path));
        try
        {
            _scan = new(path, _file);
            _scan.RequireComplete();
        }
        catch
        {
            _file.Dispose();
            throw;
        }

        (Header, _firstBlock) = (_scan.Header(), FirstBlocks(_scan.Description));
    }

    public TableFileReader(string path, FileStream file, TableFileScan scan) =>
        (_path, _file, _scan, Header, _firstBlock) =
            (path, file, scan, scan.Header(), FirstBlocks(scan.Description));

    public TableFileHeader Header { get; }

    public IReadOnlyList<RowGroup> Groups => _scan.Groups;

    public void Dispose() => _file.Dispose();

    /// <summary>One column of the rows [first, first + count).</summary>
    /// <exception cref="InvalidFileException">A checksum is wrong, or lists are out of order or too long.</exception>
    public Column Read(int column, long first, int count)
    {
        ColumnSpec spec = Header.Columns[column];
        (string name, string unit, string text, int block) =
            (spec.Name, spec.Unit, spec.Description, _firstBlock[column]);
        RowRange[] ranges = [.. Ranges(first, count)];
        switch (spec.Kind)
        {
            case ColumnKind.Float:
                return new FloatColumn(name, unit, text, Numbers<float>(name, block, ranges, count));
            case ColumnKind.Long:
                return new LongColumn(name, unit, text, Numbers<long>(name, block, ranges, count));
            case ColumnKind.FloatList:
                (int[] offsets, float[] floats) = Lists<float>(name, block, ranges, count);
                return new JaggedColumn<float>(name, unit, text, offsets, floats);
            default:
                (int[] starts, int[] ints) = Lists<int>(name, block, ranges, count);
                return new JaggedColumn<int>(name, unit, text, starts, ints);
        }
    }

    private static int[] FirstBlocks(TableFileDescription description)
    {
        var first = new int[description.Columns.Length];
        for (int i = 1; i < first.Length; i++)
        {
            first[i] = first[i - 1] + (TableFileDescription.IsList(description.Columns[i - 1].Kind) ? 2 : 1);
        }

        return first;
    }

    // The parts of a range of rows, by group; groups are searched by their first row.
    private IEnumerable<RowRange> Ranges(long first, int count)
    {
        int low = 0, high = Groups.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = Groups[middle].Last <= first ? (middle + 1, high) : (low, middle);
        }

        for (int i = low; i < Groups.Count && count > 0; i++)
        {
            RowGroup group = Groups[i];
            int skip = (int)Math.Max(0, first - group.First), taken = Math.Min(count, group.Rows - skip);
            (first, count) = (first + taken, count - taken);
            yield return new(group, skip, taken);
        }
    }

    private T[] Numbers<T>(string name, int block, RowRange[] ranges, int count)
        where T : unmanaged
    {
        var values = GC.AllocateUninitializedArray<T>(count);
        int at = 0;
        foreach (RowRange range in ranges)
        {
            RequireCount(name, range.Group.Blocks[block].Count, range.Group.Rows);
            Part(name, range.Group, block, range.Skip, values.AsSpan(at, range.Count));
            at += range.Count;
        }

        return values;
    }

    private (int[] Offsets, T[] Values) Lists<T>(string name, int block, RowRange[] ranges, int count)
        where T : unmanaged
    {
        var offsets = new int[count + 1];
        var parts = new (int Skip, int Count)[ranges.Length];
        int at = 0;
        long total = 0;
        for (int r = 0; r < ranges.Length; r++)
        {
            RowRange range = ranges[r];
            int[] local = Offsets(name, range.Group, block);
            int start = local[range.Skip];
            for (int i = 1; i <= range.Count; i++)
            {
                offsets[at + i] = (int)(total + local[range.Skip + i] - start);
            }

            parts[r] = (start, local[range.Skip + range.Count] - start);
            (at, total) = (at + range.Count, total + parts[r].Count);
            RequireRoom(name, total);
        }

        var values = GC.AllocateUninitializedArray<T>((int)total);
        at = 0;
        for (int r = 0; r < ranges.Length; r++)
        {
            Part(name, ranges[r].Group, block + 1, parts[r].Skip, values.AsSpan(at, parts[r].Count));
            at += parts[r].Count;
        }

        return (offsets, values);
    }

    private int[] Offsets(string name, RowGroup group, int block)
    {
        RequireCount(name, group.Blocks[block].Count, group.Rows + 1L);
        var offsets = GC.AllocateUninitializedArray<int>(group.Rows + 1);
        Block<int>(name, group, block, offsets);
        bool isValid = offsets[0] == 0 && offsets[^1] == group.Blocks[block + 1].Count;
        for (int i = 1; isValid && i < offsets.Length; i++)
        {
            isValid = offsets[i] >= offsets[i - 1];
        }

        return isValid ? offsets
            : throw Wrong(group.Positions[block], name, "offsets out of order", "ascending offsets");
    }

    // Some elements of an array; the whole is read, or its checksum would say nothing.
    private void Part<T>(string name, RowGroup group, int block, int skip, Span<T> into)
        where T : unmanaged
    {
        int all = (int)group.Blocks[block].Count;
        if (into.Length == all)
        {
            Block(name, group, block, into);
            return;
        }

        var whole = GC.AllocateUninitializedArray<T>(all);
        Block<T>(name, group, block, whole);
        whole.AsSpan(skip, into.Length).CopyTo(into);
    }

    private void Block<T>(string name, RowGroup group, int block, Span<T> into)
        where T : unmanaged
    {
        long position = group.Positions[block];
        int slice = SliceBytes / Marshal.SizeOf<T>();
        for (int at = 0; at < into.Length; at += slice)
        {
            Span<byte> bytes = MemoryMarshal.AsBytes(into[at..Math.Min(into.Length, at + slice)]);
            ReadExactly(_file.SafeFileHandle, bytes, position);
            position += bytes.Length;
        }

        if (Crc32C.Of<T>(into) != group.Blocks[block].Checksum)
        {
            throw Wrong(group.Positions[block], name, "a wrong checksum", "the values as they were written");
        }
    }

    private void ReadExactly(SafeFileHandle handle, Span<byte> bytes, long position)
    {
        while (bytes.Length > 0)
        {
            int read = RandomAccess.Read(handle, bytes, position);
            if (read == 0)
            {
                throw Wrong(position, "values", "the end of the file", "more of them");
            }

            bytes = bytes[read..];
            position += read;
        }
    }

    private void RequireCount(string name, long found, long expected)
    {
        if (found != expected)
        {
            throw Wrong(-1, name, $"{found} rows", $"{expected}");
        }
    }

    private void RequireRoom(string name, long total)
    {
        if (total > Array.MaxLength)
        {
            throw new InvalidFileException(
                new(_path) { Inside = $"column '{name}'" }, $"{total} values in lists", $"at most {Array.MaxLength}",
                "read fewer rows at a time");
        }
    }

    private InvalidFileException Wrong(long position, string name, string found, string expected) => new(
        new FilePlace(_path) { Byte = position, Inside = $"column '{name}'" }, found, expected, TableFileScan.Remedy);

    private readonly record struct RowRange(RowGroup Group, int Skip, int Count);
}
