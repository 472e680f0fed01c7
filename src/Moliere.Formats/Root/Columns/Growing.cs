namespace Moliere.Formats.Root.Columns;

/// <summary>A list whose storage becomes the final array where its size was guessed right.</summary>
/// <param name="capacity">Elements expected; never what a file claims, only what its bytes can hold.</param>
internal sealed class Growing<T>(int capacity = 0)
{
    private T[] _items = capacity == 0 ? [] : GC.AllocateUninitializedArray<T>(capacity);

    public int Count { get; private set; }

    public Span<T> Items => _items.AsSpan(0, Count);

    /// <summary>Room for more elements at the end, to be filled by the caller.</summary>
    public Span<T> Extend(int count)
    {
        int start = Count;
        if (_items.Length - start < count)
        {
            Grow(start + (long)count);
        }

        Count = start + count;
        return _items.AsSpan(start, count);
    }

    public void Add(T item)
    {
        if (Count == _items.Length)
        {
            Grow(Count + 1L);
        }

        _items[Count++] = item;
    }

    /// <summary>The elements, without copying where the storage is full.</summary>
    public T[] Take() => Count == _items.Length ? _items : Items.ToArray();

    private void Grow(long needed)
    {
        int size = (int)Math.Min(Math.Max(needed, Math.Max(4, _items.Length * 2L)), Array.MaxLength);
        T[] larger = GC.AllocateUninitializedArray<T>(size);
        Items.CopyTo(larger);
        _items = larger;
    }
}
