namespace Moliere.Formats.Root.Ntuples;

/// <summary>Describes the fields of an ntuple for its readers.</summary>
/// <param name="ntuple">The ntuple.</param>
internal sealed class NtupleListing(NtupleMetadata ntuple)
{
    /// <summary>The fields at the top, with those inside them.</summary>
    public IReadOnlyList<RootField> Fields() =>
        [.. ntuple.Schema.Fields.Where(field => field.IsTop).Select(Describe)];

    private RootField Describe(NtupleField field)
    {
        RootField description = new(field.Name, ntuple.PathOf(field), NtupleObstacles.TypeOf(field))
        {
            Title = field.Description,
            Children = [.. ntuple.Schema.ChildrenOf(field).Select(Describe)],
            Obstacle = NtupleObstacles.Of(ntuple, field) ?? InsideVariant(field),
        };
        return field.IsProjected ? description : WithSizes(description, field);
    }

    private string? InsideVariant(NtupleField field) =>
        ntuple.Schema.ChainOf(field)[..^1].LastOrDefault(one => one.Role == NtupleRole.Variant) is { } variant
            ? $"an alternative of '{ntuple.PathOf(variant)}', which can be read as a whole"
            : null;

    private RootField WithSizes(RootField description, NtupleField field)
    {
        long stored = 0, unpacked = 0;
        int parts = 0;
        string compression = "";
        foreach (NtupleColumn column in ntuple.Schema.ColumnsOf(field))
        {
            foreach (NtuplePages pages in ntuple.Clusters.Select(one => one.PagesOf(column)).OfType<NtuplePages>())
            {
                parts += pages.Pages.Length;
                stored += pages.StoredBytes;
                unpacked += pages.Pages.Sum(page => ((long)page.Elements * column.Bits + 7) / 8);
                compression = pages.Pages.Length > 0 ? pages.Compression.ToString() : compression;
            }
        }

        return description with
        {
            Parts = parts,
            StoredBytes = stored,
            UnpackedBytes = unpacked,
            Compression = compression,
        };
    }
}
