using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Root.Trees;

/// <summary>The numbers of a basket behind its key.</summary>
/// <param name="Version">Version of the class.</param>
/// <param name="Entries">Entries in the basket.</param>
/// <param name="Last">Position behind the content, from the start of the key.</param>
/// <param name="Mark">What follows a basket inside its tree's record.</param>
/// <param name="HoldsSizes">Whether it holds sizes of entries in place of their offsets.</param>
/// <source>ROOT, TBasket::Streamer.</source>
internal readonly record struct BasketHeader(int Version, int Entries, int Last, byte Mark, bool HoldsSizes)
{
    private const byte SizesInPlaceOfOffsets = 1;

    /// <summary>Reads the numbers behind a key.</summary>
    public static BasketHeader Read(RootCursor cursor)
    {
        int version = cursor.UInt16("the version of a basket");
        cursor.Skip(4, "the size of a buffer");
        int entrySize = cursor.Int32("the size of an entry");
        byte features = entrySize < 0 ? cursor.Byte("the features of a basket") : (byte)0;
        int entries = cursor.Int32("the entries of a basket"), last = cursor.Int32("the end of a basket");
        byte mark = cursor.Byte("the mark of a basket");
        var header = new BasketHeader(version, entries, last, mark, (features & SizesInPlaceOfOffsets) != 0);
        return entries >= 0 && last >= 0 ? header : throw cursor.Wrong(
            $"a basket of {entries} entries that ends at {last}", "entries and an end of 0 or more");
    }
}
