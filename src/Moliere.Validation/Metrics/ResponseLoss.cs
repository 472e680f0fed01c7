using Moliere.Data.Objects;

namespace Moliere.Validation.Metrics;

/// <summary>Losses of a method on a sample as one number, for <see cref="PermutationImportance"/>.</summary>
public static class ResponseLoss
{
    /// <summary>
    /// (Q84 - Q16) / (2 Q50) of R / R_pred: the relative resolution, which a few lost objects do not move.
    /// </summary>
    /// <param name="target">True response of each row; rows that are not finite and positive are left out.</param>
    /// <param name="predictions">What the method says.</param>
    /// <param name="weights">Event weights; null means 1.</param>
    public static double Resolution(float[] target, Predictions predictions, float[]? weights = null)
    {
        int[] rows = BinnedRows.Valid(target);
        float[] ones = weights ?? [.. Enumerable.Repeat(1f, target.Length)];
        var sorted = new SortedSample(
            rows, row => target[row] / predictions.Response[row], ones, new int[target.Length]);
        CentralQuantiles core = sorted.Quantiles([], out _);
        return core.Width / core.Q50;
    }

    /// <summary>
    /// Mean of -ln of the predicted density of ln R at the true response, each cut off at <paramref name="most"/>. Of
    /// the logarithm, so that it does not change when the measured momentum in R is itself shuffled.
    /// </summary>
    /// <param name="target">True response of each row; rows that are not finite and positive are left out.</param>
    /// <param name="predictions">Of a method with uncertainty.</param>
    /// <param name="threads">Threads to use; the result does not depend on it.</param>
    /// <param name="weights">Event weights; null means 1.</param>
    /// <param name="most">Largest loss of a row: 20 is 6 standard deviations of a normal law.</param>
    public static double Likelihood(
        float[] target, Predictions predictions, int threads, float[]? weights = null, double most = 20)
    {
        PredictedDistribution law = predictions.Distribution
            ?? DistributionScores.Normal(
                predictions.Response, [.. target.Select((_, row) => (float)predictions.SigmaTotal(row))]);
        double[] scores = DistributionScores.NegativeLogLikelihood(target, law, threads);
        double sum = 0, total = 0;
        foreach (int row in BinnedRows.Valid(target))
        {
            double weight = weights?[row] ?? 1;
            if (predictions.Status[row] == CalibrationStatus.Calibrated && !double.IsNaN(scores[row]))
            {
                sum += weight * Math.Min(most, scores[row] - Math.Log(target[row]));
                total += weight;
            }
        }

        return sum / total;
    }
}
