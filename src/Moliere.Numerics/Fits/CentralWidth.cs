namespace Moliere.Numerics.Fits;

/// <summary>
/// Half of the interval that holds the central 68 % of a sample, and the correlation that follows from such widths:
/// neither is moved by a few values far away.
/// </summary>
/// <source>
/// Correlation from the widths of sum and difference: Gnanadesikan, Kettenring, Biometrics 28 (1972) 81, equation 3.
/// </source>
public static class CentralWidth
{
    private const double Lower = 0.1587, Upper = 0.8413; // one standard deviation of a normal law to either side

    /// <summary>Half width, in the unit of the values; the standard deviation of a normal sample.</summary>
    /// <param name="values">At least one finite value; they are sorted in place.</param>
    public static double Of(double[] values)
    {
        Array.Sort(values);
        return 0.5 * (values[(int)(Upper * values.Length)] - values[(int)(Lower * values.Length)]);
    }

    /// <summary>Correlation of two quantities in [-1, 1]; 0 where one of them does not vary.</summary>
    /// <param name="first">Finite values of the one.</param>
    /// <param name="second">Values of the other in the same order.</param>
    public static double Correlation(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        double u = Of(first.ToArray()), v = Of(second.ToArray());
        if (!(u > 0 && v > 0))
        {
            return 0;
        }

        double[] sum = new double[first.Length], difference = new double[first.Length];
        for (int i = 0; i < sum.Length; i++)
        {
            (double a, double b) = (first[i] / u, second[i] / v);
            (sum[i], difference[i]) = (a + b, a - b);
        }

        double plus = Math.Pow(Of(sum), 2), minus = Math.Pow(Of(difference), 2);
        return plus + minus > 0 ? (plus - minus) / (plus + minus) : 0;
    }
}
