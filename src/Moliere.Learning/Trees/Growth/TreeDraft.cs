namespace Moliere.Learning.Trees.Growth;

/// <summary>A tree to which nodes are still added; every node starts as a leaf.</summary>
internal sealed class TreeDraft
{
    private readonly List<int> _feature = [], _left = [], _right = [];
    private readonly List<float> _threshold = [], _value = [], _gain = [], _cover = [];
    private readonly List<bool> _missingLeft = [];

    /// <summary>Adds a leaf.</summary>
    /// <returns>Its number.</returns>
    public int Add(float value, float cover)
    {
        _feature.Add(-1);
        _left.Add(-1);
        _right.Add(-1);
        _threshold.Add(0);
        _value.Add(value);
        _gain.Add(0);
        _cover.Add(cover);
        _missingLeft.Add(false);
        return _feature.Count - 1;
    }

    /// <summary>Makes a leaf a node.</summary>
    public void Split(int node, NodeSplit split, float threshold, int left, int right)
    {
        _feature[node] = split.Feature;
        _threshold[node] = threshold;
        (_left[node], _right[node]) = (left, right);
        _missingLeft[node] = split.MissingLeft;
        _gain[node] = (float)split.Gain;
    }

    /// <summary>Replaces the value of a leaf.</summary>
    public void SetValue(int node, float value) => _value[node] = value;

    /// <summary>Value of a node.</summary>
    public float Value(int node) => _value[node];

    /// <summary>The tree as it is now.</summary>
    public Tree ToTree() => new()
    {
        Feature = [.. _feature],
        Threshold = [.. _threshold],
        Left = [.. _left],
        Right = [.. _right],
        MissingLeft = [.. _missingLeft],
        Value = [.. _value],
        Gain = [.. _gain],
        Cover = [.. _cover],
    };
}
