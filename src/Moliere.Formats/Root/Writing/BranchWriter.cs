using System.Runtime.InteropServices;
using Moliere.Formats.Root.Arrays;

namespace Moliere.Formats.Root.Writing;

/// <summary>A branch while its tree is written: entries waiting for their basket, and where the baskets went.</summary>
internal sealed class BranchWriter
{
    private readonly EntryEncoder _encoder;
    private readonly RecordKey _key;
    private readonly ByteBuffer _waiting = new();
    private readonly List<int> _ends = [];
    private readonly BasketForm _form;
    private List<Basket> _packed = [];
    private int _waitingEntries;

    public BranchWriter(RootBranchSpec spec, RecordKey key, RootCompression compression)
    {
        (Spec, _encoder, _key) = (spec, EntryEncoder.Of(spec), key);
        _form = new(key.Size, _encoder.FixedBytes, compression);
    }

    public RootBranchSpec Spec { get; }

    /// <summary>Whether entries differ in size.</summary>
    public bool HasOffsets => _encoder.FixedBytes == 0;

    /// <summary>Whether other branches count with this one.</summary>
    public bool IsCounter { get; init; }

    /// <summary>Largest value of a counter, or longest text with its final zero.</summary>
    public int Maximum { get; private set; }

    /// <summary>Baskets in the file, in order; the key's position and sizes.</summary>
    public List<RecordKey> Written { get; } = [];

    /// <summary>First entry of each basket in the file.</summary>
    public List<long> FirstEntries { get; } = [];

    public long Entries { get; private set; }

    /// <summary>Bytes that the largest basket needs in memory.</summary>
    public int LargestBasket { get; private set; }

    public void Check(RootArray array) => _encoder.Check(array);

    public long Size(RootArray array, int first, int count) => _encoder.Size(array, first, count);

    /// <summary>Takes some entries of a checked array.</summary>
    public void Add(RootArray array, int first, int count)
    {
        _encoder.Write(array, first, count, _waiting, _ends);
        _waitingEntries += count;
        if (IsCounter)
        {
            Maximum = Math.Max(Maximum, Counters.Largest(array, first, count));
        }
        else if (array is TextArray texts)
        {
            Maximum = Math.Max(Maximum, Longest(texts, first, count) + 1);
        }
    }

    /// <summary>Packs the waiting entries into baskets that end with the entry that brings them to a size.</summary>
    public void Pack(int basketBytes)
    {
        ReadOnlySpan<int> ends = CollectionsMarshal.AsSpan(_ends);
        for (int first = 0, zero = 0; first < _waitingEntries;)
        {
            int count = EntriesOfBasket(first, zero, basketBytes);
            int end = HasOffsets ? ends[first + count - 1] : zero + (count * _form.EntryBytes);
            _packed.Add(Basket.Pack(
                _waiting.Span[zero..end], HasOffsets ? ends.Slice(first, count) : [], zero, count, _form));
            (first, zero) = (first + count, end);
        }

        _waiting.Clear();
        _ends.Clear();
        _waitingEntries = 0;
    }

    /// <summary>Appends the packed baskets to the file.</summary>
    public void Flush(RecordFile file)
    {
        foreach (Basket basket in _packed)
        {
            RecordKey key = basket.Append(file, _key with { Cycle = Written.Count % short.MaxValue });
            Written.Add(key);
            FirstEntries.Add(Entries);
            Entries += basket.Entries;
            LargestBasket = Math.Max(LargestBasket, key.Size + basket.UnpackedSize);
        }

        _packed = [];
    }

    private int EntriesOfBasket(int first, int zero, int basketBytes)
    {
        int left = _waitingEntries - first;
        if (!HasOffsets)
        {
            return (int)Math.Min(left, ((long)basketBytes + _form.EntryBytes - 1) / _form.EntryBytes);
        }

        // The first entry that ends at or behind the limit is the last of the basket.
        long limit = Math.Max((long)zero + basketBytes, zero + 1);
        int low = 0, high = left - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = _ends[first + middle] >= limit ? (low, middle) : (middle + 1, high);
        }

        return low + 1;
    }

    private static int Longest(TextArray texts, int first, int count)
    {
        int longest = 0;
        for (int i = first; i < first + count; i++)
        {
            longest = Math.Max(longest, texts.Offsets[i + 1] - texts.Offsets[i]);
        }

        return longest;
    }
}
