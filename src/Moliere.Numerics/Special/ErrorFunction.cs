namespace Moliere.Numerics.Special;

/// <summary>The error function and the normal distribution function, in double precision.</summary>
/// <source>
/// Abramowitz and Stegun, Handbook of Mathematical Functions (1964), 7.1.6 (series) and 7.1.14 (fraction).
/// </source>
public static class ErrorFunction
{
    // Below, the series needs at most 40 terms; above, the fraction converges to rounding in 60.
    private const double Crossing = 2.5;
    private const int FractionTerms = 60;

    /// <summary>erf(x) in [-1, 1], to 1e-15.</summary>
    /// <param name="x">Any number; NaN gives NaN.</param>
    public static double Erf(double x) =>
        Math.Abs(x) < Crossing ? Series(x) : Math.CopySign(1 - Fraction(Math.Abs(x)), x);

    /// <summary>1 - erf(x) in [0, 2], to 1e-12 relative, also far in the upper tail.</summary>
    /// <param name="x">Any number; NaN gives NaN.</param>
    public static double Erfc(double x) => x < Crossing ? 1 - Erf(x) : Fraction(x);

    /// <summary>Probability that a standard normal variate is below x.</summary>
    /// <param name="x">Any number; NaN gives NaN.</param>
    public static double NormalProbability(double x) => 0.5 * Erfc(-x / Math.Sqrt(2));

    // All terms have one sign, so nothing cancels.
    private static double Series(double x)
    {
        double term = x, sum = x;
        for (int n = 1; Math.Abs(term) > 1e-17 * Math.Abs(sum); n++)
        {
            term *= 2 * x * x / ((2 * n) + 1);
            sum += term;
        }

        return 2 / Math.Sqrt(Math.PI) * Math.Exp(-x * x) * sum;
    }

    private static double Fraction(double x)
    {
        double tail = x;
        for (int n = FractionTerms; n >= 1; n--)
        {
            tail = x + (0.5 * n / tail);
        }

        return Math.Exp(-x * x) / (Math.Sqrt(Math.PI) * tail);
    }
}
