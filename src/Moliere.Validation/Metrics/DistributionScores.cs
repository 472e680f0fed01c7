using Moliere.Data.Objects;
using Moliere.Numerics.Special;

namespace Moliere.Validation.Metrics;

/// <summary>
/// How well predicted distributions describe what was observed, row by row. All three are over the quantity R itself,
/// also where the mixture is over its logarithm, so that methods can be compared. Rows are independent of each other
/// and of the number of threads; a row whose target or parameters are not finite gives NaN.
/// </summary>
public static class DistributionScores
{
    private const int RowsAtATime = 256;

    /// <summary>
    /// Probability integral transform: the predicted probability of a value below the observed one, in [0, 1]; uniform
    /// when the predicted distributions are right.
    /// </summary>
    /// <param name="target">Observed value of each row, <c>[N]</c>.</param>
    /// <param name="distribution">What was predicted, N rows.</param>
    /// <param name="threads">Threads to use.</param>
    /// <exception cref="ArgumentException">The numbers of rows differ.</exception>
    /// <source>Dawid, J. R. Stat. Soc. A 147 (1984) 278, section 5.3.</source>
    public static double[] Pit(float[] target, PredictedDistribution distribution, int threads) =>
        Rows(target, distribution, threads, (y, row, scale) => new NormalMixture(row).Probability(Place(y, scale)));

    /// <summary>
    /// Continuous ranked probability score, in the unit of R: 0 for certainty about the right value, |error| for
    /// certainty about another. Linear and decimal-logarithmic mixtures are both scored over R.
    /// </summary>
    /// <param name="target">Observed value of each row, <c>[N]</c>.</param>
    /// <param name="distribution">What was predicted, N rows.</param>
    /// <param name="threads">Threads to use.</param>
    /// <exception cref="ArgumentException">The numbers of rows differ.</exception>
    /// <source>Grimit et al., Q. J. R. Meteorol. Soc. 132 (2006) 2925, equation 5.</source>
    public static double[] Crps(float[] target, PredictedDistribution distribution, int threads) =>
        Rows(target, distribution, threads, (y, row, scale) => new MixtureDistance(row).Score(y, scale));

    /// <summary>
    /// Minus the natural logarithm of the predicted density of R at the observed value; a mixture over log10 R carries
    /// the factor 1 / (R ln 10). Infinite where a logarithmic mixture meets a target that is not positive.
    /// </summary>
    /// <param name="target">Observed value of each row, <c>[N]</c>.</param>
    /// <param name="distribution">What was predicted, N rows.</param>
    /// <param name="threads">Threads to use.</param>
    /// <exception cref="ArgumentException">The numbers of rows differ.</exception>
    /// <source>Good, J. R. Stat. Soc. B 14 (1952) 107, section 8: the logarithmic score.</source>
    public static double[] NegativeLogLikelihood(float[] target, PredictedDistribution distribution, int threads) =>
        Rows(target, distribution, threads, LogScore);

    /// <summary>
    /// The normal law that a value with a standard deviation stands for; how methods without a distribution are scored.
    /// A sigma that is not positive gives NaN.
    /// </summary>
    /// <param name="value">Predicted value of each row, <c>[N]</c>.</param>
    /// <param name="sigma">Its standard deviation, <c>[N]</c>.</param>
    public static PredictedDistribution Normal(float[] value, float[] sigma)
    {
        var parameters = new float[3 * value.Length];
        for (int row = 0; row < value.Length; row++)
        {
            parameters[3 * row] = 1;
            parameters[(3 * row) + 1] = value[row];
            parameters[(3 * row) + 2] = sigma[row] > 0 ? sigma[row] : float.NaN;
        }

        return new() { Scale = ResponseScale.Linear, Components = 1, Parameters = parameters };
    }

    private delegate double Score(double target, ReadOnlySpan<float> parameters, ResponseScale scale);

    private static double[] Rows(float[] target, PredictedDistribution distribution, int threads, Score score)
    {
        int width = 3 * distribution.Components;
        if (distribution.Parameters.Length != target.Length * width)
        {
            throw new ArgumentException(
                $"found {distribution.Parameters.Length / width} predicted distributions for {target.Length} targets");
        }

        var scores = new double[target.Length];
        int parts = (target.Length + RowsAtATime - 1) / RowsAtATime;
        Parallel.For(0, parts, new() { MaxDegreeOfParallelism = Math.Max(1, threads) }, part =>
        {
            for (int row = part * RowsAtATime; row < Math.Min(target.Length, (part + 1) * RowsAtATime); row++)
            {
                ReadOnlySpan<float> parameters = distribution.Of(row);
                scores[row] = float.IsFinite(target[row]) && AreFinite(parameters)
                    ? score(target[row], parameters, distribution.Scale)
                    : double.NaN;
            }
        });
        return scores;
    }

    private static double LogScore(double target, ReadOnlySpan<float> parameters, ResponseScale scale)
    {
        if (scale == ResponseScale.Log10 && !(target > 0))
        {
            return double.PositiveInfinity;
        }

        double jacobian = scale == ResponseScale.Linear ? 0 : Math.Log(target * Math.Log(10));
        return jacobian - new NormalMixture(parameters).LogDensity(Place(target, scale));
    }

    private static double Place(double target, ResponseScale scale) =>
        scale == ResponseScale.Linear ? target : target > 0 ? Math.Log10(target) : double.NegativeInfinity;

    private static bool AreFinite(ReadOnlySpan<float> parameters)
    {
        foreach (float parameter in parameters)
        {
            if (!float.IsFinite(parameter))
            {
                return false;
            }
        }

        return true;
    }
}
