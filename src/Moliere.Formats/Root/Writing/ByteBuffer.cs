using System.Buffers.Binary;
using System.Text;

namespace Moliere.Formats.Root.Writing;

/// <summary>Bytes that grow, numbers big-endian as everywhere in a TFile.</summary>
internal sealed class ByteBuffer
{
    private byte[] _bytes = new byte[256];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, Length);

    /// <summary>Makes room at the end; the room holds what was there before.</summary>
    public Span<byte> Extend(int count)
    {
        int needed = checked(Length + count);
        if (needed > _bytes.Length)
        {
            Array.Resize(ref _bytes, (int)Math.Min(Array.MaxLength, Math.Max(needed, 2L * _bytes.Length)));
        }

        Span<byte> room = _bytes.AsSpan(Length, count);
        Length = needed;
        return room;
    }

    public void Clear() => Length = 0;

    public void Byte(int value) => Extend(1)[0] = (byte)value;

    public void Int16(int value) => BinaryPrimitives.WriteInt16BigEndian(Extend(2), (short)value);

    public void Int32(int value) => BinaryPrimitives.WriteInt32BigEndian(Extend(4), value);

    public void UInt32(uint value) => BinaryPrimitives.WriteUInt32BigEndian(Extend(4), value);

    public void Int64(long value) => BinaryPrimitives.WriteInt64BigEndian(Extend(8), value);

    public void Single(float value) => BinaryPrimitives.WriteSingleBigEndian(Extend(4), value);

    public void Double(double value) => BinaryPrimitives.WriteDoubleBigEndian(Extend(8), value);

    /// <summary>A position in the file, of 8 bytes in the large form and else of 4.</summary>
    public void Seek(long position, bool isLarge)
    {
        if (isLarge)
        {
            Int64(position);
        }
        else
        {
            Int32(checked((int)position));
        }
    }

    public void Bytes(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Extend(bytes.Length));

    public void Zeros(int count) => Extend(count).Clear();

    /// <summary>A TString.</summary>
    public void Text(string text) => TextBytes(Encoding.UTF8.GetBytes(text));

    /// <summary>One byte of length, or 255 and four; then the bytes.</summary>
    public void TextBytes(ReadOnlySpan<byte> bytes)
    {
        Byte(Math.Min(bytes.Length, 255));
        if (bytes.Length >= 255)
        {
            Int32(bytes.Length);
        }

        Bytes(bytes);
    }

    /// <summary>Bytes that <see cref="Text"/> needs.</summary>
    public static int TextSize(string text) => TextSize(Encoding.UTF8.GetByteCount(text));

    /// <summary>Bytes that a text of so many bytes needs.</summary>
    public static int TextSize(int bytes) => bytes + (bytes < 255 ? 1 : 5);

    /// <summary>Bytes ended by a zero, as class names are written.</summary>
    public void ZeroEnded(string text)
    {
        Bytes(Encoding.UTF8.GetBytes(text));
        Byte(0);
    }

    /// <summary>Overwrites four bytes.</summary>
    public void PatchUInt32(int position, uint value) =>
        BinaryPrimitives.WriteUInt32BigEndian(_bytes.AsSpan(position, 4), value);
}
