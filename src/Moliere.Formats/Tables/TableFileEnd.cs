using System.Buffers.Binary;
using Moliere.Formats.Bytes;

namespace Moliere.Formats.Tables;

/// <summary>The last record of a file of row groups; without it the file is not complete.</summary>
internal readonly record struct TableFileEnd(long Rows, long Groups)
{
    private const int Used = 8 + (2 * sizeof(long));

    /// <summary>Bytes of the record, padding included.</summary>
    public const int Size = TableFile.Alignment;

    private static ReadOnlySpan<byte> Magic => "MOLTEND\n"u8;

    public byte[] ToRecord()
    {
        var bytes = new byte[Size];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8), Rows);
        BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(16), Groups);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(Used), Crc32C.Of(bytes.AsSpan(0, Used)));
        return bytes;
    }

    /// <summary>The record; null for other or damaged bytes.</summary>
    public static TableFileEnd? FromRecord(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= Size && bytes.StartsWith(Magic)
        && BinaryPrimitives.ReadUInt32LittleEndian(bytes[Used..]) == Crc32C.Of(bytes[..Used])
            ? new(BinaryPrimitives.ReadInt64LittleEndian(bytes[8..]),
                BinaryPrimitives.ReadInt64LittleEndian(bytes[16..]))
            : null;
}
