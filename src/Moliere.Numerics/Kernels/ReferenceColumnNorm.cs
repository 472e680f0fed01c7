namespace Moliere.Numerics.Kernels;

/// <summary>
/// The definition of <see cref="ColumnNorm"/> and <see cref="RowNorm"/>: one series of numbers in double precision.
/// </summary>
internal static class ReferenceColumnNorm
{
    /// <summary>y = g (x - mean) / sqrt(variance + epsilon) + b, with the biased variance of the series.</summary>
    public static double[] Apply(double[] x, double epsilon, double g, double b)
    {
        double mean = x.Average(), variance = x.Average(value => (value - mean) * (value - mean));
        return [.. x.Select(value => (g * (value - mean) / Math.Sqrt(variance + epsilon)) + b)];
    }
}
