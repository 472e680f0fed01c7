using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Moliere.Formats.Root.Columns;

/// <summary>Turns bytes of a file into numbers and back, many at once.</summary>
internal static class BigEndian
{
    /// <summary>Decodes as many numbers as the target takes.</summary>
    /// <param name="bytes">Exactly their bytes.</param>
    /// <param name="target">Takes the numbers.</param>
    public static void Decode<T>(ReadOnlySpan<byte> bytes, Span<T> target)
        where T : unmanaged
    {
        switch (Width<T>.Bytes)
        {
            case 2:
                BinaryPrimitives.ReverseEndianness(
                    MemoryMarshal.Cast<byte, ushort>(bytes), MemoryMarshal.Cast<T, ushort>(target));
                break;
            case 4:
                BinaryPrimitives.ReverseEndianness(
                    MemoryMarshal.Cast<byte, uint>(bytes), MemoryMarshal.Cast<T, uint>(target));
                break;
            case 8:
                BinaryPrimitives.ReverseEndianness(
                    MemoryMarshal.Cast<byte, ulong>(bytes), MemoryMarshal.Cast<T, ulong>(target));
                break;
            default:
                bytes.CopyTo(MemoryMarshal.AsBytes(target));
                break;
        }
    }

    /// <summary>Encodes numbers: turning bytes round is its own inverse.</summary>
    /// <param name="numbers">The numbers.</param>
    /// <param name="target">Takes exactly their bytes.</param>
    public static void Encode<T>(ReadOnlySpan<T> numbers, Span<byte> target)
        where T : unmanaged => Decode(MemoryMarshal.AsBytes(numbers), MemoryMarshal.Cast<byte, T>(target));

    /// <summary>Bytes of a number.</summary>
    public static int WidthOf<T>()
        where T : unmanaged => Width<T>.Bytes;

    private static class Width<T>
        where T : unmanaged
    {
        public static readonly int Bytes = MemoryMarshal.AsBytes(new T[1].AsSpan()).Length;
    }
}
