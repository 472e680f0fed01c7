namespace Moliere.Learning.Trees;

/// <summary>How much the splits by one feature contribute to a model.</summary>
/// <source>XGBoost, documentation of Booster.get_score: weight, total_gain, total_cover, gain, cover.</source>
/// <param name="Feature">Name of the feature.</param>
/// <param name="Splits">Number of nodes that split by it; 0 for a feature that no tree looks at.</param>
/// <param name="TotalGain">Loss that these splits save together.</param>
/// <param name="TotalCover">Sum of the second derivatives of the rows that pass these splits.</param>
public sealed record SplitImportance(string Feature, int Splits, double TotalGain, double TotalCover)
{
    /// <summary>Loss that one split saves on average; 0 without splits.</summary>
    public double MeanGain => TotalGain / Math.Max(1, Splits);

    /// <summary>Second derivatives that pass one split on average; 0 without splits.</summary>
    public double MeanCover => TotalCover / Math.Max(1, Splits);

    /// <summary>Importance of all features, in the order of the model.</summary>
    /// <param name="model">Any model.</param>
    public static IReadOnlyList<SplitImportance> Of(BoostedTrees model)
    {
        int[] splits = new int[model.Features.Count];
        double[] gain = new double[splits.Length], cover = new double[splits.Length];
        foreach (Tree tree in model.Trees)
        {
            for (int node = 0; node < tree.NodeCount; node++)
            {
                if (tree.Feature[node] is >= 0 and int feature)
                {
                    splits[feature]++;
                    gain[feature] += tree.Gain[node];
                    cover[feature] += tree.Cover[node];
                }
            }
        }

        return [.. splits.Select((count, f) => new SplitImportance(model.Features[f], count, gain[f], cover[f]))];
    }
}
