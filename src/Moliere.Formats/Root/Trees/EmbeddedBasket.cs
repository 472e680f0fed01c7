using Moliere.Formats.Root.Columns;
using Moliere.Formats.Root.Files;
using Moliere.Formats.Root.Objects;

namespace Moliere.Formats.Root.Trees;

/// <summary>
/// A basket that was never written on its own: it lies among the objects of its tree, unpacked. A normal state of the
/// last basket, not damage.
/// </summary>
/// <source>ROOT, TBasket::Streamer.</source>
internal static class EmbeddedBasket
{
    /// <summary>The member under which the basket itself is kept.</summary>
    public const string Content = "basket";

    // TBasket::Streamer adds tens to the mark for what follows: displacements, bytes; 80 for offsets to be made.
    private const int MadeOffsets = 80, WithDisplacements = 40;

    public static void Read(ObjectReader reader, RootObject target)
    {
        RootCursor cursor = reader.Cursor;
        int start = cursor.Position;
        var key = RootKey.ReadFields(cursor);
        var header = BasketHeader.Read(cursor);
        int[]? offsets = ReadOffsets(cursor, header);
        ReadOnlyMemory<byte> bytes = ReadOnlyMemory<byte>.Empty;
        if (header.Mark % MadeOffsets is 1 or > 10)
        {
            bytes = header.Version > 1
                ? cursor.Take(header.Last, "the bytes of a basket")
                : cursor.Take(cursor.Count(1, "bytes of a basket"), "the bytes of a basket");
        }

        RootOrigin where = cursor.Origin.Within($"basket at {start}");
        target[Content] = new StoredBasket(header, key.KeySize, bytes, offsets, where);
    }

    private static int[]? ReadOffsets(RootCursor cursor, BasketHeader header)
    {
        int mark = header.Mark;
        if (mark >= MadeOffsets || mark == 0 || mark % 10 == 2)
        {
            return null;
        }

        int[] offsets = ReadNumbers(cursor);
        if (mark is > 20 and < WithDisplacements)
        {
            offsets = Array.ConvertAll(offsets, offset => offset & 0x00FF_FFFF);
        }

        if (mark > WithDisplacements)
        {
            ReadNumbers(cursor);
        }

        return offsets;
    }

    private static int[] ReadNumbers(RootCursor cursor)
    {
        var column = new NumberColumn<int>();
        column.Read(cursor, cursor.Count(4, "offsets of a basket"));
        return (int[])column.TakeValues();
    }
}

/// <summary>A basket inside its tree's record.</summary>
/// <param name="Header">Numbers behind its key.</param>
/// <param name="KeySize">Bytes of the key, which its positions count as well.</param>
/// <param name="Bytes">Key and content, up to the last byte of the content.</param>
/// <param name="Offsets">Where entries begin, from the start of the key; null for entries of one size.</param>
/// <param name="Origin">Where it lies.</param>
internal sealed record StoredBasket(
    BasketHeader Header, int KeySize, ReadOnlyMemory<byte> Bytes, int[]? Offsets, RootOrigin Origin);
