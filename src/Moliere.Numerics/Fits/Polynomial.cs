namespace Moliere.Numerics.Fits;

/// <summary>
/// A polynomial in t = (x - Centre) / Scale, frozen outside the range it was fitted in: sum of c_k t^k with x clamped
/// to [Low, High].
/// </summary>
/// <param name="Low">Lower end of the range.</param>
/// <param name="High">Upper end of the range, not below <paramref name="Low"/>.</param>
/// <param name="Coefficients">c_0, c_1, ...; empty means 0.</param>
/// <source>Frozen ends as in the numerical inversion of arXiv:2007.02645, section 5.1.2.</source>
public sealed record Polynomial(double Low, double High, double[] Coefficients)
{
    private double Centre => 0.5 * (Low + High);

    // Half of the range, so that t stays in [-1, 1] and the normal equations well conditioned.
    private double Scale => High > Low ? 0.5 * (High - Low) : 1;

    /// <summary>Value at a point; outside the range that of the nearer end, NaN for NaN.</summary>
    /// <param name="x">Any number.</param>
    public double At(double x)
    {
        double t = (Math.Clamp(x, Low, High) - Centre) / Scale, value = 0;
        for (int k = Coefficients.Length - 1; k >= 0; k--)
        {
            value = (value * t) + Coefficients[k];
        }

        return value;
    }

    /// <summary>
    /// The weighted least-squares fit; with too few points the order is lowered until one more point than coefficients
    /// is left, and no points at all give the zero polynomial.
    /// </summary>
    /// <param name="x">Abscissas.</param>
    /// <param name="y">Ordinates.</param>
    /// <param name="weights">One over the variance of each ordinate.</param>
    /// <param name="order">Highest power wanted, at least 0.</param>
    public static Polynomial Fit(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> weights, int order)
    {
        if (x.IsEmpty)
        {
            return new(0, 0, []);
        }

        var empty = new Polynomial(Least(x, 1), -Least(x, -1), []);
        var basis = new double[Math.Clamp(x.Length - 2, 0, order) + 1];
        var system = new LeastSquares(basis.Length);
        for (int i = 0; i < x.Length; i++)
        {
            FillPowers((x[i] - empty.Centre) / empty.Scale, basis);
            system.Add(basis, y[i], weights[i]);
        }

        return empty with { Coefficients = system.Solve() };
    }

    private static void FillPowers(double t, Span<double> powers)
    {
        powers[0] = 1;
        for (int k = 1; k < powers.Length; k++)
        {
            powers[k] = powers[k - 1] * t;
        }
    }

    private static double Least(ReadOnlySpan<double> values, int sign)
    {
        double least = double.PositiveInfinity;
        foreach (double value in values)
        {
            least = Math.Min(least, sign * value);
        }

        return least;
    }
}
