using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Files;
using Moliere.Formats.Root.Objects;

namespace Moliere.Formats.Root.Trees;

/// <summary>A TTree as a dataset: its branches are the fields.</summary>
internal sealed class TreeDataset : IRootDataset
{
    private readonly TreeRecord _tree;
    private readonly Dictionary<RootField, TreeBranch> _branches = new(ReferenceEqualityComparer.Instance);
    private readonly Lazy<IReadOnlyList<long>> _boundaries;

    public TreeDataset(RootFile file, RootEntry entry)
    {
        _tree = TreeRecord.Read(file, entry);
        EntryCount = CountEntries(_tree);
        Fields = [.. _tree.Branches.Select(ToField)];
        _boundaries = new(() => TreeBoundaries.Of(_tree, EntryCount));
    }

    /// <inheritdoc/>
    public string Name => _tree.Entry.Path;

    /// <inheritdoc/>
    public string Kind => _tree.Entry.ClassName;

    /// <inheritdoc/>
    public long EntryCount { get; }

    /// <inheritdoc/>
    public IReadOnlyList<RootField> Fields { get; }

    /// <inheritdoc/>
    public IReadOnlyList<long> Boundaries => _boundaries.Value;

    /// <inheritdoc/>
    public RootArray Read(RootField field, long first, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(first);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, EntryCount - count);
        return BranchOf(field).Read(_tree.File, first, count);
    }

    /// <summary>Entries that a field's baskets hold: fewer than the tree's, or all for a field without.</summary>
    public long EntriesOf(RootField field) =>
        BranchOf(field).Baskets is { Count: > 0 } baskets ? baskets[^1].End : EntryCount;

    private TreeBranch BranchOf(RootField field) => _branches.GetValueOrDefault(field)
        ?? _tree.All.FirstOrDefault(known => known.Path == field.Path)
        ?? throw new ArgumentException($"'{field.Path}' is no field of '{Name}'.", nameof(field));

    // Branches that were filled without their tree leave it at 0.
    private static long CountEntries(TreeRecord tree)
    {
        long told = Math.Max(0, tree.Source.Integer("fEntries"));
        return told > 0 ? told : tree.Branches.Select(branch => branch.Baskets.Count == 0 ? 0 : branch.Baskets[^1].End)
            .DefaultIfEmpty(0).Max();
    }

    private RootField ToField(TreeBranch branch)
    {
        BranchReader reader = branch.Reader;
        RootObject source = branch.Source;
        var packing = new RootCompression((int)source.Integer("fCompress"));
        var field = new RootField(branch.Name, branch.Path, reader.Type)
        {
            Title = source.Text("fTitle"),
            Children = [.. branch.Children.Select(ToField)],
            Counter = reader.Counter?.Path ?? "",
            Parts = branch.Baskets.Count,
            StoredBytes = Math.Max(0, source.Integer("fZipBytes")),
            UnpackedBytes = Math.Max(0, source.Integer("fTotBytes")),
            Compression = branch.Baskets.Count > 0 ? packing.ToString() : "",
            Obstacle = reader.Obstacle,
        };
        _branches.Add(field, branch);
        return field;
    }
}
