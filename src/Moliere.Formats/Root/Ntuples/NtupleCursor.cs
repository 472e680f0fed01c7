using System.Buffers.Binary;
using System.Text;
using Moliere.Formats.Bytes;
using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Root.Ntuples;

/// <summary>
/// Reads an envelope or a frame of it forwards: little-endian, in contrast to the rest of a ROOT file. No read goes
/// past the end, and no count is believed before the bytes that are left allow it.
/// </summary>
/// <param name="data">The bytes of the envelope or frame.</param>
/// <param name="start">Byte of the envelope at which they start, for errors.</param>
/// <param name="origin">Where the envelope comes from, for errors.</param>
internal sealed class NtupleCursor(ReadOnlyMemory<byte> data, int start, RootOrigin origin)
{
    private int _position;

    public int Remaining => data.Length - _position;

    public ushort UInt16(string what) => BinaryPrimitives.ReadUInt16LittleEndian(Bytes(2, what));

    public int Int32(string what) => BinaryPrimitives.ReadInt32LittleEndian(Bytes(4, what));

    public uint UInt32(string what) => BinaryPrimitives.ReadUInt32LittleEndian(Bytes(4, what));

    public long Int64(string what) => BinaryPrimitives.ReadInt64LittleEndian(Bytes(8, what));

    public ulong UInt64(string what) => BinaryPrimitives.ReadUInt64LittleEndian(Bytes(8, what));

    public double Double(string what) => BinaryPrimitives.ReadDoubleLittleEndian(Bytes(8, what));

    /// <summary>Four bytes of length, then UTF-8.</summary>
    public string Text(string what) => Encoding.UTF8.GetString(Bytes(Int32(what), what));

    /// <summary>A record frame: its content, with this cursor behind it.</summary>
    public NtupleCursor Record(string what)
    {
        long size = Int64(what);
        return Frame(size, sizeof(long), what);
    }

    /// <summary>A list frame: its content and number of items, with this cursor behind it.</summary>
    /// <param name="leastBytes">Bytes that an item takes at the least.</param>
    /// <param name="what">What it lists, for errors.</param>
    public (NtupleCursor Items, int Count) List(int leastBytes, string what)
    {
        long size = Int64(what);
        uint count = UInt32(what);
        NtupleCursor items = Frame(size == long.MinValue ? 0 : -size, sizeof(long) + sizeof(uint), what);
        return (long)count * leastBytes <= items.Remaining
            ? (items, (int)count)
            : throw Wrong($"a list of {count} {what} in {items.Remaining} bytes", "a number that the list can hold");
    }

    /// <summary>An error at the place where the cursor stands.</summary>
    public InvalidFileException Wrong(string found, string expected, string remedy = "it is damaged") =>
        new(origin.At(start + _position), found, expected, remedy);

    // Frames can grow at their end in later versions of the format: the size says where the next begins.
    private NtupleCursor Frame(long size, int headSize, string what)
    {
        if (size < headSize || size - headSize > Remaining)
        {
            throw Wrong(
                $"a frame of {size} bytes for {what} with {Remaining} left", "a frame inside the one around it");
        }

        var frame = new NtupleCursor(data.Slice(_position, (int)(size - headSize)), start + _position, origin);
        _position += (int)(size - headSize);
        return frame;
    }

    private ReadOnlySpan<byte> Bytes(int count, string what)
    {
        if ((uint)count > (uint)Remaining)
        {
            throw Wrong($"{Remaining} bytes before the end", $"{(uint)count} bytes of {what}");
        }

        _position += count;
        return data.Span.Slice(_position - count, count);
    }
}
