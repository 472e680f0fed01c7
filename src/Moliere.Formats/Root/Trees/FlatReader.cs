using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Columns;

namespace Moliere.Formats.Root.Trees;

/// <summary>Numbers of which every entry has the same number: straight from the basket into the column.</summary>
/// <param name="dimensions">Dimensions of the array in an entry; empty for one number.</param>
internal sealed class FlatReader<T>(int[] dimensions) : BranchReader
    where T : unmanaged
{
    /// <summary>Whether the numbers are truth values.</summary>
    public bool IsTruth { get; init; }

    public override RootArray Read(BasketBatch batch)
    {
        int perEntry = dimensions.Aggregate(1, (product, length) => product * length);
        long size = (long)perEntry * BigEndian.WidthOf<T>();
        RequireRoom(batch, size);
        long all = (long)batch.Count * perEntry;
        T[] values = all <= Array.MaxLength ? GC.AllocateUninitializedArray<T>((int)all) : throw batch.Wrong(
            0, $"{all} values", $"at most {Array.MaxLength} in the entries that are read at a time");
        int done = 0;
        for (int i = 0; i < batch.Baskets; i++)
        {
            BasketContent basket = batch.Open(i);
            (int from, int to) = batch.Entries(i);
            Span<T> target = values.AsSpan(done, (to - from) * perEntry);
            BigEndian.Decode(basket.Content.Span.Slice((int)(from * size), (int)((to - from) * size)), target);
            done += target.Length;
        }

        return Shape(new NumberArray<T>(values) { IsTruth = IsTruth }, dimensions);
    }

    // Before memory is taken: every basket holds the bytes of its entries.
    private static void RequireRoom(BasketBatch batch, long size)
    {
        for (int i = 0; i < batch.Baskets; i++)
        {
            int content = batch.ContentSize(i);
            int entries = batch.Entries(i).To;
            if (entries > 0 && (size > content || entries * size > content))
            {
                throw batch.Wrong(i, $"{content} bytes for {entries} entries", $"{size} bytes for each");
            }
        }
    }
}
