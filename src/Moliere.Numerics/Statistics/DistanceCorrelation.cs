namespace Moliere.Numerics.Statistics;

/// <summary>
/// Squared distance correlation of two weighted samples: 0 only if they are independent, 1 if one is a linear function
/// of the other. With distances a = |x_i - x_j|, b = |y_i - y_j| and weights of sum 1,
/// dCov² = sum w w a b - 2 sum w abar bbar + amean bmean, dCor² = dCov²(x, y) / sqrt(dCov²(x, x) dCov²(y, y)).
/// Everything follows from sums over rows sorted by x or y and from one tree of partial sums: O(N log N).
/// </summary>
/// <source>Székely, Rizzo, Bakirov, arXiv:0803.4101, definitions 4 and 5; Huo, Székely, arXiv:1410.1503, section 2, for
/// sums in O(N log N); weights as in arXiv:2001.05310, equation 2.6.</source>
public static class DistanceCorrelation
{
    /// <summary>The squared correlation, in [0, 1] up to rounding; 0 where a sample is constant.</summary>
    /// <param name="x">[N], finite.</param>
    /// <param name="y">[N], finite.</param>
    /// <param name="weights">[N], not negative, with a positive sum; empty for equal ones.</param>
    /// <exception cref="ArgumentException">Lengths disagree, or weights have no positive sum.</exception>
    public static double Squared(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> weights) =>
        Squared(x, y, weights, []);

    /// <summary>The squared correlation and its derivative by each y.</summary>
    /// <param name="x">[N], finite.</param>
    /// <param name="y">[N], finite.</param>
    /// <param name="weights">[N], not negative, with a positive sum; empty for equal ones.</param>
    /// <param name="gradient">
    /// [N], filled; empty for none. Equal y do not push each other; 0 where a sample is constant.
    /// </param>
    /// <exception cref="ArgumentException">Lengths disagree, or weights have no positive sum.</exception>
    public static double Squared(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> weights, Span<double> gradient)
    {
        gradient.Clear();
        if (x.Length != y.Length || (!weights.IsEmpty && weights.Length != x.Length))
        {
            throw new ArgumentException($"{x.Length} x, {y.Length} y and {weights.Length} weights do not pair up.");
        }

        double[] shares = Shares(weights, x.Length);
        var first = new DistanceSums(x, shares);
        var second = new DistanceSums(y, shares);
        double scale = Math.Sqrt(first.Variance * second.Variance);
        if (!(scale > 0))
        {
            return 0;
        }

        double[] slopes = CrossSlopes(first, second, shares);
        double covariance = Covariance(first, second, slopes, shares);
        if (!gradient.IsEmpty)
        {
            Fill(first, second, slopes, shares, covariance / second.Variance, gradient);
            foreach (ref double derivative in gradient)
            {
                derivative /= scale;
            }
        }

        return covariance / scale;
    }

    private static double[] Shares(ReadOnlySpan<double> weights, int count)
    {
        var shares = new double[count];
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            shares[i] = weights.IsEmpty ? 1 : weights[i];
            sum += shares[i];
        }

        if (!(sum > 0))
        {
            throw new ArgumentException($"The weights of {count} rows sum to {sum}; a positive sum is needed.");
        }

        for (int i = 0; i < count; i++)
        {
            shares[i] /= sum;
        }

        return shares;
    }

    // sum over j of w_j |x_i - x_j| sign(y_i - y_j) of each i. The sum w w a b is linear in y within an order, so its
    // derivative by y_i is 2 w_i times this, and it is itself the sum over i of y_i times that derivative.
    // Rows come in rising x; a tree over the ranks of y holds the sums of w and w x of the rows so far, and what rows
    // behind contribute is what remains of the totals of the order in y.
    private static double[] CrossSlopes(DistanceSums first, DistanceSums second, double[] shares)
    {
        var tree = new PartialSums(second.RankCount);
        var slopes = new double[shares.Length];
        double weightBefore = 0, momentBefore = 0;
        foreach (int row in first.Order)
        {
            double x = first.Values[row], weight = shares[row];
            (double lowerWeight, double lowerMoment) = tree.Below(second.Ranks[row]);
            (double equalWeight, double equalMoment) = tree.Below(second.Ranks[row] + 1);
            double higherWeight = weightBefore - equalWeight, higherMoment = momentBefore - equalMoment;
            (double allLower, double allHigher) = second.WeightsBeside(row);
            (double allLowerMoment, double allHigherMoment) = second.MomentsBeside(row, first.Values);
            double before = (x * (lowerWeight - higherWeight)) - (lowerMoment - higherMoment);
            double weightBehind = allLower - lowerWeight - (allHigher - higherWeight);
            double momentBehind = allLowerMoment - lowerMoment - (allHigherMoment - higherMoment);
            slopes[row] = before + momentBehind - (x * weightBehind);
            tree.Add(second.Ranks[row], weight, weight * x);
            weightBefore += weight;
            momentBefore += weight * x;
        }

        return slopes;
    }

    private static double Covariance(DistanceSums first, DistanceSums second, double[] slopes, double[] shares)
    {
        double sum = 0;
        for (int i = 0; i < shares.Length; i++)
        {
            sum += 2 * shares[i] * ((second.Values[i] * slopes[i]) - (first.Means[i] * second.Means[i]));
        }

        return sum + (first.Mean * second.Mean);
    }

    // d dCov²(x, y) - ratio / 2 d dCov²(y, y), where sum w b² is 2 (mean of y² minus squared mean).
    private static void Fill(
        DistanceSums first, DistanceSums second, double[] slopes, double[] shares, double ratio, Span<double> gradient)
    {
        double[] crossed = second.SignedSums(first.Means), own = second.SignedSums(second.Means);
        for (int i = 0; i < shares.Length; i++)
        {
            (double lower, double higher) = second.WeightsBeside(i);
            double sign = lower - higher;
            double covariance = slopes[i] - (first.Means[i] * sign) - crossed[i] + (first.Mean * sign);
            double variance = (2 * second.Values[i]) - (2 * ((second.Means[i] * sign) + own[i]))
                + (2 * second.Mean * sign);
            gradient[i] = 2 * shares[i] * (covariance - (0.5 * ratio * variance));
        }
    }
}
