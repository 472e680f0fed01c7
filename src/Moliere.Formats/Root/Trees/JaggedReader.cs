using System.Buffers;
using System.Runtime.CompilerServices;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Columns;

namespace Moliere.Formats.Root.Trees;

/// <summary>
/// Numbers of which every entry has its own number: counted arrays, vectors, members of split collections. The offsets
/// of the basket tell how many; a header before each entry is skipped.
/// </summary>
/// <param name="header">Bytes before the numbers of an entry: 0, 1 for a pointer's mark, 10 for a vector's header.</param>
/// <param name="dimensions">Dimensions of each element; empty for numbers.</param>
internal sealed class JaggedReader<T>(int header, int[] dimensions) : BranchReader
    where T : unmanaged
{
    /// <summary>Whether the numbers are truth values.</summary>
    public bool IsTruth { get; init; }

    public override RootArray? Absent => Shape(new NumberArray<T>([]) { IsTruth = IsTruth }, dimensions);

    public override RootArray Read(BasketBatch batch)
    {
        int width = Unsafe.SizeOf<T>() * dimensions.Aggregate(1, (product, length) => product * length);
        var offsets = new Growing<int>(batch.Count + 1);
        offsets.Add(0);
        var values = new Growing<T>(Expected(batch));
        for (int i = 0; i < batch.Baskets; i++)
        {
            BasketContent basket = batch.Open(i);
            int[] bounds = EntryBounds.Rent(this, batch, i, basket, width);
            (int from, int to) = batch.Entries(i);
            ReadOnlySpan<int> entries = bounds.AsSpan(from, to - from + 1);
            AddOffsets(entries, width, offsets, batch, i);
            AddValues(basket.Content.Span, entries, values);
            ArrayPool<int>.Shared.Return(bounds);
        }

        RootArray content = Shape(new NumberArray<T>(values.Take()) { IsTruth = IsTruth }, dimensions);
        return new ListArray(offsets.Take(), content);
    }

    // Exact where whole baskets are read, which needs no copy at the end.
    private int Expected(BasketBatch batch)
    {
        long bytes = 0;
        for (int i = 0; i < batch.Baskets; i++)
        {
            (int from, int to) = batch.Entries(i);
            int entries = batch.Header(i).Entries;
            long content = Math.Max(0, batch.ContentSize(i) - ((long)header * entries));
            bytes += to - from == entries ? content : content * (to - from) / entries;
        }

        return (int)Math.Min(bytes / Unsafe.SizeOf<T>(), Array.MaxLength);
    }

    private void AddOffsets(
        ReadOnlySpan<int> bounds, int width, Growing<int> offsets, BasketBatch batch, int basket)
    {
        int total = offsets.Items[^1], bits = 0;
        Span<int> target = offsets.Extend(bounds.Length - 1);
        for (int i = 0; i < target.Length; i++)
        {
            int size = Math.Max(bounds[i + 1] - bounds[i] - header, 0), elements = size / width;
            bits |= size - (elements * width);
            total += elements;
            target[i] = total;
        }

        if (bits != 0)
        {
            throw batch.Wrong(basket, $"entries that are no multiple of {width} bytes", "whole numbers of elements");
        }
    }

    private void AddValues(ReadOnlySpan<byte> content, ReadOnlySpan<int> bounds, Growing<T> values)
    {
        if (header == 0)
        {
            Decode(content[bounds[0]..bounds[^1]], values);
            return;
        }

        for (int i = 0; i + 1 < bounds.Length; i++)
        {
            int start = Math.Min(bounds[i] + header, bounds[i + 1]);
            Decode(content[start..bounds[i + 1]], values);
        }
    }

    private static void Decode(ReadOnlySpan<byte> bytes, Growing<T> values) =>
        BigEndian.Decode(bytes, values.Extend(bytes.Length / Unsafe.SizeOf<T>()));
}
