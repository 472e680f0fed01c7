namespace Moliere.Formats.Root.Trees;

/// <summary>Where a basket of a branch is.</summary>
/// <param name="FirstEntry">First entry of the tree in it.</param>
/// <param name="Entries">Number of entries.</param>
/// <param name="Position">Position of its record in the file; 0 for one inside the tree's record.</param>
/// <param name="Size">Bytes of its record.</param>
/// <param name="Embedded">The basket inside the tree's record; null for one of its own.</param>
internal sealed record BasketPlace(long FirstEntry, long Entries, long Position, int Size, StoredBasket? Embedded)
{
    /// <summary>First entry behind it.</summary>
    public long End => FirstEntry + Entries;
}
