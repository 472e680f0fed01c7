using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Root.Ntuples;

/// <summary>Everything about an ntuple but its values.</summary>
/// <param name="File">An open file.</param>
/// <param name="Name">Path inside the file.</param>
/// <param name="Schema">Fields and columns.</param>
/// <param name="Clusters">Clusters in order of their entries, without gaps.</param>
internal sealed record NtupleMetadata(RootFile File, string Name, NtupleSchema Schema, NtupleCluster[] Clusters)
{
    /// <summary>Words for errors: which ntuple.</summary>
    public string Inside => $"RNTuple '{Name}'";

    /// <summary>Longest range of bytes that lies in the file in one piece.</summary>
    public long LargestBlob { get; init; } = long.MaxValue;

    /// <summary>Pages that the next range of entries begins in.</summary>
    public NtuplePageCache Cache { get; } = new(Schema.Columns.Count);

    /// <summary>Number of entries.</summary>
    public long EntryCount => Clusters.Length == 0 ? 0 : Clusters[^1].End;

    /// <summary>Reads anchor, header, footer and page lists.</summary>
    public static NtupleMetadata Read(RootFile file, RootEntry entry)
    {
        string inside = $"RNTuple '{entry.Path}'";
        NtupleAnchor anchor = NtupleAnchor.Read(file.Read(entry.Key, inside));
        NtupleEnvelope header = NtupleEnvelope.Read(
            file, anchor.Header, NtupleEnvelope.HeaderType, $"{inside} > header");
        RequireNoFeatures(header.Content);
        header.Content.Text("the name of the ntuple");
        header.Content.Text("the description of the ntuple");
        header.Content.Text("the writer of the ntuple");
        var schema = new NtupleSchema();
        schema.Read(header.Content);
        NtupleCursor footer = NtupleEnvelope.Read(
            file, anchor.Footer, NtupleEnvelope.FooterType, $"{inside} > footer").Content;
        RequireNoFeatures(footer);
        if (footer.UInt64("the checksum of the header") != header.Checksum)
        {
            throw footer.Wrong("a footer of another ntuple", "one with the checksum of this header");
        }

        NtupleCursor extension = footer.Record("a schema extension");
        if (extension.Remaining > 0)
        {
            schema.Read(extension);
        }

        NtupleRepresentations.Require(schema, footer);
        var clusters = new NtupleClusters(file, inside, header.Checksum, schema.Columns.Count);
        return new(file, entry.Path, schema, clusters.Read(footer)) { LargestBlob = anchor.LargestBlob };
    }

    /// <summary>Names from the top, joined by <c>/</c>.</summary>
    public string PathOf(NtupleField field) => string.Join('/', Schema.ChainOf(field).Select(one => one.Name));

    // The sign of each group of flags says whether another follows.
    private static void RequireNoFeatures(NtupleCursor cursor)
    {
        long flags = cursor.Int64("feature flags");
        if (flags != 0)
        {
            throw cursor.Wrong($"feature flags 0x{flags:X}", "none", "this format is newer than this reader");
        }
    }
}
