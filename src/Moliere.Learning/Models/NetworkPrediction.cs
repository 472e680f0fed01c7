using Moliere.Numerics.Special;

namespace Moliere.Learning.Models;

/// <summary>
/// What a network, a Bayesian network or an ensemble says about N rows, in the unit of its target. With mean mu_w and
/// variance s_w² of draw or member w: sigma_stat² = variance over w of mu_w, sigma_syst² = mean over w of s_w².
/// </summary>
/// <source>Bollweg et al., arXiv:1904.10004, equations 14-16.</source>
public sealed record NetworkPrediction
{
    private const int BlockRows = 1024;

    /// <summary>Number K of normal densities of the predicted distribution.</summary>
    public required int Components { get; init; }

    /// <summary>
    /// [N, 3 K]: the predicted distribution of each row, statistical part included; K shares, K means, K sigmas.
    /// </summary>
    public required float[] Mixture { get; init; }

    /// <summary>[N]: mean over draws or members of their means.</summary>
    public required float[] Mean { get; init; }

    /// <summary>[N]: what more training data would cure; null for a single network.</summary>
    public float[]? SigmaStat { get; init; }

    /// <summary>[N]: spread that more data would not cure; null for networks that predict a point.</summary>
    public float[]? SigmaSyst { get; init; }

    /// <summary>Number of rows N.</summary>
    public int RowCount => Mean.Length;

    /// <summary>One value per row.</summary>
    /// <param name="central">Which.</param>
    /// <param name="threads">At least 1; does not change the result.</param>
    /// <returns>[N]; NaN where an output was not finite.</returns>
    public float[] Values(CentralValue central, int threads)
    {
        if (central == CentralValue.Mean || SigmaSyst is null)
        {
            return Mean;
        }

        var values = new float[RowCount];
        int blocks = (RowCount + BlockRows - 1) / BlockRows, width = 3 * Components;
        Parallel.For(0, blocks, new ParallelOptions { MaxDegreeOfParallelism = threads }, block =>
        {
            for (int row = block * BlockRows; row < Math.Min(RowCount, (block + 1) * BlockRows); row++)
            {
                var mixture = new NormalMixture(Mixture.AsSpan(row * width, width));
                values[row] = (float)(central == CentralValue.Mode ? mixture.Mode() : mixture.Quantile(0.5));
            }
        });
        return values;
    }

    /// <summary>Room for a prediction with a statistical part.</summary>
    internal static NetworkPrediction Empty(int rows, Losses.Loss loss) => new()
    {
        Components = loss.Components,
        Mixture = new float[rows * 3 * loss.Components],
        Mean = new float[rows],
        SigmaStat = new float[rows],
        SigmaSyst = loss.HasSpread ? new float[rows] : null,
    };

    /// <summary>The prediction of one network from its raw outputs.</summary>
    /// <param name="outputs">[N, O].</param>
    /// <param name="rows">N.</param>
    /// <param name="loss">What the outputs mean.</param>
    public static NetworkPrediction OfOutputs(ReadOnlySpan<float> outputs, int rows, Losses.Loss loss)
    {
        int width = 3 * loss.Components;
        float[] mixtures = new float[rows * width], means = new float[rows];
        float[]? sigmas = loss.HasSpread ? new float[rows] : null;
        for (int row = 0; row < rows; row++)
        {
            Span<float> own = mixtures.AsSpan(row * width, width);
            loss.Decode(outputs.Slice(row * loss.OutputCount, loss.OutputCount), own);
            var mixture = new NormalMixture(own);
            means[row] = (float)mixture.Mean();
            if (sigmas is not null)
            {
                sigmas[row] = (float)Math.Sqrt(mixture.Variance());
            }
        }

        return new() { Components = loss.Components, Mixture = mixtures, Mean = means, SigmaSyst = sigmas };
    }
}
