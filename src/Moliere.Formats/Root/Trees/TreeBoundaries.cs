namespace Moliere.Formats.Root.Trees;

/// <summary>Where a tree is best cut into ranges.</summary>
internal static class TreeBoundaries
{
    /// <summary>
    /// First entries at which all branches begin a basket; where there are none, those of the branch with most bytes.
    /// </summary>
    /// <param name="tree">The tree.</param>
    /// <param name="entries">Its number of entries, which ends the list.</param>
    public static IReadOnlyList<long> Of(TreeRecord tree, long entries)
    {
        TreeBranch[] full = [.. tree.All.Where(branch => branch.Baskets.Count > 0)];
        HashSet<long>? shared = null;
        foreach (TreeBranch branch in full)
        {
            shared = Meet(shared, branch);
        }

        bool isShared = shared is { Count: > 1 };
        IEnumerable<long> starts = isShared || full.Length == 0
            ? shared ?? [] : Starts(full.MaxBy(branch => branch.Source.Integer("fTotBytes"))!);
        return [0, .. starts.Where(start => start > 0 && start < entries).Order(), entries];
    }

    private static HashSet<long> Meet(HashSet<long>? shared, TreeBranch branch)
    {
        if (shared is null)
        {
            return [.. Starts(branch)];
        }

        if (shared.Count > 1)
        {
            shared.IntersectWith(Starts(branch));
        }

        return shared;
    }

    private static IEnumerable<long> Starts(TreeBranch branch) => branch.Baskets.Select(basket => basket.FirstEntry);
}
