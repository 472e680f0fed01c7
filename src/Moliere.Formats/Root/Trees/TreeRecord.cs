using Moliere.Formats.Bytes;
using Moliere.Formats.Root.Files;
using Moliere.Formats.Root.Objects;

namespace Moliere.Formats.Root.Trees;

/// <summary>The record of a tree: what the file says about it, without any values.</summary>
internal sealed class TreeRecord
{
    private readonly Dictionary<RootObject, TreeBranch> _known = [];
    private readonly HashSet<RootObject> _claimed = [];

    private TreeRecord(RootFile file, RootEntry entry, RootObject source, RootOrigin where)
    {
        (File, Entry, Source, Where) = (file, entry, source, where);
        var readers = new ReaderCompiler(file.Streamers, this);
        Branches = [.. source.List("fBranches").OfType<RootObject>().Where(Claim)
            .Select(branch => new TreeBranch(this, branch, null, readers))];
        All = [.. Branches.SelectMany(branch => branch.WithInner())];
        foreach (TreeBranch branch in All)
        {
            _known.TryAdd(branch.Source, branch);
            if (branch.Leaves.Count == 1)
            {
                _known.TryAdd(branch.Leaves[0], branch);
            }
        }
    }

    public RootFile File { get; }

    public RootEntry Entry { get; }

    /// <summary>The tree as it was read.</summary>
    public RootObject Source { get; }

    /// <summary>File and tree, for errors.</summary>
    public RootOrigin Where { get; }

    /// <summary>Branches at the top.</summary>
    public IReadOnlyList<TreeBranch> Branches { get; }

    /// <summary>Branches at any depth, parents first.</summary>
    public IReadOnlyList<TreeBranch> All { get; }

    /// <summary>The branch that an object of the record is, or whose only leaf it is; null for others.</summary>
    public TreeBranch? BranchOf(RootObject source) => _known.GetValueOrDefault(source);

    /// <summary>Whether an object of the record is met for the first time; a branch inside itself is damage.</summary>
    public bool Claim(RootObject source) => _claimed.Add(source);

    /// <summary>Reads the record.</summary>
    /// <param name="file">The open file.</param>
    /// <param name="entry">The tree's name in it.</param>
    /// <exception cref="InvalidFileException">The record is damaged, or the file does not tell its layout.</exception>
    public static TreeRecord Read(RootFile file, RootEntry entry)
    {
        string inside = $"tree '{entry.Path}'";
        RootRecord record = file.Read(entry.Key, inside);
        RootObject source = ObjectReader.Read(record, file.Streamers);
        return source.Obstacle is null && source.Has("fBranches")
            ? new(file, entry, source, new(file.Path, entry.Key.Position, inside))
            : throw new InvalidFileException(
                record.Origin.At(0), source.Obstacle ?? "no branches", "a tree with its layout", "the file is damaged");
    }
}
