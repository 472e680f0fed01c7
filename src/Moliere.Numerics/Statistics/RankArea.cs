namespace Moliere.Numerics.Statistics;

/// <summary>
/// Area under the receiver operating curve of two weighted samples: the probability that a member of the first scores
/// higher than one of the second, equal scores counted half.
/// </summary>
/// <source>Hanley, McNeil, Radiology 143 (1982) 29, equation 1.</source>
public static class RankArea
{
    /// <summary>The area, 0.5 for samples of one distribution.</summary>
    /// <param name="first">Scores of signal, finite.</param>
    /// <param name="firstWeights">As many, with a positive sum; empty for all 1.</param>
    /// <param name="second">Scores of background, finite.</param>
    /// <param name="secondWeights">As many, with a positive sum; empty for all 1.</param>
    /// <exception cref="ArgumentException">
    /// An empty sample, a score that is not a number, or weights without sum.
    /// </exception>
    public static double Of(
        ReadOnlySpan<float> first, ReadOnlySpan<float> firstWeights,
        ReadOnlySpan<float> second, ReadOnlySpan<float> secondWeights)
    {
        var signal = new WeightedScores(first, firstWeights);
        var background = new WeightedScores(second, secondWeights);
        double area = 0, below = 0;
        int at = 0;
        for (int i = 0; i < signal.Count;)
        {
            float score = signal.Score(i);
            double own = 0, equal = 0;
            for (; i < signal.Count && signal.Score(i) == score; i++)
            {
                own += signal.Weight(i);
            }

            for (; at < background.Count && background.Score(at) <= score; at++)
            {
                _ = background.Score(at) == score
                    ? equal += background.Weight(at)
                    : below += background.Weight(at);
            }

            area += own * (below + (0.5 * equal));
            below += equal;
        }

        return area / (signal.Sum * background.Sum);
    }
}
