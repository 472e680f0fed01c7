using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Moliere.Formats.Root.Arrays;

namespace Moliere.Formats.Root.Writing;

/// <summary>Numbers of an array as the bytes of a leaf, big-endian.</summary>
internal static class LeafNumbers
{
    /// <summary>Whether an array holds values of a type, without conversion.</summary>
    public static bool Fits(RootArray array, RootLeafType type) => (array, type) switch
    {
        (NumberArray<byte>, RootLeafType.Bool or RootLeafType.UInt8) => true,
        (NumberArray<bool>, RootLeafType.Bool) => true,
        (NumberArray<sbyte>, RootLeafType.Int8) => true,
        (NumberArray<short>, RootLeafType.Int16) => true,
        (NumberArray<ushort>, RootLeafType.UInt16) => true,
        (NumberArray<int>, RootLeafType.Int32) => true,
        (NumberArray<uint>, RootLeafType.UInt32) => true,
        (NumberArray<long>, RootLeafType.Int64) => true,
        (NumberArray<ulong>, RootLeafType.UInt64) => true,
        (NumberArray<float>, RootLeafType.Float32) => true,
        (NumberArray<double>, RootLeafType.Float64) => true,
        _ => false,
    };

    /// <summary>Appends some values.</summary>
    public static void Write(RootArray array, int first, int count, ByteBuffer to)
    {
        Values values = Raw(array, first, count);
        ReadOnlySpan<byte> raw = values.Bytes;
        Span<byte> room = to.Extend(raw.Length);
        switch (values.Size)
        {
            case 1:
                raw.CopyTo(room);
                break;
            case 2:
                BinaryPrimitives.ReverseEndianness(As<short>(raw), MemoryMarshal.Cast<byte, short>(room));
                break;
            case 4:
                BinaryPrimitives.ReverseEndianness(As<int>(raw), MemoryMarshal.Cast<byte, int>(room));
                break;
            default:
                BinaryPrimitives.ReverseEndianness(As<long>(raw), MemoryMarshal.Cast<byte, long>(room));
                break;
        }
    }

    private static Values Raw(RootArray array, int first, int count) => array switch
    {
        NumberArray<byte> a => Of(a, first, count),
        NumberArray<sbyte> a => Of(a, first, count),
        NumberArray<bool> a => Of(a, first, count),
        NumberArray<short> a => Of(a, first, count),
        NumberArray<ushort> a => Of(a, first, count),
        NumberArray<int> a => Of(a, first, count),
        NumberArray<uint> a => Of(a, first, count),
        NumberArray<long> a => Of(a, first, count),
        NumberArray<ulong> a => Of(a, first, count),
        NumberArray<float> a => Of(a, first, count),
        NumberArray<double> a => Of(a, first, count),
        _ => throw new ArgumentException($"A {array.GetType().Name} holds no numbers.", nameof(array)),
    };

    private static Values Of<T>(NumberArray<T> array, int first, int count)
        where T : unmanaged
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(array.Values.AsSpan(first, count));
        return new(bytes, count == 0 ? 1 : bytes.Length / count);
    }

    private static ReadOnlySpan<T> As<T>(ReadOnlySpan<byte> bytes)
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(bytes);

    private readonly ref struct Values(ReadOnlySpan<byte> bytes, int size)
    {
        public readonly ReadOnlySpan<byte> Bytes = bytes;
        public readonly int Size = size;
    }
}
