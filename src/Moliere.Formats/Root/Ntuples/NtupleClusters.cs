using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Root.Ntuples;

/// <summary>Reads the clusters of all cluster groups from the footer's list of them.</summary>
/// <param name="file">An open file.</param>
/// <param name="inside">The ntuple, for errors.</param>
/// <param name="headerChecksum">By which page lists know their ntuple.</param>
/// <param name="columnCount">Columns in the whole schema.</param>
/// <source>ROOT, RNTuple binary format specification 1.0, sections Cluster Group Record and Page List.</source>
internal sealed class NtupleClusters(RootFile file, string inside, ulong headerChecksum, int columnCount)
{
    private const int ShardedFlag = 1;

    private readonly List<NtupleCluster> _clusters = [];

    /// <summary>Reads all of them, in order of their entries.</summary>
    /// <param name="footer">Stands at the list of groups.</param>
    public NtupleCluster[] Read(NtupleCursor footer)
    {
        (NtupleCursor groups, int count) = footer.List(48, "cluster groups");
        for (int i = 0; i < count; i++)
        {
            NtupleCursor group = groups.Record("a cluster group");
            group.Int64("the first entry of a cluster group");
            group.Int64("the entries of a cluster group");
            int clusters = group.Int32("the clusters of a cluster group");
            ReadGroup(EnvelopeLink.Read(group), clusters);
        }

        NtupleCluster[] sorted = [.. _clusters.OrderBy(cluster => cluster.First).ThenBy(cluster => cluster.Id)];
        RequireGapless(sorted, footer);
        return sorted;
    }

    private void ReadGroup(EnvelopeLink link, int clusters)
    {
        NtupleEnvelope envelope = NtupleEnvelope.Read(
            file, link, NtupleEnvelope.PageListType, $"{inside} > page list of cluster {_clusters.Count}");
        NtupleCursor cursor = envelope.Content;
        if (cursor.UInt64("the checksum of the header") != headerChecksum)
        {
            throw cursor.Wrong("a page list of another ntuple", "one with the checksum of this header");
        }

        (NtupleCursor summaries, int count) = cursor.List(24, "clusters");
        (NtupleCursor pages, int pageCount) = cursor.List(12, "clusters with pages");
        if (count != clusters || pageCount != clusters)
        {
            throw cursor.Wrong($"{count} clusters with pages for {pageCount}", $"{clusters} as the footer says");
        }

        for (int i = 0; i < count; i++)
        {
            _clusters.Add(ReadCluster(summaries.Record("a cluster"), pages));
        }
    }

    private NtupleCluster ReadCluster(NtupleCursor summary, NtupleCursor pages)
    {
        long first = summary.Int64("the first entry of a cluster");
        ulong countAndFlags = summary.UInt64("the entries of a cluster");
        if ((countAndFlags >> 56 & ShardedFlag) != 0)
        {
            throw summary.Wrong("a sharded cluster", "a plain one", "this format is newer than this reader");
        }

        (NtupleCursor columns, int count) = pages.List(20, "columns with pages");
        if (count > columnCount)
        {
            throw pages.Wrong($"pages of {count} columns", $"of {columnCount} at most");
        }

        var all = new NtuplePages[count];
        for (int i = 0; i < count; i++)
        {
            all[i] = NtuplePages.Read(columns);
        }

        return new(_clusters.Count, first, (long)(countAndFlags << 8 >> 8), all);
    }

    private static void RequireGapless(NtupleCluster[] clusters, NtupleCursor cursor)
    {
        long next = 0;
        foreach (NtupleCluster cluster in clusters)
        {
            next = cluster.First == next && cluster.Count <= long.MaxValue - next
                ? cluster.End
                : throw cursor.Wrong(
                    $"cluster {cluster.Id} with {cluster.Count} entries from {cluster.First} on",
                    $"one that begins at entry {next}");
        }
    }
}
