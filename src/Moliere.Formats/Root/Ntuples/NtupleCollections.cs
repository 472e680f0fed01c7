using System.Buffers;
using Moliere.Formats.Root.Arrays;

namespace Moliere.Formats.Root.Ntuples;

/// <summary>Ends of collections as ranges of what is in them.</summary>
/// <param name="Offsets">Collection i has the elements from [i] to [i + 1], counted from <see cref="Start"/>.</param>
/// <param name="Start">First element, counted in the cluster.</param>
internal readonly record struct NtupleCollections(int[] Offsets, long Start)
{
    /// <summary>Number of elements of all collections.</summary>
    public int Count => Offsets[^1];

    /// <summary>Reads and checks them.</summary>
    /// <param name="reader">Columns of the cluster.</param>
    /// <param name="column">A column of ends.</param>
    /// <param name="first">First collection.</param>
    /// <param name="count">Number of collections.</param>
    public static NtupleCollections Read(NtupleColumnReader reader, NtupleColumn column, long first, int count)
    {
        PageDecoder<long> decode = IndexDecoding.Of(column.Encoding)
            ?? throw reader.Wrong(column, $"a column of type {column.Encoding}", "one with ends of collections");
        int before = first > 0 && count > 0 ? 1 : 0; // The end of the collection before is where the first starts.
        long[] ends = reader.Rent(column, first - before, count + before, decode);
        long start = before == 0 ? 0 : ends[0];
        int[] offsets = GC.AllocateUninitializedArray<int>(count + 1);
        offsets[0] = 0;
        for (int i = 0; i < count; i++)
        {
            long offset = ends[i + before] - start;
            offsets[i + 1] = offset >= offsets[i] && offset <= Array.MaxLength && start >= 0
                ? (int)offset
                : throw reader.Wrong(
                    column, $"a collection from {start + offsets[i]} to {start + offset}",
                    "one that ends after its start");
        }

        ArrayPool<long>.Shared.Return(ends);
        return new(offsets, start);
    }

    /// <summary>The numbers of elements.</summary>
    public RootArray Sizes(string type)
    {
        var sizes = new uint[Offsets.Length - 1];
        for (int i = 0; i < sizes.Length; i++)
        {
            sizes[i] = (uint)(Offsets[i + 1] - Offsets[i]);
        }

        return type.Contains("64", StringComparison.Ordinal)
            ? NumberConversion.To<ulong>(new NumberArray<uint>(sizes))
            : new NumberArray<uint>(sizes);
    }
}
