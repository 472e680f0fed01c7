using Moliere.Learning.Losses;
using Moliere.Numerics.Autodiff;

namespace Moliere.Learning.Models;

/// <summary>
/// Predictions of a Bayesian network from one pass of means and variances; see <see cref="MomentPass"/> for what passes
/// and <see cref="DeltaMethod"/> for what becomes of the outputs.
/// </summary>
/// <source>Hernandez-Lobato and Adams, arXiv:1502.05336, section 3.</source>
internal static class OnePass
{
    /// <summary>Predicts all rows; threads do not change the result.</summary>
    public static NetworkPrediction Predict(
        BayesianMlp model, ReadOnlyMemory<float> features, int rows, Loss loss, int threads)
    {
        NetworkPrediction prediction = NetworkPrediction.Empty(rows, loss);
        var weights = new MomentParameters(model.Tape, model.Parameters);
        const int size = Lanes.MaximumRows;
        Parallel.For(
            0,
            (rows + size - 1) / size,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            () => new MomentPass(weights),
            (block, _, pass) =>
            {
                int first = block * size, count = Math.Min(size, rows - first);
                pass.Run(features.Span.Slice(first * model.InputCount, count * model.InputCount), count);
                DeltaMethod.Write(pass, count, loss, prediction, first);
                return pass;
            },
            _ => { });
        return prediction;
    }
}
