using Moliere.Learning.Trees.Growth;

namespace Moliere.Learning.Trees.Objectives;

/// <summary>
/// p (y - m) above the margin, (1 - p)(m - y) below. Its curvature is nowhere, so that trees are shaped by gradients of
/// curvature 1 and each leaf then takes the quantile of its residuals.
/// </summary>
/// <param name="probability">p, inside (0, 1).</param>
/// <source>Koenker, Bassett, Econometrica 46 (1978) 33; leaves: Friedman, Ann. Statist. 29 (2001) 1189, section
/// 4.2.</source>
internal readonly struct QuantileLoss(double probability) : IMarginLoss, ILeafRefit
{
    /// <inheritdoc/>
    public int MarginCount => 1;

    /// <inheritdoc/>
    public double Row(ReadOnlySpan<float> margins, float target, Span<float> pairs)
    {
        double residual = (double)target - margins[0];
        (pairs[0], pairs[1]) = ((float)(residual > 0 ? -probability : 1 - probability), 1);
        return residual > 0 ? probability * residual : (probability - 1) * residual;
    }

    /// <inheritdoc/>
    public void Start(TreeRows rows, Span<float> start) => start[0] = TargetQuantile.Of(rows, probability);

    /// <inheritdoc/>
    public string? Objection(float target) => null;

    /// <inheritdoc/>
    public float Refit(TreeRows rows, ReadOnlySpan<int> leaf, ReadOnlySpan<float> margins)
    {
        if (leaf.IsEmpty)
        {
            return 0; // no row of the round's share came here: the tree says nothing
        }

        var words = new ulong[leaf.Length];
        for (int i = 0; i < leaf.Length; i++)
        {
            words[i] = KeyedRows.Pack(rows.Targets[leaf[i]] - margins[leaf[i]], leaf[i]);
        }

        return TargetQuantile.Of(words, rows, probability);
    }
}
