namespace Moliere.Learning.Trees.Growth;

/// <summary>A tree just grown, with the rows of its leaves still known.</summary>
/// <param name="Draft">Its nodes.</param>
/// <param name="Leaves">Its leaves; their ranges cover the partition.</param>
internal sealed record GrownTree(TreeDraft Draft, IReadOnlyList<GrowingNode> Leaves);
