using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;
using Moliere.Data.Tables;
using Moliere.Formats.Bytes;

namespace Moliere.Formats.Tables;

/// <summary>
/// The house's own file for a table: columns as they lie in memory, so that writing and reading run at the speed of the
/// disk. Layout (all little-endian): 8 bytes "MOLTABLE", version, header length and header checksum as 32-bit numbers,
/// the header as JSON, then each array, padded to a multiple of 64 bytes. Checksums are CRC-32C. Equal tables with
/// equal metadata give equal bytes.
/// </summary>
public static class TableFile
{
    internal const int PreludeSize = 20;
    internal const int Alignment = 64; // A cache line, so that a mapped file can feed vector instructions.
    internal const uint Version = 1;

    internal static ReadOnlySpan<byte> Magic => "MOLTABLE"u8;

    /// <summary>
    /// Writes a table under a temporary name and renames it when complete: an existing file of that name stays whole
    /// until then.
    /// </summary>
    /// <param name="path">File to write or replace; its folder must exist.</param>
    /// <param name="table">Columns of the four kinds of <see cref="ColumnKind"/>.</param>
    /// <param name="metadata">Free text by key; written in order of the keys.</param>
    /// <exception cref="InvalidFileException">The file cannot be written.</exception>
    public static void Write(string path, Table table, IReadOnlyDictionary<string, string>? metadata = null)
    {
        TableFileHeader description = HeaderOf(table, metadata);
        byte[] header = JsonSerializer.SerializeToUtf8Bytes(description, TableFileJson.Default.TableFileHeader);
        OutputFile.Write(path, file =>
        {
            Span<byte> prelude = stackalloc byte[PreludeSize];
            Magic.CopyTo(prelude);
            BinaryPrimitives.WriteUInt32LittleEndian(prelude[8..], Version);
            BinaryPrimitives.WriteUInt32LittleEndian(prelude[12..], (uint)header.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(prelude[16..], Crc32C.Of(header));
            file.Write(prelude);
            file.Write(header);
            Pad(file);
            foreach (Column column in table.Columns)
            {
                WriteColumn(file, column);
            }
        });
    }

    /// <summary>Reads a whole table into memory and checks every checksum.</summary>
    /// <param name="path">A file written by <see cref="Write"/>.</param>
    /// <exception cref="InvalidFileException">
    /// The file cannot be read, is not such a file, truncated or corrupt.
    /// </exception>
    public static Table Read(string path)
    {
        using FileStream file = InputFile.OpenRaw(path);
        return new TableFileParser(path, file).ReadTable();
    }

    /// <summary>Reads what the file says about itself, not its values.</summary>
    /// <param name="path">A file written by <see cref="Write"/>.</param>
    /// <exception cref="InvalidFileException">
    /// The file cannot be read, is not such a file, or its header is corrupt.
    /// </exception>
    public static TableFileHeader ReadHeader(string path)
    {
        using FileStream file = InputFile.OpenRaw(path);
        return new TableFileParser(path, file).ReadHeader();
    }

    internal static long Padded(long position) => (position + Alignment - 1) / Alignment * Alignment;

    private static TableFileHeader HeaderOf(Table table, IReadOnlyDictionary<string, string>? metadata) => new()
    {
        RowCount = table.RowCount,
        Columns = [.. table.Columns.Select(ColumnSpec.Of)],
        Metadata = new SortedDictionary<string, string>(
            (metadata ?? new Dictionary<string, string>()).ToDictionary(), StringComparer.Ordinal),
        Blocks = [.. table.Columns.SelectMany(BlocksOf)],
    };

    private static TableBlock[] BlocksOf(Column column) => column switch
    {
        FloatColumn floats => [Block(floats.Values)],
        LongColumn longs => [Block(longs.Values)],
        JaggedColumn<float> lists => [Block(lists.Offsets), Block(lists.Values)],
        JaggedColumn<int> lists => [Block(lists.Offsets), Block(lists.Values)],
        _ => [],
    };

    private static TableBlock Block<T>(T[] values)
        where T : unmanaged => new(values.Length, Crc32C.Of(values));

    private static void WriteColumn(Stream file, Column column)
    {
        switch (column)
        {
            case FloatColumn floats:
                WriteArray(file, floats.Values);
                break;
            case LongColumn longs:
                WriteArray(file, longs.Values);
                break;
            case JaggedColumn<float> lists:
                WriteArray(file, lists.Offsets);
                WriteArray(file, lists.Values);
                break;
            case JaggedColumn<int> lists:
                WriteArray(file, lists.Offsets);
                WriteArray(file, lists.Values);
                break;
        }
    }

    // In slices, because a span of bytes cannot be longer than 2 GiB.
    private static void WriteArray<T>(Stream file, T[] values)
        where T : unmanaged
    {
        const int slice = 1 << 24;
        for (int start = 0; start < values.Length; start += slice)
        {
            file.Write(MemoryMarshal.AsBytes(values.AsSpan(start, Math.Min(slice, values.Length - start))));
        }

        Pad(file);
    }

    private static void Pad(Stream file)
    {
        Span<byte> zeros = stackalloc byte[Alignment];
        zeros.Clear();
        file.Write(zeros[..(int)(Padded(file.Position) - file.Position)]);
    }
}
