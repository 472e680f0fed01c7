using System.Buffers;
using Moliere.Formats.Bytes;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Columns;
using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Root.Trees;

/// <summary>
/// Arrays behind pointers in the elements of a split collection: for each element a mark, then as many numbers as
/// another branch says.
/// </summary>
/// <param name="columns">Makes a column of the numbers.</param>
/// <param name="counts">The branch that counts them, element by element.</param>
internal sealed class CountedMemberReader(Func<ColumnBuilder> columns, TreeBranch counts) : BranchReader
{
    public override RootArray Read(BasketBatch batch)
    {
        // A group would read all its branches, of which this can be one.
        RootArray? read = counts.Reader is CountedMemberReader or { HasValues: false }
            ? null : counts.Read(batch.File, batch.First, batch.Count);
        if (read is not ListArray elements || EntryBounds.Counts(elements.Content) is not { } lengths
            || lengths.Length != elements.Content.Length)
        {
            throw new InvalidFileException(
                counts.Where.At(0), "no numbers of elements", "one for each element", "the file is damaged");
        }

        var arrays = new ListColumn(columns());
        int entry = 0;
        for (int i = 0; i < batch.Baskets; i++)
        {
            BasketContent basket = batch.Open(i);
            int[] bounds = EntryBounds.Rent(this, batch, i, basket, 1);
            (int from, int to) = batch.Entries(i);
            for (int e = from; e < to; e++, entry++)
            {
                ReadEntry(basket.Entry(bounds[e], bounds[e + 1]), lengths, elements.Offsets.AsSpan(entry, 2), arrays);
            }

            ArrayPool<int>.Shared.Return(bounds);
        }

        return new ListArray(elements.Offsets, arrays.Build());
    }

    private static void ReadEntry(RootCursor cursor, long[] lengths, ReadOnlySpan<int> range, ListColumn arrays)
    {
        for (int i = range[0]; i < range[1]; i++)
        {
            bool isThere = cursor.Byte("the mark of an array") != 0;
            arrays.ReadElements(cursor, isThere ? cursor.Claimed(lengths[i], "elements") : 0);
        }
    }
}
