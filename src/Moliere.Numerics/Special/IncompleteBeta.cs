namespace Moliere.Numerics.Special;

/// <summary>The regularised incomplete beta function and its inverse: the distribution of a binomial's tail.</summary>
/// <source>
/// NIST Digital Library of Mathematical Functions, 8.17.22 (continued fraction), evaluated by the method of Lentz,
/// Appl. Opt. 15 (1976) 668; logarithm of the gamma function: Abramowitz and Stegun (1964), 6.1.41.
/// </source>
public static class IncompleteBeta
{
    private const double Tiny = 1e-300, Precision = 1e-15;

    private static readonly double[] s_stirling =
        [1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360];

    /// <summary>I_x(a, b) in [0, 1], to about 1e-12 where a and b are below a million.</summary>
    /// <param name="x">In [0, 1].</param>
    /// <param name="a">Positive.</param>
    /// <param name="b">Positive.</param>
    public static double Regularised(double x, double a, double b)
    {
        if (x <= 0 || x >= 1)
        {
            return x <= 0 ? 0 : 1;
        }

        // The fraction converges fast below the mean; above, the symmetric one does.
        return x < (a + 1) / (a + b + 2) ? Lower(x, a, b) : 1 - Lower(1 - x, b, a);
    }

    /// <summary>The x at which I_x(a, b) is a probability, by bisection to the last bits.</summary>
    /// <param name="probability">In [0, 1].</param>
    /// <param name="a">Positive.</param>
    /// <param name="b">Positive.</param>
    public static double Quantile(double probability, double a, double b)
    {
        double low = 0, high = 1;
        while (0.5 * (low + high) is double middle && middle > low && middle < high)
        {
            (low, high) = Regularised(middle, a, b) < probability ? (middle, high) : (low, middle);
        }

        return high;
    }

    private static double Lower(double x, double a, double b)
    {
        double front = LogGamma(a + b) - LogGamma(a) - LogGamma(b) + (a * Math.Log(x)) + (b * Math.Log(1 - x));
        return Math.Exp(front) * Fraction(x, a, b) / a;
    }

    private static double Fraction(double x, double a, double b)
    {
        double c = 1, d = Away(1 - ((a + b) * x / (a + 1))), f = d = 1 / d;
        for (int m = 1; ; m++)
        {
            double even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            (c, d) = (Away(1 + (even / c)), 1 / Away(1 + (even * d)));
            f *= c * d;
            double odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            (c, d) = (Away(1 + (odd / c)), 1 / Away(1 + (odd * d)));
            f *= c * d;
            if (!(Math.Abs((c * d) - 1) > Precision))
            {
                return f;
            }
        }
    }

    private static double Away(double value) => Math.Abs(value) < Tiny ? Tiny : value;

    // The asymptotic series has rounding errors from 12 on; below, the recurrence leads there.
    private static double LogGamma(double z)
    {
        double product = 1;
        for (; z < 12; z++)
        {
            product *= z;
        }

        double series = 0, power = 1 / z;
        foreach (double coefficient in s_stirling)
        {
            series += coefficient * power;
            power /= z * z;
        }

        return ((z - 0.5) * Math.Log(z)) - z + (0.5 * Math.Log(2 * Math.PI)) + series - Math.Log(product);
    }
}
