using Moliere.Numerics.Workers;

namespace Moliere.Learning.Trees.Growth;

/// <summary>
/// Searches the histograms of nodes for their best splits, each feature by itself; equal gains go to the lower feature.
/// </summary>
internal sealed class SplitSearch(FeatureCuts[] cuts, BoostingOptions options, WorkerTeam team)
{
    private readonly int _features = cuts.Length;

    /// <summary>Whether predictions rise (1) or fall (-1) with a feature; 0 for whatever.</summary>
    public int DirectionOf(int feature) => options.Monotone.Count == 0 ? 0 : options.Monotone[feature];

    /// <summary>Finds the best split of a root.</summary>
    /// <param name="root">With its histogram.</param>
    /// <param name="weights">Value and worth of leaves.</param>
    /// <param name="columns">Whether a feature may be used [F].</param>
    public void Search(GrowingNode root, LeafWeights weights, bool[] columns)
    {
        var found = new NodeSplit[_features];
        team.Deal(_features, (feature, _) =>
        {
            if (columns[feature])
            {
                found[feature] = Find(root, root.Histogram!, feature, weights);
            }
        });
        Array.ForEach(found, split => Offer(root, split));
    }

    /// <summary>Finds the best splits of siblings; the larger one takes over the histogram of the parent.</summary>
    /// <param name="pairs">The smaller ones with their histograms.</param>
    /// <param name="weights">Value and worth of leaves.</param>
    /// <param name="columns">Whether a feature may be used [F].</param>
    public void Search(List<Siblings> pairs, LeafWeights weights, bool[] columns)
    {
        var found = new (NodeSplit Small, NodeSplit Large)[pairs.Count * _features];
        team.Deal(found.Length, (i, _) =>
        {
            (Siblings pair, int feature) = (pairs[i / _features], i % _features);
            if (columns[feature])
            {
                pair.Parent.Histogram!.Subtract(feature, pair.Small.Histogram!);
                found[i] = (
                    Find(pair.Small, pair.Small.Histogram!, feature, weights),
                    Find(pair.Large, pair.Parent.Histogram!, feature, weights));
            }
        });

        for (int i = 0; i < found.Length; i++)
        {
            Offer(pairs[i / _features].Small, found[i].Small);
            Offer(pairs[i / _features].Large, found[i].Large);
        }

        foreach (Siblings pair in pairs)
        {
            (pair.Large.Histogram, pair.Parent.Histogram) = (pair.Parent.Histogram, null);
        }
    }

    private NodeSplit Find(GrowingNode node, NodeHistogram histogram, int feature, LeafWeights weights) =>
        new SplitFinder(weights, options.MinChildWeight).Find(
            histogram.Feature(feature), feature, cuts[feature], node.State, DirectionOf(feature));

    private static void Offer(GrowingNode node, NodeSplit split)
    {
        if (split.Gain > node.Split.Gain)
        {
            node.Split = split;
        }
    }
}
