namespace Moliere.Formats.Root.Ntuples;

/// <summary>
/// The last page of each column of which only a part was wanted: the next range of entries begins in it. At most one
/// page for each column that is read; safe to use from several threads.
/// </summary>
/// <param name="columns">Columns in the schema.</param>
internal sealed class NtuplePageCache(int columns)
{
    private const int LargestPage = 1 << 20; // Elements; pages of ROOT have up to 1 MiB in bytes.

    private readonly object?[] _last = new object?[columns];

    /// <summary>The elements of a page; null where it is not kept.</summary>
    public T[]? Find<T>(NtupleColumn column, int cluster, int page) =>
        Volatile.Read(ref _last[column.Id]) is Kept<T> kept && kept.Cluster == cluster && kept.Page == page
            ? kept.Elements : null;

    /// <summary>Keeps a page instead of the one before; one that was read to its end only for indices.</summary>
    public void Keep<T>(NtupleColumn column, int cluster, int page, T[] elements, bool isAtEnd)
    {
        bool isWorthIt = elements.Length <= LargestPage && (!isAtEnd || NtupleEncodings.IsIndex(column.Encoding));
        Volatile.Write(ref _last[column.Id], isWorthIt ? new Kept<T>(cluster, page, elements) : null);
    }

    private sealed record Kept<T>(int Cluster, int Page, T[] Elements);
}
