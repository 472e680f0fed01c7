using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Tagging.Decorrelation;

/// <summary>
/// Minus G^-1(F(x | m)): a variable x brought from its distribution F among quark and gluon jets of a mass to that of
/// all of them, G, so that every mass has one shape. F is linear in the mass between the middles of its bins.
/// </summary>
/// <param name="Name">In recipes, figures and metrics.</param>
/// <param name="Column">The variable, D2.</param>
/// <param name="Middles">Mean mass of each bin [GeV], ascending.</param>
/// <param name="Quantiles">Of the variable in each bin, at equal steps of the share from 0 to 1.</param>
/// <param name="Pooled">The same of all quark and gluon jets.</param>
/// <source>arXiv:1710.06859, section 4.2, equation 4.5, with the measured distributions themselves instead of a
/// convolution with a shape function.</source>
public sealed record MorphedDiscriminant(
    string Name, string Column, double[] Middles, double[][] Quantiles, double[] Pooled) : IDiscriminant
{
    /// <inheritdoc/>
    public bool IsProbability => false;

    /// <inheritdoc/>
    public float[] Score(Table jets, int threads)
    {
        float[] values = jets.Floats(Column), mass = jets.Floats(BoostedJetColumns.Mass);
        return [.. values.Select((value, row) => (float)-Morphed(value, mass[row]))];
    }

    // Beyond the first and last quantile values keep their distance to it, so that their order stays.
    private double Morphed(double value, double mass)
    {
        if (!double.IsFinite(value) || !double.IsFinite(mass))
        {
            return double.NaN;
        }

        int upper = Array.FindIndex(Middles, middle => middle >= mass), last = Middles.Length - 1;
        int high = upper < 0 ? last : upper, low = upper < 0 ? last : Math.Max(0, upper - 1);
        double share = low == high ? 0 : (mass - Middles[low]) / (Middles[high] - Middles[low]);
        double[] local = [.. Quantiles[low].Zip(Quantiles[high], (a, b) => a + (share * (b - a)))];
        return value <= local[0] ? Pooled[0] + value - local[0]
            : value >= local[^1] ? Pooled[^1] + value - local[^1]
            : At(Pooled, Position(local, value));
    }

    private static double Position(double[] quantiles, double value)
    {
        int low = 0, high = quantiles.Length - 1;
        while (high - low > 1)
        {
            int middle = (low + high) / 2;
            (low, high) = quantiles[middle] <= value ? (middle, high) : (low, middle);
        }

        double step = quantiles[high] - quantiles[low];
        return low + (step > 0 ? (value - quantiles[low]) / step : 0.5);
    }

    private static double At(double[] quantiles, double position)
    {
        int low = Math.Min((int)position, quantiles.Length - 2);
        return quantiles[low] + ((position - low) * (quantiles[low + 1] - quantiles[low]));
    }
}
