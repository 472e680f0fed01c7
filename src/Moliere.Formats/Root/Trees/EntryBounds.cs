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

        if (!reader.HasPlainCounter)
        {
            throw batch.Wrong(index, "no offsets of entries", "offsets, or a branch that counts the elements");
        }

        return FromCounter(reader.Counter!, batch, index, basket, width);
    }

    // TIOFeatures kGenerateOffsetMap: the counter's baskets can end elsewhere, so it is read as a branch.
    private static int[] FromCounter(TreeBranch counter, BasketBatch batch, int index, BasketContent basket, int width)
    {
        int entries = batch.Entries(index).To; // Entries before the range count as well.
        long[] counts = Counts(counter.Read(batch.File, batch.FirstEntry(index), entries));
        if (counts.Length != entries)
        {
            throw batch.Wrong(index, $"no numbers of elements in branch '{counter.Path}'", "one for each entry");
        }

        int[] bounds = ArrayPool<int>.Shared.Rent(entries + 1);
        long at = 0;
        for (int i = 0; i < entries; i++)
        {
            bounds[i] = (int)at;
            if (counts[i] < 0 || counts[i] > (basket.Content.Length - at) / width)
            {
                throw batch.Wrong(index, $"{counts[i]} elements in entry {i}", "as many as the basket holds");
            }

            at += counts[i] * width;
        }

        bounds[entries] = (int)at;
        return bounds;
    }

    /// <summary>Numbers of any type as counts; none for what are no numbers.</summary>
    public static long[] Counts(RootArray counts) => counts is ListArray lists
        ? Counts(lists.Content) : (NumberConversion.To<long>(counts) as NumberArray<long>)?.Values ?? [];
}
