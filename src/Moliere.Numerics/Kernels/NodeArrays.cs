namespace Moliere.Numerics.Kernels;

/// <summary>Borrowed columns of a tree with the root first, every child behind its parent.</summary>
/// <param name="feature">Feature that a node compares; negative for a leaf.</param>
/// <param name="threshold">A row goes left where its feature lies below.</param>
/// <param name="left">Left child.</param>
/// <param name="right">Right child.</param>
/// <param name="missingLeft">Whether rows without the feature go left.</param>
/// <param name="value">What a leaf adds.</param>
public readonly ref struct NodeArrays(
    ReadOnlySpan<int> feature, ReadOnlySpan<float> threshold, ReadOnlySpan<int> left, ReadOnlySpan<int> right,
    ReadOnlySpan<bool> missingLeft, ReadOnlySpan<float> value)
{
    /// <summary>Number of nodes, leaves included.</summary>
    public int Count => Feature.Length;

    internal ReadOnlySpan<int> Feature { get; } = feature;

    internal ReadOnlySpan<float> Threshold { get; } = threshold;

    internal ReadOnlySpan<int> Left { get; } = left;

    internal ReadOnlySpan<int> Right { get; } = right;

    internal ReadOnlySpan<bool> MissingLeft { get; } = missingLeft;

    internal ReadOnlySpan<float> Value { get; } = value;

    /// <summary>Checks that the columns are one tree; whoever walks it may then trust every index.</summary>
    /// <exception cref="ArgumentException">
    /// Columns of unequal lengths or none, a child that is not behind its parent, or one of two parents.
    /// </exception>
    internal void Require()
    {
        int links = Math.Min(Left.Length, Right.Length), numbers = Math.Min(Threshold.Length, Value.Length);
        int shortest = Math.Min(MissingLeft.Length, Math.Min(links, numbers));
        if (Count == 0 || shortest < Count)
        {
            throw new ArgumentException($"A tree needs a root and whole columns: {Count} nodes, {shortest} in one.");
        }

        bool[] hasParent = new bool[Count];
        for (int node = 0; node < Count; node++)
        {
            if (Feature[node] >= 0)
            {
                Claim(hasParent, node, Left[node]);
                Claim(hasParent, node, Right[node]);
            }
        }
    }

    private static void Claim(bool[] hasParent, int node, int child)
    {
        if (child <= node || child >= hasParent.Length || hasParent[child])
        {
            throw new ArgumentException(
                $"Node {node} has child {child}; it must lie behind it, below {hasParent.Length}, with one parent.");
        }

        hasParent[child] = true;
    }
}
