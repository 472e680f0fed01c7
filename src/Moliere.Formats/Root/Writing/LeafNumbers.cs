using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Columns;

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
        switch (array)
        {
            case NumberArray<byte> a:
                Write<byte>(a.Values.AsSpan(first, count), to);
                break;
            case NumberArray<sbyte> a:
                Write<sbyte>(a.Values.AsSpan(first, count), to);
                break;
            case NumberArray<bool> a:
                Write<bool>(a.Values.AsSpan(first, count), to);
                break;
            case NumberArray<short> a:
                Write<short>(a.Values.AsSpan(first, count), to);
                break;
            case NumberArray<ushort> a:
                Write<ushort>(a.Values.AsSpan(first, count), to);
                break;
            case NumberArray<int> a:
                Write<int>(a.Values.AsSpan(first, count), to);
                break;
            case NumberArray<uint> a:
                Write<uint>(a.Values.AsSpan(first, count), to);
                break;
            case NumberArray<long> a:
                Write<long>(a.Values.AsSpan(first, count), to);
                break;
            case NumberArray<ulong> a:
                Write<ulong>(a.Values.AsSpan(first, count), to);
                break;
            case NumberArray<float> a:
                Write<float>(a.Values.AsSpan(first, count), to);
                break;
            case NumberArray<double> a:
                Write<double>(a.Values.AsSpan(first, count), to);
                break;
            default:
                throw new ArgumentException($"A {array.GetType().Name} holds no numbers.", nameof(array));
        }
    }

    private static void Write<T>(ReadOnlySpan<T> values, ByteBuffer to)
        where T : unmanaged => BigEndian.Encode(values, to.Extend(values.Length * BigEndian.WidthOf<T>()));
}
