using Moliere.Formats.Root.Arrays;

namespace Moliere.Formats.Root.Writing;

/// <summary>The branches of a tree in the order of the file, and which of them were made to count.</summary>
internal sealed class TreeBranches
{
    private readonly IReadOnlyList<RootBranchSpec> _declared;

    public TreeBranches(IReadOnlyList<RootBranchSpec> declared, RecordKey tree, RootCompression compression)
    {
        SpecRules.Require(declared, tree.Name);
        _declared = declared;
        All = [.. Counters.Complete(declared).Select(spec => new BranchWriter(
            spec, Basket.Key(spec.Name, tree.Name, tree.Parent), compression)
        {
            IsCounter = declared.Any(other => other.Counter == spec.Name),
        })];
    }

    public IReadOnlyList<BranchWriter> All { get; }

    /// <summary>One checked array for each branch in the order of the file.</summary>
    /// <param name="columns">One array for each declared branch.</param>
    public IReadOnlyList<RootArray> Arrange(IReadOnlyList<RootArray> columns)
    {
        var byName = new Dictionary<string, RootArray>(StringComparer.Ordinal);
        for (int i = 0; i < columns.Count; i++)
        {
            byName.Add(_declared[i].Name, columns[i]);
        }

        foreach (RootBranchSpec spec in _declared.Where(spec => spec.Counter.Length > 0))
        {
            byName.TryAdd(spec.Counter, Counters.Of(CountedEncoder.List(byName[spec.Name], spec)));
        }

        RootArray[] arranged = [.. All.Select(branch => byName[branch.Spec.Name])];
        for (int i = 0; i < arranged.Length; i++)
        {
            All[i].Check(arranged[i]);
        }

        foreach (RootBranchSpec spec in _declared.Where(spec => spec.Counter.Length > 0))
        {
            Counters.Require(spec, (ListArray)byName[spec.Name], byName[spec.Counter]);
        }

        return arranged;
    }
}
