using Moliere.Learning.Losses;
using Moliere.Learning.Models;

namespace Moliere.Learning.Tabular;

/// <summary>
/// The predicted distribution of a Bayesian network without approximation: the mixture of all densities of all its
/// draws, where <see cref="NetworkPrediction"/> keeps one density per component of the loss. Tables are small enough.
/// </summary>
/// <source>Blundell et al., arXiv:1505.05424, section 3.1: the predictive density as a mean over draws.</source>
internal static class ExactMixture
{
    /// <summary>Numbers beyond which the approximation is kept: a quarter of a gigabyte.</summary>
    private const long MostNumbers = 1L << 26;

    /// <summary>The prediction with the exact mixture where it fits in memory.</summary>
    /// <param name="network">The trained network.</param>
    /// <param name="features">[N, F].</param>
    /// <param name="prediction">What the network says itself.</param>
    /// <param name="loss">What the outputs mean.</param>
    /// <param name="threads">At least 1; does not change the result.</param>
    public static NetworkPrediction Of(
        BayesianMlp network, float[] features, NetworkPrediction prediction, Loss loss, int threads)
    {
        int draws = network.Options.Draws, rows = prediction.RowCount, k = loss.Components * draws;
        if (!loss.HasSpread || (long)rows * 3 * k > MostNumbers)
        {
            return prediction;
        }

        var drawn = new Mlp(network.InputCount, network.Shape, network.OutputCount, 0);
        float[] outputs = new float[rows * network.OutputCount], mixture = new float[rows * 3 * k];
        for (int draw = 0; draw < draws; draw++)
        {
            network.Draw(draw, drawn.Parameters);
            drawn.Predict(features, rows, outputs, threads);
            for (int row = 0; row < rows; row++)
            {
                Place(
                    loss, outputs.AsSpan(row * network.OutputCount, network.OutputCount),
                    mixture.AsSpan(row * 3 * k, 3 * k), draw, draws);
            }
        }

        return prediction with { Components = k, Mixture = mixture };
    }

    // One draw's shares, means and sigmas among those of all draws.
    private static void Place(Loss loss, ReadOnlySpan<float> outputs, Span<float> mixture, int draw, int draws)
    {
        int own = loss.Components, all = own * draws;
        Span<float> decoded = stackalloc float[3 * own];
        loss.Decode(outputs, decoded);
        for (int i = 0; i < own; i++)
        {
            int at = (draw * own) + i;
            mixture[at] = decoded[i] / draws;
            mixture[all + at] = decoded[own + i];
            mixture[(2 * all) + at] = decoded[(2 * own) + i];
        }
    }
}
