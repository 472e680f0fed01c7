using Moliere.Data.Objects;
using Moliere.Numerics.Statistics;

namespace Moliere.Validation.Metrics;

/// <summary>
/// Judges predictions of any quantity on rows whose true value is known: sizes of the errors for every method, and for
/// those that predict a distribution whether it can be believed. Bits do not depend on the number of threads.
/// </summary>
/// <source>
/// Gneiting and Raftery, J. Am. Stat. Assoc. 102 (2007) 359, sections 4.1 and 4.2: logarithmic and ranked score.
/// </source>
public static class RegressionScores
{
    // Central parts of a distribution: one and (rounded, as coverage is usually quoted) two standard deviations.
    private const double OneSigma = 0.6826894921370859, NearlyAll = 0.95;

    /// <summary>The figures of one test part, in the order of <see cref="RegressionMetric.All"/>.</summary>
    /// <param name="target">Observed values, finite, <c>[N]</c>.</param>
    /// <param name="weights">Weights with a positive sum; null for all 1.</param>
    /// <param name="predictions">What the method says, N rows; rows that it could not predict are left out.</param>
    /// <param name="threads">Threads to use.</param>
    /// <returns>Names and values; NaN where there is no row, no metric of spread for methods without one.</returns>
    public static IReadOnlyList<(string Metric, double Value)> Of(
        float[] target, float[]? weights, Predictions predictions, int threads)
    {
        double Weight(int row) => weights?[row] ?? 1;
        int[] rows = [.. Enumerable.Range(0, target.Length)
            .Where(row => predictions.Status[row] == CalibrationStatus.Calibrated)];
        double Difference(int row) => (double)predictions.Response[row] - target[row];
        double Mean(Func<int, double> of) => rows.Sum(row => Weight(row) * of(row)) / rows.Sum(Weight);
        var figures = new List<(string, double)>
        {
            (RegressionMetric.RootMeanSquare, Math.Sqrt(Mean(row => Difference(row) * Difference(row)))),
            (RegressionMetric.MeanAbsolute, Mean(row => Math.Abs(Difference(row)))),
            (RegressionMetric.Bias, Mean(Difference)),
        };
        if (predictions.Distribution is not { } distribution)
        {
            return figures;
        }

        double[] nll = DistributionScores.NegativeLogLikelihood(target, distribution, threads);
        double[] crps = DistributionScores.Crps(target, distribution, threads);
        double[] pit = DistributionScores.Pit(target, distribution, threads);
        figures.Add((MetricName.NegativeLogLikelihood, Mean(row => nll[row])));
        figures.Add((MetricName.Crps, Mean(row => crps[row])));
        figures.Add((MetricName.Coverage68, Mean(row => IsCentral(pit[row], OneSigma))));
        figures.Add((MetricName.Coverage95, Mean(row => IsCentral(pit[row], NearlyAll))));
        figures.AddRange(Spreads(rows, weights, Difference, predictions));
        return figures;
    }

    private static double IsCentral(double pit, double part) => Math.Abs(pit - 0.5) <= 0.5 * part ? 1 : 0;

    private static (string Metric, double Value)[] Spreads(
        int[] rows, float[]? weights, Func<int, double> difference, Predictions predictions)
    {
        double[] pulls = Core(row => difference(row) / predictions.SigmaTotal(row));
        return
        [
            (MetricName.PullMean, pulls[1]),
            (MetricName.PullWidth, 0.5 * (pulls[2] - pulls[0])),
            (MetricName.Sharpness, Core(predictions.SigmaTotal)[1]),
            (MetricName.SigmaStat, predictions.SigmaStat is { } stat ? Core(row => stat[row])[1] : 0),
            (MetricName.SigmaSyst, Core(row => predictions.SigmaSyst![row])[1]),
        ];

        double[] Core(Func<int, double> of)
        {
            float[] values = Array.ConvertAll(rows, row => (float)of(row));
            float[] own = Array.ConvertAll(rows, row => weights?[row] ?? 1);
            Array.Sort(values, own);
            var quantiles = new double[3];
            if (values.Length > 0)
            {
                WeightedQuantile.OfSorted(values, own, CentralQuantiles.Probabilities, quantiles);
            }
            else
            {
                quantiles.AsSpan().Fill(double.NaN);
            }

            return quantiles;
        }
    }
}
