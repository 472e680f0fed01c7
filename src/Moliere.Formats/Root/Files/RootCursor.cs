using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Moliere.Formats.Bytes;

namespace Moliere.Formats.Root.Files;

/// <summary>
/// Reads the bytes of one record forwards, big-endian as everything in a TFile. No read goes past the end and no count
/// is believed before the bytes that are left allow it: damage ends in an <see cref="InvalidFileException"/>.
/// </summary>
internal sealed class RootCursor
{
    private readonly byte[] _bytes;
    private readonly int _start;
    private int _position;
    private Dictionary<uint, string>? _classNames;

    /// <param name="data">The unpacked bytes.</param>
    /// <param name="origin">Where they come from, for errors.</param>
    public RootCursor(ReadOnlyMemory<byte> data, RootOrigin origin)
    {
        ArraySegment<byte> segment =
            MemoryMarshal.TryGetArray(data, out ArraySegment<byte> array) ? array : data.ToArray();
        (_bytes, _start, Length, Origin) = (segment.Array!, segment.Offset, segment.Count, origin);
    }

    /// <summary>Next byte to read, counted from the start of the data.</summary>
    public int Position
    {
        get => _position;
        set => _position = value >= 0 && value <= Length ? value : throw Wrong(
            $"a jump to byte {value} of {Length}", "a place inside the record");
    }

    public int Length { get; }

    public int Remaining => Length - _position;

    public RootOrigin Origin { get; }

    /// <summary>Bytes before the first that references to objects and classes count as well.</summary>
    public int Shift { get; init; }

    /// <summary>Names of classes by the offset at which they stand, for references to them.</summary>
    public Dictionary<uint, string> ClassNames => _classNames ??= [];

    public byte Byte(string what) => Bytes(1, what)[0];

    public short Int16(string what) => BinaryPrimitives.ReadInt16BigEndian(Bytes(2, what));

    public ushort UInt16(string what) => BinaryPrimitives.ReadUInt16BigEndian(Bytes(2, what));

    public int Int32(string what) => BinaryPrimitives.ReadInt32BigEndian(Bytes(4, what));

    public uint UInt32(string what) => BinaryPrimitives.ReadUInt32BigEndian(Bytes(4, what));

    public long Int64(string what) => BinaryPrimitives.ReadInt64BigEndian(Bytes(8, what));

    public double Double(string what) => BinaryPrimitives.ReadDoubleBigEndian(Bytes(8, what));

    public float Single(string what) => BinaryPrimitives.ReadSingleBigEndian(Bytes(4, what));

    /// <summary>The next four bytes without reading them; 0 where fewer are left.</summary>
    public uint PeekUInt32() =>
        Remaining < 4 ? 0 : BinaryPrimitives.ReadUInt32BigEndian(_bytes.AsSpan(_start + _position, 4));

    /// <summary>A position in the file, of 8 bytes in records of the large form and else of 4.</summary>
    public long Seek(bool isLarge, string what) => isLarge ? Int64(what) : UInt32(what);

    /// <summary>The next bytes; the view lies in the record.</summary>
    public ReadOnlySpan<byte> Bytes(int count, string what)
    {
        if ((uint)count > (uint)Remaining)
        {
            throw Short(count, what);
        }

        ReadOnlySpan<byte> taken = _bytes.AsSpan(_start + _position, count);
        _position += count;
        return taken;
    }

    /// <summary>The next bytes as a slice of the record.</summary>
    public ReadOnlyMemory<byte> Take(int count, string what)
    {
        int from = _start + _position;
        Skip(count, what);
        return _bytes.AsMemory(from, count);
    }

    public void Skip(int count, string what) => Bytes(count, what);

    /// <summary>A number of elements, each of which takes at least so many bytes of what is left.</summary>
    public int Count(int leastBytesEach, string what)
    {
        int count = Int32(what);
        return count >= 0 && (long)count * leastBytesEach <= Remaining ? count : throw Wrong(
            $"the number {count} of {what} with {Remaining} bytes left", "a number that the record can hold");
    }

    /// <summary>A number of elements that was read elsewhere; each takes a byte or more of what is left.</summary>
    public int Claimed(long count, string what) => count >= 0 && count <= Remaining ? (int)count : throw Wrong(
        $"{count} {what}", $"as many as the {Remaining} bytes left can hold");

    /// <summary>A TString: one byte of length, or 255 and four; then the bytes.</summary>
    public string Text(string what) => Encoding.UTF8.GetString(TextBytes(what));

    /// <summary>The bytes of a TString.</summary>
    public ReadOnlySpan<byte> TextBytes(string what)
    {
        int length = Byte(what);
        return Bytes(length == 255 ? Int32(what) : length, what);
    }

    /// <summary>Bytes up to a zero, as class names after a class tag are written.</summary>
    public string ZeroEnded(string what)
    {
        int length = _bytes.AsSpan(_start + _position, Remaining).IndexOf((byte)0);
        string text = length < 0
            ? throw Wrong("no zero byte up to the end", $"the end of {what}")
            : Encoding.UTF8.GetString(Bytes(length, what));
        Skip(1, what);
        return text;
    }

    /// <summary>An error at the place where the cursor stands.</summary>
    public InvalidFileException Wrong(string found, string expected, string remedy = "") =>
        new(Origin.At(_position), found, expected, remedy);

    private InvalidFileException Short(int count, string what) =>
        Wrong($"{Remaining} bytes before the end", $"{count} bytes of {what}");
}
