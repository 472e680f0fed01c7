using Moliere.Numerics.Special;

namespace Moliere.Validation.Metrics;

/// <summary>
/// Two integrals of the standard normal law, tabulated: their exact forms cost an error function each, and scores of
/// mixtures need one per pair of components. Cubic Hermite interpolation keeps both within 1e-9.
/// </summary>
internal static class NormalIntegrals
{
    private const double End = 8; // beyond, both equal their asymptotes to 1e-15
    private const int PerUnit = 64;

    private static readonly double[] Distances = Tabulate(z => (2 * Density(z)) + (z * Exact(z)));
    private static readonly double[] Differences = Tabulate(Exact);
    private static readonly double[] Slopes = Tabulate(z => 2 * Density(z));

    /// <summary>Mean of |Z + z| for standard normal Z: 2 phi(z) + z (2 Phi(z) - 1).</summary>
    public static double MeanDistance(double z)
    {
        double size = Math.Abs(z);
        return size < End ? Interpolate(Distances, Differences, size) : size;
    }

    /// <summary>2 Phi(z) - 1, in [-1, 1].</summary>
    public static double Difference(double z)
    {
        double size = Math.Abs(z);
        return Math.CopySign(size < End ? Interpolate(Differences, Slopes, size) : 1, z);
    }

    private static double Interpolate(double[] values, double[] slopes, double z)
    {
        double place = z * PerUnit;
        int below = (int)place;
        double t = place - below, rest = 1 - t;
        return (rest * rest * (((1 + (2 * t)) * values[below]) + (t / PerUnit * slopes[below])))
            + (t * t * (((1 + (2 * rest)) * values[below + 1]) - (rest / PerUnit * slopes[below + 1])));
    }

    private static double[] Tabulate(Func<double, double> exact) =>
        [.. Enumerable.Range(0, (int)(End * PerUnit) + 2).Select(i => exact((double)i / PerUnit))];

    private static double Density(double z) => Math.Exp(-0.5 * z * z) / Math.Sqrt(2 * Math.PI);

    private static double Exact(double z) => ErrorFunction.Erf(z / Math.Sqrt(2));
}
