using Moliere.Numerics.Random;

namespace Moliere.Numerics.Fits;

/// <summary>Parameters of a fitted model with their covariance and how well the model describes the data.</summary>
public sealed record FitResult
{
    /// <summary>Best parameters, in the order of the model.</summary>
    public required double[] Parameters { get; init; }

    /// <summary>Covariance of the parameters; NaN where the data do not determine them.</summary>
    public required double[,] Covariance { get; init; }

    /// <summary>
    /// Deviance at the best parameters: chi squared of measured values, twice the logarithm of the likelihood ratio of
    /// counts.
    /// </summary>
    public required double Deviance { get; init; }

    /// <summary>Measurements minus parameters.</summary>
    public required int Freedom { get; init; }

    /// <summary>Whether the steps became negligible before their number ran out.</summary>
    public required bool IsConverged { get; init; }

    /// <summary>Standard error of a parameter.</summary>
    /// <param name="index">Place in the list of parameters.</param>
    public double Error(int index) => Math.Sqrt(Covariance[index, index]);

    /// <summary>Parameters that another sample of the same size might have given: moved by normal variates with the
    /// covariance of the fit; the best parameters where that is not known.</summary>
    /// <param name="rng">Stream.</param>
    public double[] Vary(ref Rng rng)
    {
        double[] moved = [.. Parameters], variates = new double[Parameters.Length];
        for (int i = 0; i < variates.Length; i++)
        {
            variates[i] = rng.NextGaussian();
        }

        double[,]? factor = NormalMatrix.Factor(Covariance);
        for (int i = 0; i < moved.Length && factor is not null; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                moved[i] += factor[i, j] * variates[j];
            }
        }

        return moved;
    }
}
