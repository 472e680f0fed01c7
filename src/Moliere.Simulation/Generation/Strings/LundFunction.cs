using Moliere.Numerics.Random;

namespace Moliere.Simulation.Generation.Strings;

/// <summary>
/// The symmetric fragmentation function f(z) = z^-c (1 - z)^a exp(-b mT²/z), with a larger a next to diquarks and, for
/// heavy quarks, the power c = 1 + r b m_Q² that massive string ends give.
/// </summary>
/// <remarks>
/// The logarithm of the density in ln z is concave, so two tangents and the maximum bound it: the draw is exact for any
/// parameters.
/// </remarks>
/// <source>
/// Andersson, Gustafson, Soderberg, Z. Phys. C 20 (1983) 317; Bowler, Z. Phys. C 11 (1981) 169; parameters: Monash
/// tune, Eur. Phys. J. C 74 (2014) 3024, table 2.
/// </source>
internal static class LundFunction
{
    /// <summary>Area law: the probability falls as exp(-b times the string area) [1/GeV²].</summary>
    public const double B = 0.98; // Monash, StringZ:bLund

    /// <summary>Power of (1 - z) for quarks.</summary>
    public const double A = 0.75; // Monash has 0.68; tuned on charged multiplicity and dn/dx of e+ e- at 91.2 GeV

    private const double DiquarkA = 0.97; // Monash, StringZ:aExtraDiquark
    private const double CharmR = 1.32; // Monash, StringZ:rFactC
    private const double BottomR = 0.855; // Monash, StringZ:rFactB
    private const double Charm2 = 1.5 * 1.5, Bottom2 = 4.8 * 4.8; // quark masses squared [GeV²]

    /// <summary>Fraction of the light-cone momentum that the next hadron takes, in (0, 1).</summary>
    /// <param name="old">Flavour of the end that the hadron holds.</param>
    /// <param name="created">Flavour of the pair that breaks the string.</param>
    /// <param name="transverseMass2">mT² of the hadron [GeV²].</param>
    /// <param name="rng">Stream.</param>
    public static double Sample(int old, int created, double transverseMass2, ref Rng rng)
    {
        double alpha = Power(old), beta = Power(created);
        return Sample(1 - alpha + beta + Bowler(old), beta, B * transverseMass2, ref rng);
    }

    /// <summary>Draws from z^-c (1 - z)^a exp(-area/z).</summary>
    /// <param name="c">Power of 1/z.</param>
    /// <param name="a">Power of 1 - z, positive.</param>
    /// <param name="area">Suppression of small z, positive.</param>
    /// <param name="rng">Stream.</param>
    public static double Sample(double c, double a, double area, ref Rng rng)
    {
        var density = new LogDensity(c - 1, a, area);
        double mode = density.Mode, width = density.Width(mode), low = mode - width;
        double high = Math.Min(mode + width, 0.5 * mode); // stays below x = 0
        double top = density.At(mode), atLow = density.At(low) - top, atHigh = density.At(high) - top;
        double up = density.Slope(low), down = -density.Slope(high);
        double left = low - (atLow / up), right = high + (atHigh / down);
        double leftArea = 1 / up, middle = right - left, all = leftArea + middle + (1 / down);
        while (true)
        {
            double u = rng.NextDouble() * all, x, bound;
            if (u < leftArea)
            {
                x = left + (Math.Log(u / leftArea) / up);
                bound = (x - left) * up;
            }
            else if (u < leftArea + middle)
            {
                (x, bound) = (left + u - leftArea, 0);
            }
            else
            {
                x = right - (Math.Log((all - u) * down) / down);
                bound = (right - x) * down;
            }

            if (x < 0 && Math.Log(rng.NextDouble()) < density.At(x) - top - bound)
            {
                return Math.Exp(x);
            }
        }
    }

    private static double Power(int flavour) => Math.Abs(flavour) > 1000 ? A + DiquarkA : A;

    private static double Bowler(int old) => Math.Abs(old) switch
    {
        4 => CharmR * B * Charm2,
        5 => BottomR * B * Bottom2,
        _ => 0,
    };

    /// <summary>Logarithm of the density in x = ln z: -k x + a ln(1 - z) - area/z.</summary>
    private readonly struct LogDensity(double k, double a, double area)
    {
        public double Mode => Math.Log(
            2 * area / (area + k + Math.Sqrt(((area - k) * (area - k)) + (4 * a * area))));

        public double At(double x)
        {
            double z = Math.Exp(x);
            return (-k * x) + (a * Math.Log(1 - z)) - (area / z);
        }

        public double Slope(double x)
        {
            double z = Math.Exp(x);
            return -k - (a * z / (1 - z)) + (area / z);
        }

        // Where a parabola with the curvature of the maximum has fallen by about one.
        public double Width(double x)
        {
            double z = Math.Exp(x), rest = 1 - z;
            return 1.4 / Math.Sqrt((a * z / (rest * rest)) + (area / z));
        }
    }
}
