namespace Moliere.Learning.Trees.Objectives;

/// <summary>What boosting minimises, over many rows: a formula of one row with its loops.</summary>
internal abstract class Objective
{
    private protected Objective()
    {
    }

    /// <summary>Number of margins K.</summary>
    public abstract int MarginCount { get; }

    /// <summary>Replaces the values of grown leaves by the best ones; null where they are good as they are.</summary>
    public virtual ILeafRefit? Refit => null;

    /// <summary>The objective that options name.</summary>
    /// <param name="options">With the constants of the loss.</param>
    /// <param name="train">Rows that say how wide the targets are spread.</param>
    public static Objective Of(BoostingOptions options, TreeRows train) => options.Objective switch
    {
        TreeObjective.Squared => new Objective<SquaredLoss>(new()),
        TreeObjective.Logistic => new Objective<LogisticLoss>(new()),
        TreeObjective.MultiClass => new Objective<SoftmaxLoss>(new(options.Classes)),
        TreeObjective.Huber => new Objective<HuberLoss>(new(options.Delta)),
        TreeObjective.Quantile => new Objective<QuantileLoss>(new(options.Probability)),
        TreeObjective.Gaussian => new Objective<GaussianLoss>(GaussianLoss.Of(train)),
        _ => throw new ArgumentOutOfRangeException(nameof(options), options.Objective, "Not a known objective."),
    };

    /// <summary>Where margins start.</summary>
    public abstract float[] Start(TreeRows rows);

    /// <summary>Gradients and curvatures of rows, weighted.</summary>
    /// <param name="margins">[n, K].</param>
    /// <param name="targets">[n].</param>
    /// <param name="weights">[n], or empty for all 1.</param>
    /// <param name="pairs">Receives [K, n, 2], with a stride between the margins.</param>
    /// <param name="stride">Numbers from the pairs of a margin to those of the next.</param>
    /// <returns>Weighted sum of the losses.</returns>
    public abstract double Fill(
        ReadOnlySpan<float> margins, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights, Span<float> pairs,
        int stride);

    /// <summary>Refuses targets that the loss is not made for.</summary>
    /// <param name="rows">Rows to look at.</param>
    /// <param name="name">What they are called in the sentence.</param>
    /// <exception cref="ArgumentException">A target is none; the sentence names the row.</exception>
    public abstract void Check(TreeRows rows, string name);
}

/// <summary>The loops around the loss of a row.</summary>
/// <param name="loss">Of one row.</param>
internal sealed class Objective<T>(T loss) : Objective
    where T : struct, IMarginLoss
{
    /// <inheritdoc/>
    public override int MarginCount => loss.MarginCount;

    /// <inheritdoc/>
    public override ILeafRefit? Refit => loss as ILeafRefit;

    /// <inheritdoc/>
    public override float[] Start(TreeRows rows)
    {
        var start = new float[MarginCount];
        loss.Start(rows, start);
        return start;
    }

    /// <inheritdoc/>
    public override double Fill(
        ReadOnlySpan<float> margins, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights, Span<float> pairs,
        int stride)
    {
        if (loss is IBlockLoss block)
        {
            return block.Fill(margins, targets, weights, pairs);
        }

        int count = loss.MarginCount;
        Span<float> own = new float[2 * count];
        double sum = 0;
        for (int row = 0; row < targets.Length; row++)
        {
            double value = loss.Row(margins.Slice(row * count, count), targets[row], own);
            float weight = weights.IsEmpty ? 1 : weights[row];
            sum += weight * value;
            for (int k = 0, to = 2 * row; k < count; k++, to += stride)
            {
                (pairs[to], pairs[to + 1]) = (weight * own[2 * k], weight * own[(2 * k) + 1]);
            }
        }

        return sum;
    }

    /// <inheritdoc/>
    public override void Check(TreeRows rows, string name)
    {
        for (int row = 0; row < rows.RowCount; row++)
        {
            if (loss.Objection(rows.Targets[row]) is { } expected)
            {
                throw new ArgumentException(
                    $"Target {rows.Targets[row]} in row {row} of the {name} rows is not {expected}.");
            }
        }
    }
}
