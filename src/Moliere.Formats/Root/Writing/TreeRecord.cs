namespace Moliere.Formats.Root.Writing;

/// <summary>The record of a TTree: totals, clusters, branches, leaves.</summary>
/// <source>ROOT 6, class TTree, version 20; defaults as its constructor sets them.</source>
internal static class TreeRecord
{
    private const long NoLimit = 1_000_000_000_000;

    public static RecordKey Write(RecordFile file, RootTreeWriter tree)
    {
        RecordKey key = file.Place(tree.Key);
        var buffer = new ObjectBuffer(key.Size);
        tree.Clusters.Complete();
        int start = buffer.Begin(20);
        buffer.Named(tree.Key.Name, tree.Key.Title, ObjectBuffer.MustCleanup);
        buffer.Attributes();
        WriteNumbers(buffer.Bytes, tree);
        BranchRecord.Features(buffer);
        WriteBranches(buffer, tree, file.Compression);
        WriteTail(buffer);
        buffer.End(start);
        return file.Append(key, buffer.Bytes.Span);
    }

    /// <summary>Classes of objects in such a record.</summary>
    public static IEnumerable<string> Classes(RootTreeWriter tree) =>
        ["TTree", "TList", .. tree.Branches.SelectMany(branch => BranchRecord.Classes(branch.Spec))];

    private static void WriteNumbers(ByteBuffer to, RootTreeWriter tree)
    {
        long stored = tree.Branches.Sum(BranchRecord.StoredBytes);
        to.Int64(tree.EntryCount);
        to.Int64(tree.Branches.Sum(BranchRecord.TotalBytes));
        to.Int64(stored);
        to.Int64(0); // Bytes saved by the last automatic save: there was none.
        to.Int64(stored);
        to.Double(1); // Weight.
        to.Int32(0); // Timer.
        to.Int32(25); // Rows that Scan shows at a time.
        to.Int32(0); // Update frequency.
        to.Int32(1000); // First size of tables of entry offsets.
        to.Int32(tree.Clusters.Ranges.Count);
        to.Int64(NoLimit);
        to.Int64(NoLimit);
        to.Int64(0); // Memory for baskets: no limit.
        to.Int64(-300_000_000); // Automatic save after so many bytes.
        to.Int64(tree.Clusters.LastSize > 0 ? tree.Clusters.LastSize : -30_000_000);
        to.Int64(1_000_000); // Entries for estimates of ranges.
        WriteClusters(to, tree.Clusters);
    }

    // Arrays behind pointers: a byte that says whether there is one, then its numbers.
    private static void WriteClusters(ByteBuffer to, ClusterRanges clusters)
    {
        int isThere = clusters.Ranges.Count > 0 ? 1 : 0;
        to.Byte(isThere);
        foreach ((long last, _) in clusters.Ranges)
        {
            to.Int64(last);
        }

        to.Byte(isThere);
        foreach ((_, long size) in clusters.Ranges)
        {
            to.Int64(size);
        }
    }

    private static void WriteBranches(ObjectBuffer to, RootTreeWriter tree, RootCompression compression)
    {
        var leaves = new Dictionary<string, int>(StringComparer.Ordinal);
        int branches = to.BeginArray(tree.Branches.Count, ObjectBuffer.IsOwner);
        foreach (BranchWriter branch in tree.Branches)
        {
            leaves.Add(branch.Spec.Name, BranchRecord.Write(to, branch, leaves, compression));
        }

        to.End(branches);
        int references = to.BeginArray(leaves.Count);
        foreach (BranchWriter branch in tree.Branches)
        {
            to.Bytes.Int32(leaves[branch.Spec.Name]);
        }

        to.End(references);
    }

    // No aliases, index, friends, user information or table of references.
    private static void WriteTail(ObjectBuffer to)
    {
        to.Null();
        to.Bytes.Int32(0);
        to.Bytes.Int32(0);
        to.Null();
        to.Null();
        to.Null();
        to.Null();
    }
}
