namespace Moliere.Learning.Trees.Objectives;

/// <summary>(m - y)²/2.</summary>
/// <source>arXiv:1603.02754, section 2.2.</source>
internal readonly struct SquaredLoss : IMarginLoss
{
    /// <inheritdoc/>
    public int MarginCount => 1;

    /// <inheritdoc/>
    public double Row(ReadOnlySpan<float> margins, float target, Span<float> pairs)
    {
        float residual = margins[0] - target;
        (pairs[0], pairs[1]) = (residual, 1);
        return 0.5 * residual * residual;
    }

    /// <inheritdoc/>
    public void Start(TreeRows rows, Span<float> start) => start[0] = (float)TargetMoments.Mean(rows);

    /// <inheritdoc/>
    public string? Objection(float target) => null;
}
