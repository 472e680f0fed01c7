using System.Buffers;
using Moliere.Formats.Bytes;

namespace Moliere.Formats.Root.Ntuples;

/// <summary>Reads elements of columns in one cluster; only the pages that hold them.</summary>
/// <param name="ntuple">The ntuple.</param>
/// <param name="cluster">The cluster.</param>
internal sealed class NtupleColumnReader(NtupleMetadata ntuple, NtupleCluster cluster)
{
    private const int CheckFrom = 16 << 20; // Bytes from which claims of pages are checked before memory is taken.
    private const long MostZeros = 8 << 20;

    public NtupleCluster Cluster => cluster;

    /// <summary>Consecutive elements.</summary>
    /// <param name="column">A column that the cluster has.</param>
    /// <param name="first">First element, counted from the start of the cluster.</param>
    /// <param name="count">Number of elements.</param>
    /// <param name="decode">For the encoding of the column.</param>
    public T[] Read<T>(NtupleColumn column, long first, int count, PageDecoder<T> decode)
    {
        (NtuplePages? pages, int zeros) = Plan(column, first, count);
        T[] elements = GC.AllocateUninitializedArray<T>(count);
        Read(column, pages, zeros, first, elements, decode);
        return elements;
    }

    /// <summary>The same into memory that is borrowed and must be returned.</summary>
    public T[] Rent<T>(NtupleColumn column, long first, int count, PageDecoder<T> decode)
    {
        (NtuplePages? pages, int zeros) = Plan(column, first, count);
        T[] elements = ArrayPool<T>.Shared.Rent(count);
        Read(column, pages, zeros, first, elements.AsSpan(0, count), decode);
        return elements;
    }

    /// <summary>Consecutive elements of a column of letters or other bytes.</summary>
    public byte[] ReadBytes(NtupleColumn column, long first, int count) => column.Bits == 8
        ? Read<byte>(column, first, count, PageDecoding.Plain)
        : throw Wrong(column, $"bytes of {column.Bits} bits", "8 bits");

    /// <summary>Refuses values that no bytes of the file stand for, once they are many.</summary>
    public void RequireFewZeros(NtupleColumn? column, long count)
    {
        if (count > Math.Max(MostZeros, ntuple.File.Length))
        {
            throw Wrong(column, $"{count} values without any bytes", "fewer; read a shorter range of entries");
        }
    }

    public InvalidFileException Wrong(NtupleColumn? column, string found, string expected) =>
        new(PlaceOf(column), found, expected);

    /// <summary>The cluster and, where it is known, the field; for errors.</summary>
    public FilePlace PlaceOf(NtupleColumn? column) => Place(column, -1, -1);

    private (NtuplePages? Pages, int Zeros) Plan(NtupleColumn column, long first, int count)
    {
        NtuplePages? pages = cluster.PagesOf(column);
        int zeros = (int)Math.Clamp(ZerosBefore(column, pages) - first, 0, count);
        RequireElements(column, pages, first + zeros - ZerosBefore(column, pages), count - zeros, zeros);
        return (pages, zeros);
    }

    private void Read<T>(
        NtupleColumn column, NtuplePages? pages, int zeros, long first, Span<T> elements, PageDecoder<T> decode)
    {
        elements[..zeros].Clear();
        if (zeros < elements.Length)
        {
            Fill(column, pages!, first + zeros - ZerosBefore(column, pages), elements[zeros..], decode);
        }
    }

    // What a deferred column lacks in a cluster lies before its first page and is zero.
    private long ZerosBefore(NtupleColumn column, NtuplePages? pages)
    {
        if (!column.IsDeferred)
        {
            return 0;
        }

        Int128 elements = cluster.Count;
        foreach (NtupleField field in ntuple.Schema.ChainOf(ntuple.Schema.Fields[column.Field]))
        {
            elements = Int128.Min(elements * (field.ArraySize ?? 1), long.MaxValue / 2);
        }

        return Math.Max((long)elements - (pages?.Elements ?? 0), 0);
    }

