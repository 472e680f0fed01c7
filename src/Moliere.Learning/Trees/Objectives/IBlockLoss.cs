namespace Moliere.Learning.Trees.Objectives;

/// <summary>A loss with one margin that a kernel knows for many rows at once.</summary>
internal interface IBlockLoss
{
    /// <summary>Weighted sum of losses, with gradients and curvatures times weight.</summary>
    /// <param name="margins">[n].</param>
    /// <param name="targets">[n].</param>
    /// <param name="weights">[n], or empty for all 1.</param>
    /// <param name="pairs">Receives [n, 2].</param>
    public double Fill(
        ReadOnlySpan<float> margins, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights, Span<float> pairs);
}
