namespace Moliere.Validation.Metrics;

/// <summary>
/// Slope of the median linearity against the mean of the variable in each bin, by least squares with the rows of a
/// bin as its weight; the same fit in every replica gives the error, correlations between bins included.
/// </summary>
internal static class LinearitySlope
{
    /// <summary>Fits the line; null with fewer than two filled bins.</summary>
    /// <param name="centres">Mean of the variable per bin.</param>
    /// <param name="entries">Rows per bin.</param>
    /// <param name="medians">Median linearity per bin; null for bins without a value.</param>
    /// <param name="replicas">Number of replicas.</param>
    public static ReplicaSeries? Fit(double[] centres, int[] entries, ReplicaSeries?[] medians, int replicas)
    {
        if (medians.Count(series => series is not null) < 2)
        {
            return null;
        }

        var slope = new ReplicaSeries(replicas);
        for (int replica = -1; replica < replicas; replica++)
        {
            double[] values = Array.ConvertAll(
                medians, series => series is null ? double.NaN : replica < 0 ? series.Value : series.Replicas[replica]);
            slope.Set(replica, Line(centres, values, entries));
        }

        return slope;
    }

    private static double Line(double[] x, double[] y, int[] weight)
    {
        double sum = 0, sumX = 0, sumY = 0, sumXX = 0, sumXY = 0;
        for (int i = 0; i < x.Length; i++)
        {
            if (double.IsFinite(y[i]))
            {
                double w = weight[i];
                (sum, sumX, sumY) = (sum + w, sumX + (w * x[i]), sumY + (w * y[i]));
                (sumXX, sumXY) = (sumXX + (w * x[i] * x[i]), sumXY + (w * x[i] * y[i]));
            }
        }

        return ((sum * sumXY) - (sumX * sumY)) / ((sum * sumXX) - (sumX * sumX));
    }
}
