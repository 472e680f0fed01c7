namespace Moliere.Numerics.Statistics;

/// <summary>
/// Quantiles of weighted samples. A row stands at the middle of its weight on the cumulative axis and values are
/// interpolated linearly in between; with negative weights the first crossing counts; rows of weight 0 do not exist.
/// </summary>
/// <source>
/// Hyndman and Fan, Am. Stat. 50 (1996) 361, definition 5, where rows of weight 1 stand at (k - 1/2) / n.
/// </source>
public static class WeightedQuantile
{
    /// <summary>Quantiles of values in any order; NaN when the total weight is not positive.</summary>
    /// <param name="values">Finite values.</param>
    /// <param name="weights">Weight of each value.</param>
    /// <param name="probabilities">In [0, 1].</param>
    public static double[] Of(
        ReadOnlySpan<float> values, ReadOnlySpan<float> weights, ReadOnlySpan<double> probabilities)
    {
        float[] sorted = values.ToArray(), own = weights.ToArray();
        Array.Sort(sorted, own);
        var result = new double[probabilities.Length];
        OfSorted(sorted, own, probabilities, result);
        return result;
    }

    /// <summary>Quantiles of sorted values; NaN when the total weight is not positive.</summary>
    /// <param name="sorted">Values, ascending.</param>
    /// <param name="weights">Weight of each value.</param>
    /// <param name="probabilities">In [0, 1].</param>
    /// <param name="result">One quantile per probability.</param>
    public static void OfSorted(
        ReadOnlySpan<float> sorted,
        ReadOnlySpan<float> weights,
        ReadOnlySpan<double> probabilities,
        Span<double> result)
    {
        var cumulative = new double[sorted.Length + 1];
        bool isMonotone = true;
        for (int i = 0; i < sorted.Length; i++)
        {
            cumulative[i + 1] = cumulative[i] + weights[i];
            isMonotone &= weights[i] >= 0;
        }

        for (int i = 0; i < probabilities.Length; i++)
        {
            result[i] = OfCumulative(sorted, cumulative, isMonotone, probabilities[i]);
        }
    }

    /// <summary>One quantile from cumulative weights; NaN when the total weight is not positive.</summary>
    /// <param name="sorted">Values, ascending, at least one where the total weight is positive.</param>
    /// <param name="cumulative">Weight of the first i values at index i, one element longer than the values.</param>
    /// <param name="isMonotone">Whether no weight is negative, which allows bisection.</param>
    /// <param name="probability">In [0, 1].</param>
    public static double OfCumulative(
        ReadOnlySpan<float> sorted, ReadOnlySpan<double> cumulative, bool isMonotone, double probability)
    {
        double total = cumulative[^1];
        if (!(total > 0))
        {
            return double.NaN;
        }

        // Twice the middle of row i is cumulative[i] + cumulative[i + 1]; comparing doubled numbers saves the halving.
        double target = 2 * probability * total;
        int at = isMonotone ? Bisect(cumulative, target) : Scan(cumulative, target);
        int before = at - 1;
        while (at < sorted.Length && cumulative[at + 1] == cumulative[at])
        {
            at++;
        }

        while (before >= 0 && cumulative[before + 1] == cumulative[before])
        {
            before--;
        }

        if (at == sorted.Length || before < 0)
        {
            return sorted[at == sorted.Length ? before : at];
        }

        double low = cumulative[before] + cumulative[before + 1], high = cumulative[at] + cumulative[at + 1];
        return sorted[before] + ((target - low) / (high - low) * (sorted[at] - sorted[before]));
    }

    private static int Scan(ReadOnlySpan<double> cumulative, double target)
    {
        int row = 0;
        while (row < cumulative.Length - 1
            && (cumulative[row] + cumulative[row + 1] < target || cumulative[row] == cumulative[row + 1]))
        {
            row++;
        }

        return row;
    }

    private static int Bisect(ReadOnlySpan<double> cumulative, double target)
    {
        int low = 0, high = cumulative.Length - 1;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (cumulative[middle] + cumulative[middle + 1] < target)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
