namespace Moliere.Learning.Trees.Growth;

/// <summary>A leaf of a tree that still grows.</summary>
/// <param name="Index">Its number in the tree.</param>
/// <param name="Depth">Splits above it.</param>
/// <param name="First">First of its rows in the partition.</param>
/// <param name="End">Behind the last of its rows.</param>
/// <param name="State">Its sums.</param>
internal sealed record GrowingNode(int Index, int Depth, int First, int End, NodeState State)
{
    /// <summary>The best split found; <see cref="NodeSplit.None"/> before and where there is none.</summary>
    public NodeSplit Split { get; set; } = NodeSplit.None;

    /// <summary>Sums of its bins; null where they are not needed.</summary>
    public NodeHistogram? Histogram { get; set; }

    /// <summary>Rows in it.</summary>
    public int Count => End - First;
}
