using Moliere.Numerics.Random;

namespace Moliere.Simulation.Generation.Strings;

/// <summary>Which hadron two neighbouring string ends form: ground states of mesons and baryons of all spins.</summary>
/// <source>
/// Weights of diquark and quark: SU(6) symmetry, Andersson et al., Phys. Rep. 97 (1983) 31, table 1; spins and
/// suppressions of mesons: Monash tune, Eur. Phys. J. C 74 (2014) 3024, table 3; numbers: Particle Data Group, "Monte
/// Carlo particle numbering scheme".
/// </source>
internal static class HadronFlavour
{
    /// <summary>Not a hadron: the pair is to be drawn again.</summary>
    public const int Refused = 0;

    private const double EtaKept = 0.60; // Monash, StringFlav:etaSup
    private const double EtaPrimeKept = 0.12; // Monash, StringFlav:etaPrimeSup
    private const double MixingAngle = -15 * Math.PI / 180; // Monash, StringFlav:thetaPS; octet and singlet of eta

    // Shares of eta in a neutral state: of s sbar, and of the part of u ubar or d dbar that is not a pion.
    private static readonly double StrangeEta = Square(
        (Math.Sqrt(2.0 / 3) * Math.Cos(MixingAngle)) + (Math.Sqrt(1.0 / 3) * Math.Sin(MixingAngle)));

    /// <summary>Draws the hadron of two ends, or <see cref="Refused"/>.</summary>
    /// <param name="end">Quark or diquark, negative for its antiparticle.</param>
    /// <param name="partner">The other end; together they must be free of colour.</param>
    /// <param name="rng">Stream.</param>
    public static int Combine(int end, int partner, ref Rng rng)
    {
        int a = Math.Abs(end), b = Math.Abs(partner);
        return a > 1000 && b > 1000 ? Refused
            : a > 1000 || b > 1000 ? Math.Sign(end) * Baryon(Math.Max(a, b), Math.Min(a, b), ref rng)
            : a == b ? NeutralMeson(a, ref rng)
            : FlavouredMeson(end, partner, ref rng);
    }

    // Vector to pseudoscalar by the heaviest quark. Monash, StringFlav:mesonUDvector, Svector, Cvector and Bvector.
    private static bool IsVector(int heaviest, ref Rng rng)
    {
        double ratio = heaviest switch { 5 => 2.20, 4 => 0.88, 3 => 0.55, _ => 0.50 };
        return rng.NextDouble() < ratio / (1 + ratio);
    }

    private static int FlavouredMeson(int end, int partner, ref Rng rng)
    {
        int quark = Math.Max(end, partner), anti = -Math.Min(end, partner);
        int high = Math.Max(quark, anti), low = Math.Min(quark, anti);

        // The particle, not the antiparticle, holds an up-type heavier quark or a down-type heavier antiquark.
        int sign = (high == quark) == (high % 2 == 0) ? 1 : -1;
        return sign * ((100 * high) + (10 * low) + (IsVector(high, ref rng) ? 3 : 1));
    }

    private static int NeutralMeson(int quark, ref Rng rng)
    {
        if (quark > 3 || IsVector(quark, ref rng))
        {
            return quark >= 3 ? (110 * quark) + 3 : rng.NextDouble() < 0.5 ? 113 : 223;
        }

        double pion = quark == 3 ? 0 : 0.5, u = rng.NextDouble();
        double eta = quark == 3 ? StrangeEta : 0.5 * (1 - StrangeEta);
        return u < pion ? 111
            : u < pion + eta ? (rng.NextDouble() < EtaKept ? 221 : Refused)
            : rng.NextDouble() < EtaPrimeKept ? 331 : Refused;
    }

    private static int Baryon(int diquark, int quark, ref Rng rng)
    {
        int a = diquark / 1000, b = diquark / 100 % 10;
        bool isSpinOne = diquark % 10 == 3, isDistinct = a != quark && b != quark;
        (double octet, double decuplet) = (isSpinOne, a == b, isDistinct) switch
        {
            (false, _, false) => (3.0 / 4, 0),
            (false, _, true) => (1.0 / 2, 0),
            (true, true, false) => (0, 1.0),
            (true, true, true) => (1.0 / 6, 1.0 / 3),
            (true, false, false) => (1.0 / 12, 2.0 / 3),
            _ => (1.0 / 6, 1.0 / 3),
        };
        double u = rng.NextDouble();
        return u < octet ? Octet(a, b, quark, isSpinOne, ref rng)
            : u < octet + decuplet ? Ordered(a, b, quark) + 4
            : Refused;
    }

    // Of three distinct flavours there are two octet states: the lighter two with spin 0 (Lambda) or 1 (Sigma).
    private static int Octet(int a, int b, int quark, bool isSpinOne, ref Rng rng)
    {
        int id = Ordered(a, b, quark);
        if (a == b || a == quark || b == quark)
        {
            return id + 2;
        }

        double lambda = quark > a ? (isSpinOne ? 0 : 1) : isSpinOne ? 0.75 : 0.25;
        int high = id / 1000, middle = id / 100 % 10, low = id / 10 % 10;
        return rng.NextDouble() < lambda ? (1000 * high) + (100 * low) + (10 * middle) + 2 : id + 2;
    }

    private static int Ordered(int a, int b, int c)
    {
        int high = Math.Max(a, Math.Max(b, c)), low = Math.Min(a, Math.Min(b, c));
        return (1000 * high) + (100 * (a + b + c - high - low)) + (10 * low);
    }

    private static double Square(double x) => x * x;
}
