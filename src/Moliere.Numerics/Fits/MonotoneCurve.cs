namespace Moliere.Numerics.Fits;

/// <summary>
/// A smooth curve through points whose ordinates ascend: cubic Hermite pieces with slopes limited so that the curve
/// never turns back between them, constant slope 0 beyond the ends. It can be inverted.
/// </summary>
/// <param name="Knots">Abscissas, strictly ascending, at least two.</param>
/// <param name="Values">Ordinates, not descending.</param>
/// <source>Fritsch, Carlson, SIAM J. Numer. Anal. 17 (1980) 238; slopes by the weighted harmonic mean of Fritsch,
/// Butland, SIAM J. Sci. Stat. Comput. 5 (1984) 300.</source>
public sealed record MonotoneCurve(double[] Knots, double[] Values)
{
    private const int Bisections = 60;

    private readonly double[] _slopes = Slopes(Knots, Values);

    /// <summary>Value at a point; that of the nearer end outside the knots, NaN at NaN.</summary>
    /// <param name="x">Any number.</param>
    public double At(double x)
    {
        (int left, double t) = PiecewiseLinear.Place(Knots, x);
        double h = Knots[left + 1] - Knots[left], s = 1 - t;
        double low = Values[left] * (1 + (2 * t)) * s * s, high = Values[left + 1] * (3 - (2 * t)) * t * t;
        return low + high + (h * t * s * ((_slopes[left] * s) - (_slopes[left + 1] * t)));
    }

    /// <summary>Where the curve has a value, by bisection; the nearer end for values it does not reach.</summary>
    /// <param name="value">Any number.</param>
    public double Inverse(double value)
    {
        double low = Knots[0], high = Knots[^1];
        for (int step = 0; step < Bisections; step++)
        {
            double middle = 0.5 * (low + high);
            (low, high) = At(middle) < value ? (middle, high) : (low, middle);
        }

        return 0.5 * (low + high);
    }

    /// <summary>
    /// The curve between knots as polynomials of t, which goes from 0 at the left knot to 1 at the right one: factors
    /// of 1, t, t² and t³, one row per piece.
    /// </summary>
    public double[][] ToPieces() => [.. Enumerable.Range(0, Knots.Length - 1).Select(i =>
    {
        double h = Knots[i + 1] - Knots[i], rise = Values[i + 1] - Values[i];
        double first = h * _slopes[i], last = h * _slopes[i + 1];
        return new[] { Values[i], first, (3 * rise) - (2 * first) - last, first + last - (2 * rise) };
    })];

    private static double[] Slopes(double[] x, double[] y)
    {
        var slopes = new double[x.Length];
        for (int i = 1; i < x.Length - 1; i++)
        {
            double before = x[i] - x[i - 1], after = x[i + 1] - x[i];
            double left = (y[i] - y[i - 1]) / before, right = (y[i + 1] - y[i]) / after;
            double first = before + (2 * after), second = (2 * before) + after;
            slopes[i] = left * right > 0 ? (first + second) / ((first / right) + (second / left)) : 0;
        }

        slopes[0] = (y[1] - y[0]) / (x[1] - x[0]);
        slopes[^1] = (y[^1] - y[^2]) / (x[^1] - x[^2]);
        return slopes;
    }
}
