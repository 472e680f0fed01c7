namespace Moliere.Validation.Metrics;

/// <summary>
/// Quantiles of weighted samples. A row stands at the middle of its weight on the cumulative axis and values are interpolated
/// linearly in between; with negative weights the first crossing counts; rows of weight 0 do not exist.
/// </summary>
public static class WeightedQuantile
{
    /// <summary>Quantiles of sorted values in one pass; NaN when the total weight is not positive.</summary>
    /// <param name="sorted">Values, ascending.</param>
    /// <param name="weights">Weight of each value.</param>
    /// <param name="probabilities">Ascending, in [0, 1].</param>
    /// <param name="result">One quantile per probability.</param>
    public static void OfSorted(
        ReadOnlySpan<float> sorted, ReadOnlySpan<float> weights, ReadOnlySpan<double> probabilities, Span<double> result)
    {
        double total = 0;
        foreach (float weight in weights)
        {
            total += weight;
        }

        OfSorted(sorted, weights, total, probabilities, result);
    }

    internal static void OfSorted(
        ReadOnlySpan<float> sorted,
        ReadOnlySpan<float> weights,
        double total,
        ReadOnlySpan<double> probabilities,
        Span<double> result)
    {
        result.Fill(double.NaN);
        if (!(total > 0))
        {
            return;
        }

        int next = 0;
        double below = 0, previousMiddle = double.NegativeInfinity, previous = double.NaN;
        double target = probabilities[0] * total;
        for (int i = 0; i < sorted.Length; i++)
        {
            double weight = weights[i];
            if (weight == 0)
            {
                continue;
            }

            double middle = below + (0.5 * weight);
            while (middle >= target)
            {
                double fraction = (target - previousMiddle) / (middle - previousMiddle);
                result[next++] = double.IsNaN(previous) ? sorted[i] : previous + (fraction * (sorted[i] - previous));
                if (next == probabilities.Length)
                {
                    return;
                }

                target = probabilities[next] * total;
            }

            below += weight;
            (previousMiddle, previous) = (middle, sorted[i]);
        }

        result[next..].Fill(previous);
    }
}
