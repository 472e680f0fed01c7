using Moliere.Numerics.Random;

namespace Moliere.Simulation.Generation.Decays;

/// <summary>Which ground-state hadron two quarks, or a quark and a diquark, form in a weak decay.</summary>
/// <source>
/// Particle Data Group, Review of Particle Physics, "Monte Carlo particle numbering scheme"; masses in the review
/// "Quark model". Shares of vector mesons: see the constants.
/// </source>
internal static class HadronFlavour
{
    private const double LightVector = 0.35; // Monash, StringFlav:mesonUDvector and mesonSvector, as a share
    private const double CharmVector = 0.50; // tuned on 48.5 D* per 100 B decays (PDG)
    private const double LambdaLike = 0.75; // share of the lighter of two baryons of the same three quarks

    /// <summary>Mass with which a bound quark or diquark counts [GeV].</summary>
    /// <param name="quark">Quark or diquark; negative for antiquarks.</param>
    public static double ConstituentMass(int quark)
    {
        int id = Math.Abs(quark);
        return id > 1000 ? Single(id / 1000) + Single(id / 100 % 10) : Single(id);
    }

    /// <summary>A hadron of two ends that attract each other; 0 when they do not form one.</summary>
    /// <param name="a">Quark, antiquark, diquark or antidiquark.</param>
    /// <param name="b">The other end.</param>
    /// <param name="rng">Stream.</param>
    public static int Draw(int a, int b, ref Rng rng)
    {
        bool aIsDiquark = Math.Abs(a) > 1000, bIsDiquark = Math.Abs(b) > 1000;
        return aIsDiquark && bIsDiquark ? 0
            : aIsDiquark ? Math.Sign(a) * Baryon(Math.Abs(a), Math.Abs(b), ref rng)
            : bIsDiquark ? Math.Sign(b) * Baryon(Math.Abs(b), Math.Abs(a), ref rng)
            : a == -b ? Neutral(Math.Abs(a), ref rng)
            : Flavoured(Math.Max(a, b), -Math.Min(a, b), ref rng);
    }

    private static double Single(int quark) => quark switch { 5 => 4.8, 4 => 1.5, 3 => 0.5, _ => 0.33 };

    private static int Flavoured(int quark, int anti, ref Rng rng)
    {
        int high = Math.Max(quark, anti), low = Math.Min(quark, anti);
        int spin = rng.NextDouble() < (high > 3 ? CharmVector : LightVector) ? 3 : 1;

        // The particle, not the antiparticle, holds an up-type heavier quark or a down-type heavier antiquark.
        int sign = (high == quark) == (high % 2 == 0) ? 1 : -1;
        return sign * ((100 * high) + (10 * low) + spin);
    }

    private static int Neutral(int quark, ref Rng rng)
    {
        bool isVector = rng.NextDouble() < LightVector;
        double u = rng.NextDouble();
        return quark switch
        {
            4 => isVector ? 443 : 441,
            3 => isVector ? 333 : u < 0.6 ? 221 : 331,
            _ => isVector ? (u < 0.5 ? 113 : 223) : u < 0.6 ? 111 : u < 0.9 ? 221 : 331,
        };
    }

    private static int Baryon(int diquark, int quark, ref Rng rng)
    {
        Span<int> q = [diquark / 1000, diquark / 100 % 10, quark];
        q.Sort();
        if (q[0] == q[2])
        {
            return (1110 * q[0]) + 4;
        }

        bool isDistinct = q[0] != q[1] && q[1] != q[2], hasLightPair = quark == q[2];
        bool isLambdaLike = isDistinct
            && (hasLightPair ? diquark % 10 == 1 : rng.NextDouble() < LambdaLike);
        return (1000 * q[2]) + (isLambdaLike ? (100 * q[0]) + (10 * q[1]) : (100 * q[1]) + (10 * q[0])) + 2;
    }
}
