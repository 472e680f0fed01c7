namespace Moliere.Data.Features;

/// <summary>Mean and spread of one transformed feature over the rows of a sample.</summary>
internal static class Standardisation
{
    // Spread below this share of the size of the values is the rounding of single precision, not information.
    private const double SmallestSpread = 1e-7;

    public static FittedFeature Fit(Feature feature, double[] values, ReadOnlySpan<int> rows, float[]? weights)
    {
        double sumW = 0, sumWx = 0;
        foreach (int row in rows)
        {
            double x = feature.Apply(values[row]), w = WeightOf(row, weights);
            if (double.IsFinite(x))
            {
                (sumW, sumWx) = (sumW + w, sumWx + (w * x));
            }
        }

        if (!(sumW > 0))
        {
            throw new ArgumentException(
                $"Feature '{feature.Name}' ({feature.Expression}) is finite in none of the {rows.Length} "
                + "training rows with weight.");
        }

        double mean = sumWx / sumW, sigma = Spread(feature, values, rows, weights, mean, sumW);
        return new() { Feature = feature, Mean = mean, Sigma = sigma > SmallestSpread * Math.Abs(mean) ? sigma : 1 };
    }

    private static double Spread(
        Feature feature, double[] values, ReadOnlySpan<int> rows, float[]? weights, double mean, double sumW)
    {
        double sum = 0;
        foreach (int row in rows)
        {
            double d = feature.Apply(values[row]) - mean;
            sum += double.IsFinite(d) ? WeightOf(row, weights) * d * d : 0;
        }

        return Math.Sqrt(sum / sumW);
    }

    private static double WeightOf(int row, float[]? weights) => weights is null ? 1 : Math.Abs(weights[row]);
}
