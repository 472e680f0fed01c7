namespace Moliere.Learning.Trees.Objectives;

/// <summary>-ln p of the label's side with p = 1/(1 + exp(-m)), for labels 0 and 1.</summary>
/// <source>Friedman, Hastie, Tibshirani, Ann. Statist. 28 (2000) 337, section 3.</source>
internal readonly struct LogisticLoss : IMarginLoss
{
    private const double LeastShare = 1e-6; // of a label: bounds the start at 14 where a label is missing
    private const float LeastCurvature = 1e-16f; // keeps a row visible where p is 0 or 1 in single precision

    /// <inheritdoc/>
    public int MarginCount => 1;

    /// <inheritdoc/>
    public double Row(ReadOnlySpan<float> margins, float target, Span<float> pairs)
    {
        float small = MathF.Exp(-MathF.Abs(margins[0]));
        float share = small / (1 + small); // of the side that the margin does not favour
        bool isPositive = margins[0] >= 0, isSignal = target > 0.5f;
        pairs[0] = isPositive == isSignal ? (isSignal ? -share : share) : isSignal ? share - 1 : 1 - share;
        pairs[1] = MathF.Max(share * (1 - share), LeastCurvature);
        return MathF.Log(1 + small) + (isPositive == isSignal ? 0 : MathF.Abs(margins[0]));
    }

    /// <inheritdoc/>
    public void Start(TreeRows rows, Span<float> start)
    {
        double share = Math.Clamp(TargetMoments.Mean(rows), LeastShare, 1 - LeastShare);
        start[0] = (float)Math.Log(share / (1 - share));
    }

    /// <inheritdoc/>
    public string? Objection(float target) => target is 0 or 1 ? null : "0 or 1";
}
