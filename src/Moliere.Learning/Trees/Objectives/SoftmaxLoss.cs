namespace Moliere.Learning.Trees.Objectives;

/// <summary>-ln p of the class with p_k = exp(m_k) / sum of exp(m_j), for classes 0 to K - 1.</summary>
/// <source>
/// Friedman, Ann. Statist. 29 (2001) 1189, section 4.6. The curvature is twice p (1 - p): the coupling of the K
/// margins, which their trees ignore, makes steps of p (1 - p) too long.
/// </source>
internal readonly struct SoftmaxLoss(int classes) : IMarginLoss
{
    private const double LeastShare = 1e-6; // of a class: bounds the start where a class is missing
    private const float LeastCurvature = 1e-16f; // above 0: steps stay finite where p rounds to 0 or 1

    /// <inheritdoc/>
    public int MarginCount => classes;

    /// <inheritdoc/>
    public double Row(ReadOnlySpan<float> margins, float target, Span<float> pairs)
    {
        float largest = margins[0], sum = 0;
        for (int k = 1; k < margins.Length; k++)
        {
            largest = MathF.Max(largest, margins[k]);
        }

        for (int k = 0; k < margins.Length; k++)
        {
            float share = MathF.Exp(margins[k] - largest);
            pairs[2 * k] = share;
            sum += share;
        }

        int own = (int)target;
        for (int k = 0; k < margins.Length; k++)
        {
            float share = pairs[2 * k] / sum;
            pairs[2 * k] = k == own ? share - 1 : share;
            pairs[(2 * k) + 1] = MathF.Max(2 * share * (1 - share), LeastCurvature);
        }

        return MathF.Log(sum) + largest - margins[own];
    }

    /// <inheritdoc/>
    public void Start(TreeRows rows, Span<float> start)
    {
        for (int k = 0; k < classes; k++)
        {
            double share = TargetMoments.MeanOf(rows, target => (int)target == k ? 1 : 0);
            start[k] = (float)Math.Log(Math.Clamp(share, LeastShare, 1));
        }
    }

    /// <inheritdoc/>
    public string? Objection(float target) =>
        target >= 0 && target < classes && target == (int)target ? null : $"a class number from 0 to {classes - 1}";
}
