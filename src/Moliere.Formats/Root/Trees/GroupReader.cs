using Moliere.Formats.Root.Arrays;
using Moliere.Formats.Root.Files;

namespace Moliere.Formats.Root.Trees;

/// <summary>
/// A branch without values of its own: a split object whose members are branches, or an empty base class.
/// </summary>
/// <param name="branch">The branch.</param>
internal sealed class GroupReader(TreeBranch branch) : BranchReader
{
    public override bool HasValues => false;

    public override RootArray Read(BasketBatch batch) => ReadWithoutBaskets(batch.File, batch.First, batch.Count);

    /// <summary>The branches inside as one record; none for an empty base class.</summary>
    public override RootArray ReadWithoutBaskets(RootFile file, long first, int count) => new RecordArray(
        count, [.. branch.Children.Select(child => new RootMember(child.Name, child.Read(file, first, count)))]);
}
