using System.Buffers;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Columns;
using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Root.Trees;

/// <summary>Entries of any type, read one after the other into columns.</summary>
/// <param name="columns">Makes fresh columns.</param>
/// <param name="fillsEntry">
/// Whether an entry holds as many elements as its bytes give, as members of split collections do; else one.
/// </param>
internal sealed class EntryReader(Func<ColumnBuilder> columns, bool fillsEntry) : BranchReader
{
    /// <summary>Bytes of an element, where all have one size and offsets must be made from a counter; else 1.</summary>
    public int Width { get; init; } = 1;

    /// <summary>Bytes before the elements of an entry.</summary>
    public int Header { get; init; }

    public override RootArray? Absent => fillsEntry ? columns().Build() : null;

    public override RootArray Read(BasketBatch batch)
    {
        ColumnBuilder column = columns();
        var offsets = new Growing<int>();
        offsets.Add(0);
        for (int i = 0; i < batch.Baskets; i++)
        {
            BasketContent basket = batch.Open(i);
            if (fillsEntry || basket.HasOffsets)
            {
                ReadBounded(batch, i, basket, column, offsets);
            }
            else
            {
                ReadEvenly(batch, i, basket, column);
            }
        }

        return fillsEntry ? new ListArray(offsets.Take(), column.Build()) : column.Build();
    }

    private void ReadBounded(
        BasketBatch batch, int index, BasketContent basket, ColumnBuilder column, Growing<int> offsets)
    {
        int[] bounds = EntryBounds.Rent(this, batch, index, basket, Width);
        (int from, int to) = batch.Entries(index);
        for (int i = from; i < to; i++)
        {
            RootCursor cursor = basket.Entry(bounds[i], bounds[i + 1]);
            if (fillsEntry)
            {
                offsets.Add(offsets.Items[^1] + Fill(cursor, column));
            }
            else
            {
                column.Read(cursor, 1);
            }
        }

        ArrayPool<int>.Shared.Return(bounds);
    }

    private int Fill(RootCursor cursor, ColumnBuilder column)
    {
        cursor.Skip(Math.Min(Header, cursor.Remaining), "a header");
        return column.ReadToEnd(cursor);
    }

    // Without offsets all entries have one size.
    private static void ReadEvenly(BasketBatch batch, int index, BasketContent basket, ColumnBuilder column)
    {
        (int from, int to) = batch.Entries(index);
        int size = basket.Content.Length / Math.Max(basket.Header.Entries, 1);
        for (int i = from; i < to; i++)
        {
            column.Read(basket.Entry(i * size, (i + 1) * size), 1);
        }
    }
}
