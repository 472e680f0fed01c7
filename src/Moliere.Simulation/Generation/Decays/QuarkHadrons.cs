using Moliere.Numerics.Random;

namespace Moliere.Simulation.Generation.Decays;

/// <summary>
/// Turns the quarks of a weak decay into hadrons. Neighbours in the list form colour singlets; a Poisson number of
/// quark pairs breaks them up further. Hadrons are ground states; their momenta follow from phase space.
/// </summary>
/// <remarks>
/// The mean number of additional pairs grows with the logarithm of the free energy, as multiplicities do. This stands
/// for the many exclusive channels that nobody has measured.
/// </remarks>
/// <source>
/// Andersson, Gustafson, Ingelman, Sjostrand, Phys. Rep. 97 (1983) 31, section 2.4: flavours of breaks; multiplicity
/// after Brandelik et al. (TASSO), Phys. Lett. B 89 (1980) 418: logarithmic growth.
/// </source>
internal static class QuarkHadrons
{
    private const double PairsPerLog = 1.4; // tuned on the 5.36 charged particles of B decays (CLEO, hep-ex/9907057)
    private const double FreeEnergy = 0.4; // energy at which nothing more is made [GeV]; about two pion masses
    private const double Strange = 0.217 / 2.217; // Monash, StringFlav:probStoUD, share of all pairs
    private const double Diquark = 0.075; // share of pairs that are diquarks; tuned on 8.0 % protons in B decays (PDG)

    /// <summary>Whether a number stands for a quark or a diquark.</summary>
    /// <param name="pdgId">Particle number.</param>
    public static bool IsQuark(int pdgId) =>
        Math.Abs(pdgId) is < 7 or (> 1000 and < 10_000) && pdgId / 10 % 10 == 0;

    /// <summary>Makes hadrons of quarks.</summary>
    /// <param name="quarks">An even number of quarks and diquarks; each pair is a colour singlet.</param>
    /// <param name="mass">Mass of the decaying particle [GeV].</param>
    /// <param name="share">Share of the free energy that the quarks have, in (0, 1].</param>
    /// <param name="ids">Begins with the other products of the decay; receives the hadrons after them.</param>
    /// <param name="count">Number of other products.</param>
    /// <param name="rng">Stream.</param>
    /// <returns>New number of products, 0 when the draw led to something that is not a hadron or to too many.</returns>
    public static int Add(ReadOnlySpan<int> quarks, double mass, double share, Span<int> ids, int count, ref Rng rng)
    {
        double free = mass;
        foreach (int id in ids[..count])
        {
            free -= HadronData.Mass(id);
        }

        foreach (int quark in quarks)
        {
            free -= HadronFlavour.ConstituentMass(quark);
        }

        double mean = PairsPerLog * Math.Log(Math.Max(1, share * free / FreeEnergy));
        int extra = Distributions.Poisson(mean, ref rng), singlets = quarks.Length / 2;
        for (int i = 0; i < singlets; i++)
        {
            int here = i == singlets - 1 ? extra : Distributions.Binomial(extra, 1.0 / (singlets - i), ref rng);
            extra -= here;
            if (count + here + 1 > ids.Length
                || !TryBreak(quarks[2 * i], quarks[(2 * i) + 1], ids.Slice(count, here + 1), ref rng))
            {
                return 0;
            }

            count += here + 1;
        }

        return count;
    }

    // From the first end to the second; each break leaves the antiparticle of what it gave to the hadron.
    private static bool TryBreak(int end, int other, Span<int> hadrons, ref Rng rng)
    {
        for (int i = 0; i < hadrons.Length; i++)
        {
            int partner = i == hadrons.Length - 1 ? other : Partner(end, ref rng);
            hadrons[i] = HadronFlavour.Draw(end, partner, ref rng);
            if (hadrons[i] == 0 || HadronData.Find(hadrons[i]) is null)
            {
                return false;
            }

            end = -partner;
        }

        return true;
    }

    // A quark wants an antiquark or a diquark; a diquark wants a quark.
    private static int Partner(int end, ref Rng rng)
    {
        bool isDiquark = Math.Abs(end) > 1000;
        if (!isDiquark && rng.NextDouble() < Diquark)
        {
            int a = Light(ref rng), b = Light(ref rng);
            int spin = a == b || rng.NextDouble() < 0.1 ? 3 : 1; // Monash, StringFlav:probQQ1toQQ0, rounded
            return Math.Sign(end) * ((1000 * Math.Max(a, b)) + (100 * Math.Min(a, b)) + spin);
        }

        return (isDiquark ? Math.Sign(end) : -Math.Sign(end)) * Light(ref rng);
    }

    private static int Light(ref Rng rng) => rng.NextDouble() < Strange ? 3 : 1 + rng.NextInt(2);
}
