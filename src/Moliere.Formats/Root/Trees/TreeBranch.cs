using Moliere.Formats.Bytes;
using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Files;
using Moliere.Formats.Root.Objects;

namespace Moliere.Formats.Root.Trees;

/// <summary>A branch of a tree: its description, its baskets, and how its values are read.</summary>
internal sealed class TreeBranch
{
    private readonly Lazy<IReadOnlyList<BasketPlace>> _baskets;
    private readonly Lazy<BranchReader> _reader;

    /// <param name="tree">The tree.</param>
    /// <param name="source">The branch as it was read.</param>
    /// <param name="parent">The branch around it; null at the top.</param>
    /// <param name="readers">Chooses how values are read.</param>
    public TreeBranch(TreeRecord tree, RootObject source, TreeBranch? parent, ReaderCompiler readers)
    {
        (Source, Parent) = (source, parent);
        Name = source.Text("fName");
        Path = parent is null ? Name : $"{parent.Path}/{Name}";
        Where = tree.Where.Within($"branch '{Path}'");
        Leaves = [.. source.List("fLeaves").OfType<RootObject>()];
        Children = [.. source.List("fBranches").OfType<RootObject>().Where(tree.Claim)
            .Select(child => new TreeBranch(tree, child, this, readers))];
        _baskets = new(() => BasketIndex.Of(source, Where.At(0)));
        _reader = new(() => readers.For(this));
    }

    /// <summary>The branch as it was read.</summary>
    public RootObject Source { get; }

    public TreeBranch? Parent { get; }

    public string Name { get; }

    /// <summary>Names from the top, joined by <c>/</c>.</summary>
    public string Path { get; }

    /// <summary>Tree and branch, for errors.</summary>
    public RootOrigin Where { get; }

    public IReadOnlyList<RootObject> Leaves { get; }

    public IReadOnlyList<TreeBranch> Children { get; }

    /// <summary>The baskets in order of their entries.</summary>
    public IReadOnlyList<BasketPlace> Baskets => _baskets.Value;

    /// <summary>How its values are read.</summary>
    public BranchReader Reader => _reader.Value;

    /// <summary>The branch and all inside it.</summary>
    public IEnumerable<TreeBranch> WithInner() => Children.SelectMany(child => child.WithInner()).Prepend(this);

    /// <summary>The values of a range.</summary>
    public RootArray Read(RootFile file, long first, int count)
    {
        if (!Reader.HasValues)
        {
            return Reader.ReadWithoutBaskets(file, first, count);
        }

        if (Baskets.Count == 0 && Reader.HasPlainCounter && Reader.Absent is { } nothing)
        {
            return RequireNothing(Reader.Counter!.Read(file, first, count), first, count, nothing);
        }

        using BasketBatch batch = BasketBatch.Load(file, this, first, count);
        return Reader.Read(batch);
    }

    // Members of a split collection that never had an element can have no baskets at all.
    private ListArray RequireNothing(RootArray counts, long first, int count, RootArray nothing) =>
        Array.TrueForAll(EntryBounds.Counts(counts), elements => elements == 0)
            ? new(new int[count + 1], nothing) : throw Lacks(first, count);

    /// <summary>An error: no baskets for a range.</summary>
    public InvalidFileException Lacks(long first, int count)
    {
        long end = Baskets.Count == 0 ? 0 : Baskets[^1].End;
        string held = Baskets.Count == 0 ? "no entries" : $"entries {Baskets[0].FirstEntry} to {end - 1} only";
        return new(
            Where.At(0), held, $"entries {first} to {first + count - 1}",
            "the branch differs in length from its tree, or the file was never closed");
    }
}
