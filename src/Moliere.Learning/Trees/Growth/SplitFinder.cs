using System.Runtime.InteropServices;

namespace Moliere.Learning.Trees.Growth;

/// <summary>
/// Finds the best split of a node by one feature: every cut in order, with missing values to the right and, where the
/// node has some, to the left. Equal gains go to the lower bin, and to the right for missing values.
/// </summary>
/// <param name="weights">Value and worth of leaves.</param>
/// <param name="minChildWeight">Least curvature of a child; it has to be positive in any case.</param>
/// <source>arXiv:1603.02754, section 3.4, algorithm 3.</source>
internal readonly struct SplitFinder(LeafWeights weights, double minChildWeight)
{
    private readonly long _minCurvature =
        (long)Math.Max(1, Math.Min(Math.Ceiling(minChildWeight / weights.CurvatureStep), long.MaxValue / 2));

    /// <summary>The best split, <see cref="NodeSplit.None"/> if no cut is allowed or saves anything.</summary>
    /// <param name="sums">Sums of each bin [256, 2].</param>
    /// <param name="feature">Its number.</param>
    /// <param name="cuts">How it is cut.</param>
    /// <param name="node">Sums and bounds of the node.</param>
    /// <param name="direction">1 if predictions rise with the feature, -1 if they fall, 0 if free.</param>
    public NodeSplit Find(
        ReadOnlySpan<long> sums, int feature, FeatureCuts cuts, in NodeState node, int direction)
    {
        ReadOnlySpan<GradientSum> bins = MemoryMarshal.Cast<long, GradientSum>(sums);
        GradientSum missing = cuts.HasMissing ? bins[FeatureCuts.MissingBin] : default;
        NodeSplit best = Scan(bins[..cuts.Cuts.Length], default, node, direction);
        if (missing != default)
        {
            NodeSplit left = Scan(bins[..cuts.Cuts.Length], missing, node, direction);
            best = left.Gain > best.Gain ? left with { MissingLeft = true } : best;
        }
        else
        {
            // Nothing was learned about missing values: they follow the heavier child.
            best = best with { MissingLeft = 2 * best.Left.Curvature > node.Sum.Curvature };
        }

        return best.Feature < 0 ? NodeSplit.None : best with { Feature = feature };
    }

    private NodeSplit Scan(ReadOnlySpan<GradientSum> bins, GradientSum left, in NodeState node, int direction) =>
        node.IsBounded || direction != 0 ? ScanBounded(bins, left, node, direction) : ScanFree(bins, left, node);

    private NodeSplit ScanFree(ReadOnlySpan<GradientSum> bins, GradientSum left, in NodeState node)
    {
        NodeSplit best = NodeSplit.None;
        double parent = node.Worth;
        for (int bin = 0; bin < bins.Length; bin++)
        {
            if (bins[bin] == default && bin > 0)
            {
                continue; // No rows: the gain of the bin before once more.
            }

            left += bins[bin];
            GradientSum right = node.Sum - left;
            if (left.Curvature < _minCurvature || right.Curvature < _minCurvature)
            {
                continue;
            }

            double gain = weights.Worth(left) + weights.Worth(right) - parent;
            if (gain > best.Gain)
            {
                best = new(0, bin, false, gain, left);
            }
        }

        return best;
    }

    private NodeSplit ScanBounded(
        ReadOnlySpan<GradientSum> bins, GradientSum left, in NodeState node, int direction)
    {
        NodeSplit best = NodeSplit.None;
        for (int bin = 0; bin < bins.Length; bin++)
        {
            if (bins[bin] == default && bin > 0)
            {
                continue; // No rows: the gain of the bin before once more.
            }

            left += bins[bin];
            GradientSum right = node.Sum - left;
            if (left.Curvature < _minCurvature || right.Curvature < _minCurvature)
            {
                continue;
            }

            double low = weights.Value(left, node.Bounds), high = weights.Value(right, node.Bounds);
            double gain = weights.Worth(left, low) + weights.Worth(right, high) - node.Worth;
            if (gain > best.Gain && direction * (high - low) >= 0)
            {
                best = new(0, bin, false, gain, left);
            }
        }

        return best;
    }
}
