namespace Moliere.Numerics.Kernels;

/// <summary>
/// A block of rows as <see cref="PackedTree"/> compares them; reused from block to block by one thread.
/// </summary>
public sealed class RowKeys
{
    /// <summary>Rows of a block; fewer may be filled in.</summary>
    public const int Capacity = TreeWalk.Block;

    /// <summary>Room for one block.</summary>
    /// <param name="features">F, not negative.</param>
    public RowKeys(int features)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(features);
        Features = features;
        Keys = new int[2 * Math.Max(1, features) * Capacity]; // a lone leaf looks at slot 0 without any feature
    }

    /// <summary>Numbers of a row.</summary>
    public int Features { get; }

    internal int[] Keys { get; }

    internal int[] Places { get; } = new int[Capacity];

    /// <summary>Takes over a block of rows.</summary>
    /// <param name="rows">[count, F]; NaN where missing.</param>
    /// <param name="count">At most <see cref="Capacity"/>.</param>
    public void Fill(ReadOnlySpan<float> rows, int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Capacity);
        OrderedKeys.Fill(rows, count, Features, Capacity, Keys);
    }
}
