namespace Moliere.Formats.Root.Ntuples;

/// <summary>A range of bytes in the file.</summary>
/// <param name="Position">First byte.</param>
/// <param name="Size">Number of bytes, still packed.</param>
/// <source>ROOT, RNTuple binary format specification 1.0, section Locators and Envelope Links.</source>
internal readonly record struct NtupleLocator(long Position, long Size)
{
    private const int LargeType = 1;

    /// <summary>Reads a locator; its size is negative where it is not of the plain kind.</summary>
    public static NtupleLocator Read(NtupleCursor cursor)
    {
        int size = cursor.Int32("the size of a range");
        if (size >= 0)
        {
            return new(cursor.Int64("the position of a range"), size);
        }

        int head = size == int.MinValue ? 0 : -size;
        int type = head >> 24;
        return type == LargeType && (head & 0xFFFF) == 20
            ? Large(cursor)
            : throw cursor.Wrong($"a range of kind {type}", "one in the same file", "its data are in another storage");
    }

    private static NtupleLocator Large(NtupleCursor cursor)
    {
        long size = cursor.Int64("the size of a range");
        return size >= 0
            ? new(cursor.Int64("the position of a range"), size)
            : throw cursor.Wrong($"a range of {size} bytes", "0 or more");
    }
}

/// <summary>A range that holds an envelope.</summary>
/// <param name="UnpackedSize">Bytes of the envelope once unpacked.</param>
/// <param name="Locator">Where it is.</param>
internal readonly record struct EnvelopeLink(long UnpackedSize, NtupleLocator Locator)
{
    /// <summary>Reads a link.</summary>
    public static EnvelopeLink Read(NtupleCursor cursor) =>
        new(cursor.Int64("the size of an envelope"), NtupleLocator.Read(cursor));
}
