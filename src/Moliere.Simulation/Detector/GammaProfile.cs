namespace Moliere.Simulation.Detector;

/// <summary>The gamma distribution of energy along the depth of a shower, dE/dx ~ x^(shape-1) e^(-rate x).</summary>
/// <source>
/// Series and continued fraction of the incomplete gamma function: Abramowitz and Stegun 6.5.29 and 6.5.31.
/// </source>
internal readonly struct GammaProfile
{
    private const double Tolerance = 1e-8;

    private readonly double _shape;
    private readonly double _rate;
    private readonly double _logGamma;

    /// <summary>Fixes the profile.</summary>
    /// <param name="shape">Positive.</param>
    /// <param name="rate">Positive, inverse of the unit of depth.</param>
    public GammaProfile(double shape, double rate)
    {
        (_shape, _rate, _logGamma) = (shape, rate, LogGamma(shape));
    }

    /// <summary>Depth of the maximum, where there is one; else 0.</summary>
    public double Maximum => Math.Max(0, _shape - 1) / _rate;

    /// <summary>Share of the energy deposited before a depth, in [0, 1].</summary>
    /// <param name="depth">From the start of the shower; 0 or less gives 0.</param>
    public double Before(double depth)
    {
        double x = depth * _rate;
        if (!(x > 0))
        {
            return 0;
        }

        double prefactor = Math.Exp((_shape * Math.Log(x)) - x - _logGamma);
        return x < _shape + 1 ? prefactor * Series(x) : 1 - (prefactor * Fraction(x));
    }

    // Lanczos with g = 5, six terms (Lanczos 1964): 2e-10 relative for positive arguments.
    private static double LogGamma(double z)
    {
        double sum = 1.000000000190015 + (76.18009172947146 / (z + 1)) - (86.50532032941677 / (z + 2))
            + (24.01409824083091 / (z + 3)) - (1.231739572450155 / (z + 4)) + (0.1208650973866179e-2 / (z + 5))
            - (0.5395239384953e-5 / (z + 6));
        return ((z + 0.5) * Math.Log(z + 5.5)) - z - 5.5 + Math.Log(2.5066282746310005 * sum / z);
    }

    private double Series(double x)
    {
        double term = 1 / _shape, sum = term;
        for (double n = _shape + 1; term > Tolerance * sum; n++)
        {
            term *= x / n;
            sum += term;
        }

        return sum;
    }

    // Lentz's method; the denominators stay positive because x > shape + 1.
    private double Fraction(double x)
    {
        double b = x + 1 - _shape, c = 1e300, d = 1 / b, h = d;
        for (int i = 1; i < 200; i++)
        {
            double a = -i * (i - _shape);
            b += 2;
            d = 1 / ((a * d) + b);
            c = b + (a / c);
            double delta = d * c;
            h *= delta;
            if (Math.Abs(delta - 1) < Tolerance)
            {
                break;
            }
        }

        return h;
    }
}
