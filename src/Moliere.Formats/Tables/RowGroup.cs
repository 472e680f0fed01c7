using System.Buffers.Binary;
using Moliere.Formats.Bytes;

namespace Moliere.Formats.Tables;

/// <summary>Consecutive rows of a file: how many, and where each of their arrays lies.</summary>
/// <param name="First">Number of the first row in the table.</param>
/// <param name="Rows">Number of rows; may be 0.</param>
/// <param name="Blocks">The arrays in file order.</param>
/// <param name="Positions">Where each array begins [bytes].</param>
/// <param name="End">Where the next thing in the file begins [bytes].</param>
internal sealed record RowGroup(long First, int Rows, TableBlock[] Blocks, long[] Positions, long End)
{
    private const int Fixed = 8 + sizeof(long) + sizeof(uint);
    private const int PerBlock = sizeof(long) + sizeof(uint);

    private static ReadOnlySpan<byte> Magic => "MOLGROUP"u8;

    /// <summary>Number of the first row after the group.</summary>
    public long Last => First + Rows;

    /// <summary>Bytes of the record before the arrays of a group, padding included.</summary>
    public static int RecordSize(int blocks) => (int)TableFile.Padded(Fixed + (blocks * PerBlock));

    /// <summary>The group whose arrays begin at a position and follow each other.</summary>
    public static RowGroup At(long position, long first, int rows, TableBlock[] blocks, IEnumerable<int> elementSizes)
    {
        var positions = new long[blocks.Length];
        int block = 0;
        foreach (int size in elementSizes)
        {
            positions[block] = position;
            position += TableFile.Padded(blocks[block++].Count * size);
        }

        return new(first, rows, blocks, positions, position);
    }

    /// <summary>The record that stands before the arrays of a group.</summary>
    public static byte[] Record(int rows, TableBlock[] blocks)
    {
        var bytes = new byte[RecordSize(blocks.Length)];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), rows);
        for (int i = 0; i < blocks.Length; i++)
        {
            Span<byte> entry = bytes.AsSpan(16 + (i * PerBlock));
            BinaryPrimitives.WriteInt64LittleEndian(entry, blocks[i].Count);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[sizeof(long)..], blocks[i].Checksum);
        }

        int end = 16 + (blocks.Length * PerBlock);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(end), Crc32C.Of(bytes.AsSpan(0, end)));
        return bytes;
    }

    /// <summary>Rows and arrays from such a record; null for other or damaged bytes.</summary>
    public static (int Rows, TableBlock[] Blocks)? FromRecord(ReadOnlySpan<byte> bytes, int blockCount)
    {
        int end = 16 + (blockCount * PerBlock);
        if (!bytes.StartsWith(Magic)
            || BinaryPrimitives.ReadUInt32LittleEndian(bytes[end..]) != Crc32C.Of(bytes[..end]))
        {
            return null;
        }

        var blocks = new TableBlock[blockCount];
        for (int i = 0; i < blockCount; i++)
        {
            ReadOnlySpan<byte> entry = bytes[(16 + (i * PerBlock))..];
            blocks[i] = new(
                BinaryPrimitives.ReadInt64LittleEndian(entry),
                BinaryPrimitives.ReadUInt32LittleEndian(entry[sizeof(long)..]));
        }

        long rows = BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]);
        bool isPossible = rows is >= 0 and <= int.MaxValue && Array.TrueForAll(blocks, block => block.IsPossible);
        return isPossible ? ((int)rows, blocks) : null;
    }
}
