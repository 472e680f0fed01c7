using Moliere.Data.Objects;

namespace Moliere.Learning.Tabular;

/// <summary>
/// The target brought to mean 0 and spread 1 on the training rows, or its decimal logarithm: what a network learns.
/// </summary>
public sealed record TargetScaling
{
    private const double SmallestSpread = 1e-9;

    /// <summary>The target itself or its decimal logarithm.</summary>
    public required ResponseScale Scale { get; init; }

    /// <summary>Mean over the training rows.</summary>
    public required double Mean { get; init; }

    /// <summary>Standard deviation over the training rows, positive.</summary>
    public required double Sigma { get; init; }

    /// <summary>Finds mean and spread over some rows; absolute weights count, as for features.</summary>
    /// <param name="target">One value per row of the table.</param>
    /// <param name="rows">Training rows.</param>
    /// <param name="weights">One weight per row of the table; null for equal ones.</param>
    /// <param name="scale">The logarithm needs positive targets.</param>
    /// <exception cref="ArgumentException">
    /// A target is not finite, not positive where its logarithm is asked for, or all are the same.
    /// </exception>
    public static TargetScaling Fit(float[] target, ReadOnlySpan<int> rows, float[]? weights, ResponseScale scale)
    {
        double total = 0, first = 0, second = 0;
        foreach (int row in rows)
        {
            double weight = Math.Abs(weights?[row] ?? 1), value = Checked(target[row], row, scale);
            double offset = value - Checked(target[rows[0]], rows[0], scale);
            (total, first, second) = (total + weight, first + (weight * offset), second + (weight * offset * offset));
        }

        double shift = first / total, spread = Math.Sqrt(Math.Max(0, (second / total) - (shift * shift)));
        double mean = Checked(target[rows[0]], rows[0], scale) + shift;
        return spread > SmallestSpread * Math.Abs(mean)
            ? new() { Scale = scale, Mean = mean, Sigma = spread }
            : throw new ArgumentException(
                $"The target is {target[rows[0]]} in all {rows.Length} training rows; there is nothing to learn.");
    }

    /// <summary>The number a network learns.</summary>
    /// <param name="target">In the unit of the data.</param>
    public float Standard(float target) => (float)((InScale(target) - Mean) / Sigma);

    /// <summary>A predicted mean back on the scale, not yet out of the logarithm.</summary>
    /// <param name="standard">What a network predicts.</param>
    public double Unscaled(double standard) => Mean + (Sigma * standard);

    private double InScale(double value) => Scale == ResponseScale.Log10 ? Math.Log10(value) : value;

    private static double Checked(float value, int row, ResponseScale scale)
    {
        if (!float.IsFinite(value) || (scale == ResponseScale.Log10 && !(value > 0)))
        {
            string expected = scale == ResponseScale.Log10 ? "a positive number" : "a finite number";
            throw new ArgumentException($"The target is {value} in row {row}, expected {expected}.");
        }

        return scale == ResponseScale.Log10 ? Math.Log10(value) : value;
    }
}
