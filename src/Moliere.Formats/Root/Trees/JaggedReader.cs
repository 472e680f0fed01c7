using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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
            int before = offsets.Items[^1];
            AddOffsets(entries, width, offsets, batch, i);
            int perElement = width / Unsafe.SizeOf<T>();
            Decode(basket.Content.Span, entries, values.Extend((offsets.Items[^1] - before) * perElement));
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
        int total = offsets.Items[^1], misfit = 0, from = bounds[0];
        Span<int> target = offsets.Extend(bounds.Length - 1);
        int shift = BitOperations.IsPow2(width) ? BitOperations.Log2((uint)width) : -1;
        for (int i = 0; i < target.Length; i++)
        {
            int to = bounds[i + 1], size = Math.Max(to - from - header, 0);
            int elements = shift >= 0 ? size >> shift : size / width; // A division costs more than all else here.
            misfit |= size - (elements * width);
            total += elements;
            target[i] = total;
            from = to;
        }

        if (misfit != 0)
        {
            throw batch.Wrong(basket, $"entries that are no multiple of {width} bytes", "whole numbers of elements");
        }
    }

    // Headers between entries: bytes are moved together first, then turned all at once.
    private void Decode(ReadOnlySpan<byte> content, ReadOnlySpan<int> bounds, Span<T> target)
    {
        if (header == 0)
        {
            BigEndian.Decode(content[bounds[0]..bounds[^1]], target);
            return;
        }

        Span<byte> bytes = MemoryMarshal.AsBytes(target);
        int from = bounds[0];
        foreach (int to in bounds[1..])
        {
            int start = Math.Min(from + header, to);
            content[start..to].CopyTo(bytes);
            bytes = bytes[(to - start)..];
            from = to;
        }

        BigEndian.Decode(MemoryMarshal.AsBytes(target), target);
    }
}