    private void RequireElements(NtupleColumn column, NtuplePages? pages, long start, long count, long zeros)
    {
        RequireFewZeros(column, zeros);
        if (count > 0 && (pages is null || start > pages.Elements - count))
        {
            throw Wrong(
                column, $"{pages?.Elements ?? 0} elements", $"elements {start} to {start + count} as others refer to");
        }

        long page = count > 0 ? pages!.Pages.Max(one => one.Elements) : 0; // One that is read in part is read whole.
        if (Math.Max(count, page) * Math.Max(column.Bits, 8) / 8 > CheckFrom) // A bit takes a byte of memory.
        {
            RequirePlausible(column, pages!);
        }
    }

    private void RequirePlausible(NtupleColumn column, NtuplePages pages)
    {
        for (int i = 0; i < pages.Pages.Length; i++)
        {
            FilePlace place = Place(column, i, pages.Pages[i].Locator.Position);
            int stored = Size(pages.Pages[i].Locator.Size, place);
            ntuple.File.RequireInside(place.Byte, stored, place.Inside);
            byte[] bytes = ArrayPool<byte>.Shared.Rent(stored);
            ntuple.File.ReadInto(place.Byte, bytes.AsSpan(0, stored));
            BlockChain.RequirePlausible(bytes.AsSpan(0, stored), UnpackedSize(column, pages.Pages[i]), place);
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private void Fill<T>(NtupleColumn column, NtuplePages pages, long first, Span<T> elements, PageDecoder<T> decode)
    {
        int at = Array.BinarySearch(pages.Ends, first);
        for (int i = at < 0 ? ~at : at + 1; !elements.IsEmpty; i++)
        {
            int skip = (int)(first - (pages.Ends[i] - pages.Pages[i].Elements));
            int count = Math.Min(elements.Length, pages.Pages[i].Elements - skip);
            if (count > 0)
            {
                ReadPage(column, i, pages.Pages[i], skip, elements[..count], decode);
            }

            elements = elements[count..];
            first += count;
        }
    }

    private void ReadPage<T>(
        NtupleColumn column, int number, NtuplePage page, int skip, Span<T> elements, PageDecoder<T> decode)
    {
        if (elements.Length == page.Elements)
        {
            Decode(column, number, page, elements, decode);
            return;
        }

        T[]? all = ntuple.Cache.Find<T>(column, cluster.Id, number);
        if (all is null)
        {
            all = new T[page.Elements];
            Decode(column, number, page, all, decode);
        }

        all.AsSpan(skip, elements.Length).CopyTo(elements);
        ntuple.Cache.Keep(column, cluster.Id, number, all, skip + elements.Length == page.Elements);
    }

    private void Decode<T>(
        NtupleColumn column, int number, NtuplePage page, Span<T> elements, PageDecoder<T> decode)
    {
        FilePlace place = Place(column, number, page.Locator.Position);
        using var bytes = new NtuplePageBytes(ntuple, page, Size(UnpackedSize(column, page), place), place);
        decode(bytes.Span, elements);
    }

    private static long UnpackedSize(NtupleColumn column, NtuplePage page) =>
        ((long)page.Elements * column.Bits + 7) / 8;

    private static int Size(long bytes, FilePlace place) => bytes <= Array.MaxLength ? (int)bytes
        : throw new InvalidFileException(place, $"a page of {bytes} bytes", "less than 2 GiB");

    private FilePlace Place(NtupleColumn? column, int page, long position)
    {
        string field = column is null ? "" : $" > field '{ntuple.PathOf(ntuple.Schema.Fields[column.Field])}'";
        return new(ntuple.File.Path)
        {
            Byte = position,
            Inside = $"{ntuple.Inside}{field} > cluster {cluster.Id}{(page < 0 ? "" : $" > page {page}")}",
        };
    }
}
