namespace Moliere.Learning.Trees.Growth;

/// <summary>What the search for a split has to know about a node.</summary>
/// <param name="Sum">Gradient and curvature of its rows.</param>
/// <param name="Bounds">Between which values its leaves stay.</param>
/// <param name="Worth">Its worth as a leaf.</param>
internal readonly record struct NodeState(GradientSum Sum, ValueBounds Bounds, double Worth)
{
    /// <summary>Whether some monotone feature was split above.</summary>
    public bool IsBounded => Bounds != ValueBounds.None;
}
