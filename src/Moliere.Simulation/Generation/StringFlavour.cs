using Moliere.Numerics.Random;

namespace Moliere.Simulation.Generation;

/// <summary>
/// Flavour of string breaks: which quark or diquark pair appears, and which hadron an end and a break make. A quark is
/// 1 d, 2 u, 3 s, negative for an antiquark; a diquark is 1000 a + 100 b with a >= b, negative for an antidiquark.
/// </summary>
/// <source>
/// Andersson, Gustafson, Ingelman, Sjostrand, Phys. Rep. 97 (1983) 31; parameters of the Monash tune, Skands, Carrazza,
/// Rojo, Eur. Phys. J. C 74 (2014) 3024, tables 1 and 2.
/// </source>
internal static class StringFlavour
{
    private const double StrangeToLight = 0.217; // Monash, StringFlav:probStoUD
    private const double DiquarkToQuark = 0.081; // Monash, StringFlav:probQQtoQ
    private const double LightVectorToScalar = 0.50; // Monash, StringFlav:mesonUDvector
    private const double StrangeVectorToScalar = 0.55; // Monash, StringFlav:mesonSvector
    private const double EtaKept = 0.60; // Monash, StringFlav:etaSup
    private const double EtaPrimeKept = 0.12; // Monash, StringFlav:etaPrimeSup

    private const int Refused = 0;

    /// <summary>Breaks the string next to an end.</summary>
    /// <param name="end">Flavour of the old end.</param>
    /// <param name="rng">Stream.</param>
    /// <returns>The hadron split off and the new end.</returns>
    public static (int Hadron, int End) Next(int end, ref Rng rng)
    {
        int hadron, partner;
        do
        {
            partner = Break(end, ref rng);
            hadron = Hadron(end, partner, ref rng);
        }
        while (hadron == Refused);
        return (hadron, -partner);
    }

    // What is created next to the old end; its antiparticle becomes the next end.
    private static int Break(int end, ref Rng rng)
    {
        bool isDiquark = Math.Abs(end) > 10;
        if (!isDiquark && rng.NextDouble() < DiquarkToQuark / (1 + DiquarkToQuark))
        {
            int a = Quark(ref rng), b = Quark(ref rng);
            return Math.Sign(end) * ((1000 * Math.Max(a, b)) + (100 * Math.Min(a, b)));
        }

        return isDiquark ? Math.Sign(end) * Quark(ref rng) : -Math.Sign(end) * Quark(ref rng);
    }

    private static int Hadron(int end, int partner, ref Rng rng)
    {
        int a = Math.Abs(end), b = Math.Abs(partner);
        return a > 10 || b > 10 ? Math.Sign(end) * Baryon(Math.Max(a, b), Math.Min(a, b), ref rng)
            : a == b ? NeutralMeson(a, ref rng)
            : FlavouredMeson(end, partner, ref rng);
    }

    private static int Quark(ref Rng rng)
    {
        double u = rng.NextDouble() * (2 + StrangeToLight);
        return u < 1 ? 1 : u < 2 ? 2 : 3;
    }

    private static bool IsVector(double ratio, ref Rng rng) => rng.NextDouble() < ratio / (1 + ratio);

    private static int FlavouredMeson(int end, int partner, ref Rng rng)
    {
        int quark = Math.Max(end, partner), anti = -Math.Min(end, partner);
        bool hasStrange = quark == 3 || anti == 3;
        int spin = IsVector(hasStrange ? StrangeVectorToScalar : LightVectorToScalar, ref rng) ? 3 : 1;
        int high = Math.Max(quark, anti), low = Math.Min(quark, anti);

        // The particle, not the antiparticle, holds an up-type heavier quark or a down-type heavier antiquark.
        int sign = (high == quark) == (high % 2 == 0) ? 1 : -1;
        return sign * ((100 * high) + (10 * low) + spin);
    }

    private static int NeutralMeson(int quark, ref Rng rng)
    {
        if (IsVector(quark == 3 ? StrangeVectorToScalar : LightVectorToScalar, ref rng))
        {
            return quark == 3 ? 333 : rng.NextDouble() < 0.5 ? 113 : 223;
        }

        // Half pion for light quarks, the rest eta and eta' in equal parts, of which most eta' are refused: the break
        // is then drawn again, which favours the other hadrons.
        double pion = quark == 3 ? 0 : 0.5, u = rng.NextDouble();
        return u < pion ? 111
            : u < 0.5 * (1 + pion) ? (rng.NextDouble() < EtaKept ? 221 : Refused)
            : rng.NextDouble() < EtaPrimeKept ? 331 : Refused;
    }

    private static int Baryon(int diquark, int quark, ref Rng rng)
    {
        int a = diquark / 1000, b = diquark / 100 % 10, c = quark;
        int strange = (a == 3 ? 1 : 0) + (b == 3 ? 1 : 0) + (c == 3 ? 1 : 0);
        int up = (a == 2 ? 1 : 0) + (b == 2 ? 1 : 0) + (c == 2 ? 1 : 0);
        return (strange, up) switch
        {
            (0, 3) => 2224,
            (0, 2) => 2212,
            (0, 1) => 2112,
            (0, _) => 1114,
            (1, 2) => 3222,
            (1, 1) => rng.NextDouble() < 0.75 ? 3122 : 3212, // isospin singlet favoured, as spin-0 diquarks dominate
            (1, _) => 3112,
            (2, 1) => 3322,
            (2, _) => 3312,
            _ => 3334,
        };
    }
}
