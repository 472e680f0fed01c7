namespace Moliere.Learning.Trees.Growth;

/// <summary>A way to split a node.</summary>
/// <param name="Feature">By which feature; -1 for none.</param>
/// <param name="Bin">Last bin that goes left.</param>
/// <param name="MissingLeft">Where rows without the feature go.</param>
/// <param name="Gain">G_L²/(H_L + lambda) + G_R²/(H_R + lambda) - G²/(H + lambda).</param>
/// <param name="Left">Sums of the rows that go left.</param>
internal readonly record struct NodeSplit(int Feature, int Bin, bool MissingLeft, double Gain, GradientSum Left)
{
    /// <summary>No way to split.</summary>
    public static NodeSplit None { get; } = new(-1, 0, false, 0, default);
}
