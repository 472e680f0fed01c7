using Moliere.Numerics.Kernels;

namespace Moliere.Learning.Trees.Objectives;

/// <summary>-ln p of the label's side with p = 1/(1 + exp(-m)), for labels 0 and 1.</summary>
/// <source>Friedman, Hastie, Tibshirani, Ann. Statist. 28 (2000) 337, section 3.</source>
internal readonly struct LogisticLoss : IMarginLoss, IBlockLoss
{
    private const double LeastShare = 1e-6; // of a label: bounds the start at 14 where a label is missing

    /// <inheritdoc/>
    public int MarginCount => 1;

    /// <inheritdoc/>
    public double Row(ReadOnlySpan<float> margins, float target, Span<float> pairs) =>
        LogisticRows.Fill(margins, [target], [], pairs);

    /// <inheritdoc/>
    public double Fill(
        ReadOnlySpan<float> margins, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights, Span<float> pairs) =>
        LogisticRows.Fill(margins, targets, weights, pairs);

    /// <inheritdoc/>
    public void Start(TreeRows rows, Span<float> start)
    {
        double share = Math.Clamp(TargetMoments.Mean(rows), LeastShare, 1 - LeastShare);
        start[0] = (float)Math.Log(share / (1 - share));
    }

    /// <inheritdoc/>
    public string? Objection(float target) => target is 0 or 1 ? null : "0 or 1";
}
