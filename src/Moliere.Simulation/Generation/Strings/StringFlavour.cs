using Moliere.Numerics.Random;

namespace Moliere.Simulation.Generation.Strings;

/// <summary>
/// Flavours of string breaks: which quark or diquark pair appears, and whether an end and a break make a hadron. A
/// diquark is 1000 a + 100 b + 2 s + 1 with a >= b and spin s. Ends of a string that carry colour are quarks and
/// antidiquarks, the others antiquarks and diquarks.
/// </summary>
/// <remarks>
/// Baryons appear with a diquark and its antidiquark next to each other; there is no meson between them. A diquark and
/// a quark form a baryon with the probability that they are in a symmetric state; what is refused is drawn again.
/// </remarks>
/// <source>
/// Andersson, Gustafson, Ingelman, Sjostrand, Phys. Rep. 97 (1983) 31, section 2.4; parameters of the Monash tune,
/// Skands, Carrazza, Rojo, Eur. Phys. J. C 74 (2014) 3024, tables 2 and 3.
/// </source>
internal static class StringFlavour
{
    private const double StrangeToLight = 0.217; // Monash, StringFlav:probStoUD
    private const double DiquarkToQuark = 0.093; // Monash has 0.081; tuned on protons and Lambdas at the Z (PDG)
    private const double StrangeInDiquark = 0.915; // Monash, StringFlav:probSQtoQQ, extra suppression
    private const double SpinOneToZero = 3 * 0.0275; // Monash, StringFlav:probQQ1toQQ0, times the number of states

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
            hadron = HadronFlavour.Combine(end, partner, ref rng);
        }
        while (hadron == HadronFlavour.Refused);
        return (hadron, -partner);
    }

    /// <summary>What is created next to an end; its antiparticle becomes the next end.</summary>
    /// <param name="end">Flavour of the old end.</param>
    /// <param name="rng">Stream.</param>
    public static int Break(int end, ref Rng rng)
    {
        int sign = Math.Sign(end);
        return Math.Abs(end) > 1000 ? sign * Quark(StrangeToLight, ref rng)
            : rng.NextDouble() < DiquarkToQuark / (1 + DiquarkToQuark) ? sign * Diquark(ref rng)
            : -sign * Quark(StrangeToLight, ref rng);
    }

    /// <summary>A light quark of a new pair: 1, 2 or 3.</summary>
    /// <param name="rng">Stream.</param>
    public static int Quark(ref Rng rng) => Quark(StrangeToLight, ref rng);

    private static int Quark(double strange, ref Rng rng)
    {
        double u = rng.NextDouble() * (2 + strange);
        return u < 1 ? 1 : u < 2 ? 2 : 3;
    }

    // Both spins have equal flavours to draw from; two equal quarks exist with spin 1 only.
    private static int Diquark(ref Rng rng)
    {
        while (true)
        {
            int a = Quark(StrangeToLight * StrangeInDiquark, ref rng);
            int b = Quark(StrangeToLight * StrangeInDiquark, ref rng);
            int spin = rng.NextDouble() < SpinOneToZero / (1 + SpinOneToZero) ? 3 : 1;
            if (a != b || spin == 3)
            {
                return (1000 * Math.Max(a, b)) + (100 * Math.Min(a, b)) + spin;
            }
        }
    }
}
