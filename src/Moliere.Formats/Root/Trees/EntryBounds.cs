using System.Buffers;
using Moliere.Formats.Root.Arrays;

namespace Moliere.Formats.Root.Trees;

/// <summary>Where the entries of a basket begin, also where the basket does not say it.</summary>
internal static class EntryBounds
{
    /// <summary>Beginnings of the entries and the end of the last, in bytes of the content.</summary>
    /// <param name="reader">The reader, for the branch that counts.</param>
    /// <param name="batch">The range.</param>
    /// <param name="index">The basket in it.</param>
    /// <param name="basket">The same, unpacked.</param>
    /// <param name="width">Bytes of one element.</param>
    /// <returns>An array of the pool.</returns>
    public static int[] Rent(BranchReader reader, BasketBatch batch, int index, BasketContent basket, int width)
    {
        if (basket.HasOffsets || basket.Header.Entries == 0)
        {
            return basket.RentBounds();
        }

        if (reader.Counter is not { Reader.Counter: null })
        {
            throw batch.Wrong(index, "no offsets of entries", "offsets, or a branch that counts the elements");
        }

        return FromCounter(reader.Counter, batch, index, basket, width);
    }

    // TIOFeatures kGenerateOffsetMap: the counter's baskets can end elsewhere, so it is read as a branch.
    private static int[] FromCounter(TreeBranch counter, BasketBatch batch, int index, BasketContent basket, int width)
    {
        int entries = batch.Entries(index).To; // Entries before the range count as well.
        int[] bounds = ArrayPool<int>.Shared.Rent(entries + 1);
        long[] counts = Counts(counter.Read(batch.File, batch.FirstEntry(index), entries));
        long at = 0;
        for (int i = 0; i < entries; i++)
        {
            bounds[i] = (int)at;
            at += counts[i] * width;
            if (counts[i] < 0 || at > basket.Content.Length)
            {
                throw batch.Wrong(index, $"{counts[i]} elements in entry {i}", "as many as the basket holds");
            }
        }

        bounds[entries] = (int)at;
        return bounds;
    }

    /// <summary>Whole numbers of any type as counts.</summary>
    public static long[] Counts(RootArray counts) => counts switch
    {
        NumberArray<int> numbers => Array.ConvertAll(numbers.Values, number => (long)number),
        NumberArray<uint> numbers => Array.ConvertAll(numbers.Values, number => (long)number),
        NumberArray<short> numbers => Array.ConvertAll(numbers.Values, number => (long)number),
        NumberArray<ushort> numbers => Array.ConvertAll(numbers.Values, number => (long)number),
        NumberArray<sbyte> numbers => Array.ConvertAll(numbers.Values, number => (long)number),
        NumberArray<byte> numbers => Array.ConvertAll(numbers.Values, number => (long)number),
        NumberArray<long> numbers => numbers.Values,
        NumberArray<ulong> numbers => Array.ConvertAll(numbers.Values, number => unchecked((long)number)),
        ListArray lists => Counts(lists.Content),
        _ => [],
    };
}
