namespace Moliere.Data.Features;

/// <summary>
/// Mean and spread of one transformed feature over the rows of a sample, which come piece by piece: once for the mean,
/// then once more for the spread. However it is cut, a sample gives the same bits.
/// </summary>
internal sealed class Standardisation(Feature feature)
{
    // Spread below this share of the size of the values is the rounding of single precision, not information.
    private const double SmallestSpread = 1e-7;

    private double _sumW;
    private double _sumWx;
    private double _squares;
    private double _mean;
    private long _rows;

    public void AddToMean(double[] values, ReadOnlySpan<int> rows, float[]? weights)
    {
        _rows += rows.Length;
        foreach (int row in rows)
        {
            double x = feature.Apply(values[row]), w = WeightOf(row, weights);
            if (double.IsFinite(x))
            {
                (_sumW, _sumWx) = (_sumW + w, _sumWx + (w * x));
            }
        }
    }

    /// <summary>Fixes the mean; refuses a feature that is finite nowhere.</summary>
    public void EndMean()
    {
        if (!(_sumW > 0))
        {
            throw new ArgumentException(
                $"Feature '{feature.Name}' ({feature.Expression}) is finite in none of the {_rows} "
                + "training rows with weight.");
        }

        _mean = _sumWx / _sumW;
    }

    public void AddToSpread(double[] values, ReadOnlySpan<int> rows, float[]? weights)
    {
        foreach (int row in rows)
        {
            double d = feature.Apply(values[row]) - _mean;
            _squares += double.IsFinite(d) ? WeightOf(row, weights) * d * d : 0;
        }
    }

    public FittedFeature Fitted()
    {
        double sigma = Math.Sqrt(_squares / _sumW);
        return new()
        {
            Feature = feature,
            Mean = _mean,
            Sigma = sigma > SmallestSpread * Math.Abs(_mean) ? sigma : 1,
        };
    }

    private static double WeightOf(int row, float[]? weights) => weights is null ? 1 : Math.Abs(weights[row]);
}
