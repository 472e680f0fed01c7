using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using Moliere.Data.Tables;
using Moliere.Formats.Bytes;

namespace Moliere.Formats.Tables;

/// <summary>
/// Reads a table file: prelude, header, arrays; nothing is allocated before the file's length confirms it.
/// </summary>
internal sealed class TableFileParser(string path, FileStream file)
{
    private const string Remedy = "the file is truncated or damaged, make it again";
    private int _block;

    public TableFileHeader ReadHeader()
    {
        Span<byte> prelude = stackalloc byte[TableFile.PreludeSize];
        int read = file.ReadAtLeast(prelude, prelude.Length, throwOnEndOfStream: false);
        if (read < 8 || !prelude[..8].SequenceEqual(TableFile.Magic))
        {
            string found = read == 0 ? "an empty file" : "other bytes";
            throw Wrong(0, "", found, "a Moliere table, which begins with 'MOLTABLE'", "");
        }

        uint version = BinaryPrimitives.ReadUInt32LittleEndian(prelude[8..]);
        if (read < prelude.Length || version != TableFile.Version)
        {
            string expected = $"format version {TableFile.Version}";
            throw read < prelude.Length
                ? Wrong(8, "prelude", "the end of the file", expected, Remedy)
                : Wrong(8, "prelude", $"format version {version}", expected, "write the table again with this version");
        }

        long length = BinaryPrimitives.ReadUInt32LittleEndian(prelude[12..]);
        if (length > file.Length - TableFile.PreludeSize)
        {
            throw Wrong(
                12, "header", $"a header of {length} bytes", $"at most the {file.Length} bytes of the file", Remedy);
        }

        var json = new byte[length];
        file.ReadExactly(json);
        if (Crc32C.Of(json) != BinaryPrimitives.ReadUInt32LittleEndian(prelude[16..]))
        {
            throw Wrong(TableFile.PreludeSize, "header", "a wrong checksum", "the header as it was written", Remedy);
        }

        return Parse(json);
    }

    public Table ReadTable()
    {
        TableFileHeader header = ReadHeader();
        RequireLength(header);
        SkipPadding();
        return new Table([.. header.Columns.Select(column => ReadColumn(header, column))]);
    }

    private TableFileHeader Parse(byte[] json)
    {
        try
        {
            TableFileHeader? header = JsonSerializer.Deserialize(json, TableFileJson.Default.TableFileHeader);
            return header is not null && IsConsistent(header) ? header
                : throw WrongHeader("columns and arrays that do not match");
        }
        catch (JsonException error)
        {
            throw WrongHeader($"JSON that does not fit ({error.Message})");
        }
    }

    private static bool IsConsistent(TableFileHeader header)
    {
        int arrays = header.Columns.Sum(column => IsList(column) ? 2 : 1);
        return header.RowCount >= 0
            && header.Blocks.Length == arrays
            && header.Blocks.All(block => block.Count is >= 0 and <= int.MaxValue)
            && header.Columns.Select(column => column.Name).Distinct().Count() == header.Columns.Count;
    }

    private void RequireLength(TableFileHeader header)
    {
        long expected = TableFile.Padded(file.Position);
        int block = 0;
        foreach (ColumnSpec column in header.Columns)
        {
            if (IsList(column))
            {
                expected += TableFile.Padded(header.Blocks[block++].Count * sizeof(int));
            }

            int size = column.Kind == ColumnKind.Long ? sizeof(long) : sizeof(float);
            expected += TableFile.Padded(header.Blocks[block++].Count * size);
        }

        if (file.Length != expected)
        {
            throw Wrong(-1, "", $"{file.Length} bytes", $"{expected} bytes as its header says", Remedy);
        }
    }

    private Column ReadColumn(TableFileHeader header, ColumnSpec spec)
    {
        (string name, string unit, string text) = (spec.Name, spec.Unit, spec.Description);
        return spec.Kind switch
        {
            ColumnKind.Float => new FloatColumn(name, unit, text, ReadRows<float>(header, name)),
            ColumnKind.Long => new LongColumn(name, unit, text, ReadRows<long>(header, name)),
            ColumnKind.FloatList => new JaggedColumn<float>(
                name, unit, text, ReadOffsets(header, name), ReadArray<float>(header, name)),
            _ => new JaggedColumn<int>(name, unit, text, ReadOffsets(header, name), ReadArray<int>(header, name)),
        };
    }

    private T[] ReadRows<T>(TableFileHeader header, string name)
        where T : unmanaged
    {
        T[] values = ReadArray<T>(header, name);
        return values.Length == header.RowCount ? values
            : throw Wrong(file.Position, $"column '{name}'", $"{values.Length} rows", $"{header.RowCount}", Remedy);
    }

    private int[] ReadOffsets(TableFileHeader header, string name)
    {
        long valueCount = header.Blocks[_block + 1].Count;
        int[] offsets = ReadArray<int>(header, name);
        bool isValid = offsets.Length == header.RowCount + 1L && offsets[0] == 0 && offsets[^1] == valueCount;
        for (int i = 1; isValid && i < offsets.Length; i++)
        {
            isValid = offsets[i] >= offsets[i - 1];
        }

        return isValid ? offsets
            : throw Wrong(file.Position, $"column '{name}'", "offsets out of order", "ascending offsets", Remedy);
    }

    private T[] ReadArray<T>(TableFileHeader header, string name)
        where T : unmanaged
    {
        const int slice = 1 << 24;
        TableBlock block = header.Blocks[_block++];
        long start = file.Position;
        var values = GC.AllocateUninitializedArray<T>((int)block.Count);
        for (int at = 0; at < values.Length; at += slice)
        {
            file.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan(at, Math.Min(slice, values.Length - at))));
        }

        if (Crc32C.Of(values) != block.Checksum)
        {
            throw Wrong(start, $"column '{name}'", "a wrong checksum", "the values as they were written", Remedy);
        }

        SkipPadding();
        return values;
    }

    private void SkipPadding()
    {
        Span<byte> padding = stackalloc byte[TableFile.Alignment];
        padding = padding[..(int)(TableFile.Padded(file.Position) - file.Position)];
        file.ReadExactly(padding);
    }

    private static bool IsList(ColumnSpec column) => column.Kind is ColumnKind.FloatList or ColumnKind.IntList;

    private InvalidFileException WrongHeader(string found) =>
        Wrong(TableFile.PreludeSize, "header", found, "a consistent header", Remedy);

    private InvalidFileException Wrong(long position, string inside, string found, string expected, string remedy) =>
        new(new FilePlace(path) { Byte = position, Inside = inside }, found, expected, remedy);
}
