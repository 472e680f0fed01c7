namespace Moliere.Calibration.InSitu;

/// <summary>
/// sqrt(1 - rho) with the correlation rho of ln p of the two jets over events: blind to offset and slope, and 1 or
/// undefined, never 0, for a constant prediction.
/// </summary>
/// <source>Physics notes section 2.4; Hotelling, Biometrika 28 (1936) 321: canonical correlation.</source>
internal static class CorrelationTerm
{
    // Below this variance of ln p there is nothing to correlate: a spread of 1e-6.
    private const double SmallestVariance = 1e-12;

    /// <summary>The term; a factor times its derivative is added to the gradient of the batch.</summary>
    /// <returns>1 where a momentum varies by nothing; NaN where one has no logarithm.</returns>
    public static double Add(DijetBatch batch, double factor)
    {
        (double total, double mean1, double mean2) = Means(batch);
        double v11 = 0, v22 = 0, v12 = 0;
        for (int e = 0; e < batch.Events; e++)
        {
            (double d1, double d2) = Deviations(batch, e, mean1, mean2);
            double share = batch.Weight[2 * e] / total;
            (v11, v22, v12) = (v11 + (share * d1 * d1), v22 + (share * d2 * d2), v12 + (share * d1 * d2));
        }

        if (v11 < SmallestVariance || v22 < SmallestVariance)
        {
            return 1;
        }

        double rho = v12 / Math.Sqrt(v11 * v22), value = Math.Sqrt(Math.Max(1 - rho, 1e-12));
        double outer = -factor / (2 * value * Math.Sqrt(v11 * v22));
        for (int e = 0; e < batch.Events; e++)
        {
            (double d1, double d2) = Deviations(batch, e, mean1, mean2);
            double share = outer * batch.Weight[2 * e] / total;
            batch.Gradient[2 * e] += share * (d2 - (v12 / v11 * d1)) / batch.Momentum[2 * e];
            batch.Gradient[(2 * e) + 1] += share * (d1 - (v12 / v22 * d2)) / batch.Momentum[(2 * e) + 1];
        }

        return value;
    }

    private static (double Total, double Mean1, double Mean2) Means(DijetBatch batch)
    {
        double total = 0, sum1 = 0, sum2 = 0;
        for (int e = 0; e < batch.Events; e++)
        {
            double weight = batch.Weight[2 * e];
            total += weight;
            sum1 += weight * Math.Log(batch.Momentum[2 * e]);
            sum2 += weight * Math.Log(batch.Momentum[(2 * e) + 1]);
        }

        return (total, sum1 / total, sum2 / total);
    }

    private static (double First, double Second) Deviations(DijetBatch batch, int e, double mean1, double mean2) =>
        (Math.Log(batch.Momentum[2 * e]) - mean1, Math.Log(batch.Momentum[(2 * e) + 1]) - mean2);
}
