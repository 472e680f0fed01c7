namespace Moliere.Learning.Trees;

/// <summary>
/// One regression tree as flat arrays over its nodes, the root first and every parent before its children. A row goes
/// left where its feature lies below the threshold; where it is missing (NaN), to the side the node says.
/// </summary>
/// <source>arXiv:1603.02754, section 3.4 (default directions).</source>
public sealed record Tree
{
    /// <summary>Feature that a node splits by; -1 for a leaf.</summary>
    public required int[] Feature { get; init; }

    /// <summary>Threshold of a node; 0 for a leaf.</summary>
    public required float[] Threshold { get; init; }

    /// <summary>Left child of a node; -1 for a leaf.</summary>
    public required int[] Left { get; init; }

    /// <summary>Right child of a node; -1 for a leaf.</summary>
    public required int[] Right { get; init; }

    /// <summary>Whether rows without the feature go left.</summary>
    public required bool[] MissingLeft { get; init; }

    /// <summary>Value of a leaf, learning rate included; for a node the value it would have as a leaf.</summary>
    public required float[] Value { get; init; }

    /// <summary>Twice the loss that the split of a node saves, as XGBoost counts it; 0 for a leaf.</summary>
    public required float[] Gain { get; init; }

    /// <summary>Sum of the second derivatives of the rows in a node.</summary>
    public required float[] Cover { get; init; }

    /// <summary>Number of nodes, leaves included; at least 1.</summary>
    public int NodeCount => Feature.Length;

    /// <summary>The value of the leaf a row falls into; the slow definition of every faster evaluation.</summary>
    /// <param name="row">Features [F]; NaN where missing.</param>
    public float Evaluate(ReadOnlySpan<float> row)
    {
        int node = 0;
        while (Feature[node] >= 0)
        {
            float x = row[Feature[node]];
            bool isLeft = float.IsNaN(x) ? MissingLeft[node] : x < Threshold[node];
            node = isLeft ? Left[node] : Right[node];
        }

        return Value[node];
    }
}
