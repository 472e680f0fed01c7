using Moliere.Learning.Losses;
using Moliere.Learning.Models;

namespace Moliere.Tagging.Inference;

/// <summary>
/// Bins by a network: with several outputs the largest one names the bin, with one output, a logit, its probability is
/// cut into equal bins.
/// </summary>
/// <param name="network">Takes scaled events.</param>
/// <param name="bins">K; as many as the network has outputs if it has more than one.</param>
/// <source>de Castro and Dorigo, arXiv:1806.04743, equation 4 and section 5.1.</source>
public sealed class NetworkSummary(Mlp network, int bins) : ISummary
{
    /// <inheritdoc/>
    public int BinCount => bins;

    /// <summary>The network.</summary>
    public Mlp Network => network;

    /// <inheritdoc/>
    public void Assign(ReadOnlySpan<float> events, Span<int> assigned, int threads)
    {
        const int size = SyntheticMixture.FeatureCount;
        float[] scaled = events.ToArray(), outputs = new float[assigned.Length * network.OutputCount];
        for (int row = 0; row < assigned.Length; row++)
        {
            SyntheticMixture.ScaleInPlace(scaled.AsSpan(row * size, size));
        }

        network.Predict(scaled, assigned.Length, outputs, threads);
        for (int row = 0; row < assigned.Length; row++)
        {
            ReadOnlySpan<float> own = outputs.AsSpan(row * network.OutputCount, network.OutputCount);
            assigned[row] = network.OutputCount > 1 ? SummaryLoss.Largest(own)
                : Math.Min(bins - 1, (int)(bins * BinaryCrossEntropy.Probability(own[0])));
        }
    }
}
