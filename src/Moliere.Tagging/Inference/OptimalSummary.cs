using Moliere.Learning.Losses;

namespace Moliere.Tagging.Inference;

/// <summary>Equal bins of the optimal classifier f_s / (f_s + f_b), known from the densities.</summary>
/// <param name="bins">K, at least 2.</param>
/// <source>de Castro and Dorigo, arXiv:1806.04743, equation 22.</source>
public sealed class OptimalSummary(int bins) : ISummary
{
    /// <inheritdoc/>
    public int BinCount => bins;

    /// <inheritdoc/>
    public void Assign(ReadOnlySpan<float> events, Span<int> assigned, int threads)
    {
        for (int row = 0; row < assigned.Length; row++)
        {
            ReadOnlySpan<float> x = events.Slice(row * SyntheticMixture.FeatureCount, SyntheticMixture.FeatureCount);
            double probability = BinaryCrossEntropy.Probability(SyntheticMixture.LogRatio(x[0], x[1], x[2]));
            assigned[row] = Math.Min(bins - 1, (int)(bins * probability));
        }
    }
}
