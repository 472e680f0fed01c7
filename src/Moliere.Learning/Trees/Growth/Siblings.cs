namespace Moliere.Learning.Trees.Growth;

/// <summary>The children of a node that was split just now.</summary>
/// <param name="Parent">Their node, with its histogram until they are searched.</param>
/// <param name="Small">The child with fewer rows, the left one where they have equally many.</param>
/// <param name="Large">The other.</param>
internal sealed record Siblings(GrowingNode Parent, GrowingNode Small, GrowingNode Large)
{
    /// <summary>The left one.</summary>
    public GrowingNode Older => Small.Index < Large.Index ? Small : Large;

    /// <summary>The right one.</summary>
    public GrowingNode Younger => Small.Index < Large.Index ? Large : Small;
}
