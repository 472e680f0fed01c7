using System.Buffers;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Columns;
using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Root.Trees;

/// <summary>
/// Arrays behind pointers in the elements of a split collection: for each element a mark, then as many numbers as another
/// branch says.
/// </summary>
/// <param name="columns">Makes a column of the numbers.</param>
/// <param name="counts">The branch that counts them, element by element.</param>
internal sealed class CountedMemberReader(Func<ColumnBuilder> columns, TreeBranch counts) : BranchReader
{
    public override RootArray Read(BasketBatch batch)
    {
        if (counts.Reader is CountedMemberReader || counts.Read(batch.File, batch.First, batch.Count) is not ListArray elements)
        {
            throw batch.Wrong(0, $"no numbers of elements in branch '{counts.Path}'", "one for each element");
        }

        long[] lengths = EntryBounds.Counts(elements.Content);
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
            long length = isThere ? lengths[i] : 0;
            arrays.ReadElements(cursor, length >= 0 && length <= cursor.Remaining ? (int)length : throw cursor.Wrong(
                $"{length} elements", $"as many as the {cursor.Remaining} bytes left can hold"));
        }
    }
}
