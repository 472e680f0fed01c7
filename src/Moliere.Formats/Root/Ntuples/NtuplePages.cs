namespace Moliere.Formats.Root.Ntuples;

/// <summary>A page: elements of a column that are packed together.</summary>
/// <param name="Elements">Number of elements.</param>
/// <param name="HasChecksum">Whether eight bytes of checksum follow it.</param>
/// <param name="Locator">Where it is, without the checksum.</param>
internal readonly record struct NtuplePage(int Elements, bool HasChecksum, NtupleLocator Locator);

/// <summary>The pages of a column in a cluster.</summary>
/// <param name="Pages">Pages in order of their elements.</param>
/// <param name="Ends">Number of elements up to the end of each page.</param>
/// <param name="Compression">How they are packed.</param>
/// <param name="IsSuppressed">Whether the cluster has another representation of the field instead.</param>
/// <source>ROOT, RNTuple binary format specification 1.0, sections Page Locations and Suppressed Columns.</source>
internal sealed record NtuplePages(NtuplePage[] Pages, long[] Ends, RootCompression Compression, bool IsSuppressed)
{
    private const int LeastPageSize = 16;

    /// <summary>Number of elements stored.</summary>
    public long Elements => Ends.Length == 0 ? 0 : Ends[^1];

    /// <summary>Bytes in the file, without checksums.</summary>
    public long StoredBytes => Pages.Aggregate(0L, (sum, page) => unchecked(sum + page.Locator.Size));

    /// <summary>Reads the inner list of a page list.</summary>
    public static NtuplePages Read(NtupleCursor cursor)
    {
        (NtupleCursor list, int count) = cursor.List(LeastPageSize, "pages");
        var pages = new NtuplePage[count];
        var ends = new long[count];
        long elements = 0;
        for (int i = 0; i < count; i++)
        {
            pages[i] = ReadPage(list);
            ends[i] = elements += pages[i].Elements;
        }

        bool isSuppressed = list.Int64("the first element of a column") < 0;
        int setting = isSuppressed ? 0 : list.Int32("the compression of a column");
        return new(pages, ends, new RootCompression(setting), isSuppressed);
    }

    private static NtuplePage ReadPage(NtupleCursor cursor)
    {
        int elements = cursor.Int32("the elements of a page");
        if (elements == int.MinValue)
        {
            throw cursor.Wrong("a page without a number of elements", "one from 0 to 2147483647");
        }

        return new(Math.Abs(elements), elements < 0, NtupleLocator.Read(cursor));
    }
}
