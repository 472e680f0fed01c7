using Moliere.Numerics.Kernels;

namespace Moliere.Learning.Trees.Growth;

/// <summary>Gradient and curvature of each bin of each feature over the rows of a node.</summary>
/// <param name="blocks">Blocks of eight columns.</param>
internal sealed class NodeHistogram(int blocks)
{
    private readonly long[] _sums = new long[blocks * GradientHistogram.Length];

    /// <summary>Sums of one block [8, 256, 2].</summary>
    public Span<long> Block(int block) =>
        _sums.AsSpan(block * GradientHistogram.Length, GradientHistogram.Length);

    /// <summary>Sums of one feature [256, 2].</summary>
    public Span<long> Feature(int feature) =>
        _sums.AsSpan(feature * GradientHistogram.Bins * 2, GradientHistogram.Bins * 2);

    /// <summary>Adds what a worker has summed for itself.</summary>
    public void Add(int block, ReadOnlySpan<long> part) => IntegerSums.Add(Block(block), part);

    /// <summary>Turns the sums of a parent into those of the child whose sibling is given.</summary>
    public void Subtract(int feature, NodeHistogram sibling) =>
        IntegerSums.Subtract(Feature(feature), sibling.Feature(feature));
}
