namespace Moliere.Numerics.Statistics;

/// <summary>
/// Largest distance of the distribution functions of two weighted samples, the Kolmogorov-Smirnov statistic.
/// </summary>
/// <source>Smirnov, Ann. Math. Stat. 19 (1948) 279.</source>
public static class KolmogorovDistance
{
    /// <summary>The distance, in [0, 1] for weights that are not negative.</summary>
    /// <param name="first">Values, finite.</param>
    /// <param name="firstWeights">As many, with a positive sum; empty for all 1.</param>
    /// <param name="second">Values, finite.</param>
    /// <param name="secondWeights">As many, with a positive sum; empty for all 1.</param>
    /// <exception cref="ArgumentException">
    /// An empty sample, a value that is not a number, or weights without sum.
    /// </exception>
    public static double Of(
        ReadOnlySpan<float> first, ReadOnlySpan<float> firstWeights,
        ReadOnlySpan<float> second, ReadOnlySpan<float> secondWeights)
    {
        var one = new WeightedScores(first, firstWeights);
        var two = new WeightedScores(second, secondWeights);
        double below = 0, belowTwo = 0, distance = 0;
        for (int i = 0, j = 0; i < one.Count || j < two.Count;)
        {
            float value = i < one.Count && (j == two.Count || one.Score(i) <= two.Score(j))
                ? one.Score(i)
                : two.Score(j);
            for (; i < one.Count && one.Score(i) == value; i++)
            {
                below += one.Weight(i);
            }

            for (; j < two.Count && two.Score(j) == value; j++)
            {
                belowTwo += two.Weight(j);
            }

            distance = Math.Max(distance, Math.Abs((below / one.Sum) - (belowTwo / two.Sum)));
        }

        return distance;
    }

    /// <summary>
    /// Distance above which two samples of one distribution are seldom found, 2 sqrt((n + m) / (n m)).
    /// </summary>
    /// <param name="first">Size n of the first sample, or its effective size.</param>
    /// <param name="second">Size m of the second.</param>
    public static double Flag(double first, double second) => 2 * Math.Sqrt((first + second) / (first * second));
}
