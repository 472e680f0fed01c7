using System.Buffers;
using Moliere.Formats.Bytes;
using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Root.Trees;

/// <summary>
/// The baskets of a branch that hold a range of entries: read in one go and still packed, so that sizes are known
/// before columns are made; unpacked one after the other into one pooled buffer.
/// </summary>
internal sealed class BasketBatch : IDisposable
{
    private readonly List<PackedBasket> _baskets = [];
    private byte[] _packed = [];
    private byte[] _unpacked = [];

    private BasketBatch(RootFile file, long first, int count) => (File, First, Count) = (file, first, count);

    /// <summary>The open file.</summary>
    public RootFile File { get; }

    /// <summary>First entry of the range.</summary>
    public long First { get; }

    /// <summary>Entries of the range.</summary>
    public int Count { get; }

    /// <summary>Number of baskets.</summary>
    public int Baskets => _baskets.Count;

    /// <summary>Reads the baskets of a range.</summary>
    /// <param name="file">The open file.</param>
    /// <param name="branch">The branch.</param>
    /// <param name="first">First entry.</param>
    /// <param name="count">Number of entries.</param>
    /// <exception cref="InvalidFileException">Entries have no basket, or a basket is damaged.</exception>
    public static BasketBatch Load(RootFile file, TreeBranch branch, long first, int count)
    {
        var batch = new BasketBatch(file, first, count);
        try
        {
            batch.LoadAll(branch);
            return batch;
        }
        catch
        {
            batch.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Return(ref _packed);
        Return(ref _unpacked);
    }

    /// <summary>Entries of the range that a basket holds, counted from its first.</summary>
    public (int From, int To) Entries(int basket)
    {
        BasketPlace place = _baskets[basket].Place;
        long from = Math.Max(First - place.FirstEntry, 0);
        long to = Math.Min(First + Count - place.FirstEntry, place.Entries);
        return ((int)from, (int)to);
    }

    /// <summary>First entry of the tree in a basket.</summary>
    public long FirstEntry(int basket) => _baskets[basket].Place.FirstEntry;

    /// <summary>Numbers behind the key of a basket.</summary>
    public BasketHeader Header(int basket) => _baskets[basket].Header;

    /// <summary>Bytes of the entries of a basket.</summary>
    public int ContentSize(int basket) => _baskets[basket].ContentSize;

    /// <summary>An error in a basket.</summary>
    public InvalidFileException Wrong(int basket, string found, string expected) =>
        new(_baskets[basket].Origin.At(0), found, expected, "the file is damaged");

    /// <summary>Unpacks a basket; the one opened before is gone.</summary>
    public BasketContent Open(int basket)
    {
        PackedBasket packed = _baskets[basket];
        ReadOnlyMemory<byte> payload = packed.Payload;
        if (packed.UnpackedSize > payload.Length)
        {
            if (_unpacked.Length < packed.UnpackedSize)
            {
                Return(ref _unpacked);
                _unpacked = ArrayPool<byte>.Shared.Rent(packed.UnpackedSize);
            }

            Memory<byte> unpacked = _unpacked.AsMemory(0, packed.UnpackedSize);
            BlockChain.Unpack(payload.Span, unpacked.Span, packed.Origin.At(0));
            payload = unpacked;
        }

        return new(
            packed.Header, packed.KeySize, payload[..packed.ContentSize], payload[packed.ContentSize..], packed.Offsets,
            packed.Origin);
    }

    private static void Return(ref byte[] buffer)
    {
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        buffer = [];
    }

    private void LoadAll(TreeBranch branch)
    {
        if (Count == 0)
        {
            return; // Also of branches without baskets no entries can be read.
        }

        (int from, int to) = BasketIndex.Covering(branch.Baskets, First, First + Count);
        if (from < 0)
        {
            throw branch.Lacks(First, Count);
        }

        _packed = ArrayPool<byte>.Shared.Rent(PackedSize(File, branch, from, to));
        int used = 0;
        for (int i = from; i < to; i++)
        {
            BasketPlace place = branch.Baskets[i];
            PackedBasket basket = place.Embedded is { } embedded
                ? PackedBasket.Of(place, embedded)
                : PackedBasket.Read(
                    File, place, _packed.AsMemory(used, place.Size), branch.Where.Within($"basket {i}"));
            used += place.Size;
            _baskets.Add(basket);
        }
    }

    // Baskets are records of their own: together they are no larger than the file.
    private static int PackedSize(RootFile file, TreeBranch branch, int from, int to)
    {
        long size = 0;
        for (int i = from; i < to; i++)
        {
            BasketPlace place = branch.Baskets[i];
            if (place.Embedded is null)
            {
                file.RequireInside(place.Position, place.Size, branch.Where.Within($"basket {i}").Inside);
            }

            size += place.Size;
        }

        return size <= Math.Min(file.Length, Array.MaxLength) ? (int)size : throw new InvalidFileException(
            branch.Where.At(0), $"baskets of {size} bytes in a file of {file.Length}",
            $"at most {Math.Min(file.Length, Array.MaxLength)} bytes", "ask for fewer entries at a time");
    }
}
