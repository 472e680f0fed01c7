using Moliere.Numerics.Random;

namespace Moliere.Simulation.Generation.Hard;

/// <summary>
/// Decays the top quarks, W and Z bosons that a hard process leaves undecayed, as files of other programs may: by their
/// branching fractions, bosons without polarisation.
/// </summary>
/// <source>Particle Data Group, Review of Particle Physics: gauge boson listings, branching fractions.</source>
internal static class OpenDecays
{
    private const double HadronicZ = 0.69911, InvisibleZ = 0.2; // PDG listings; the rest are charged leptons

    /// <summary>The hard process with its decays complete; the same one where nothing is open.</summary>
    /// <param name="hard">Hard process.</param>
    /// <param name="rng">Stream.</param>
    public static HardEvent Close(HardEvent hard, ref Rng rng)
    {
        List<HardParticle> particles = [.. hard.Particles];
        int count = particles.Count;
        for (int i = 0; i < count; i++)
        {
            if (particles[i].Role == HardRole.Outgoing)
            {
                Decay(particles, i, ref rng);
            }
        }

        return particles.Count == count ? hard : hard with { Particles = particles };
    }

    private static void Decay(List<HardParticle> particles, int place, ref Rng rng)
    {
        HardParticle p = particles[place];
        int kind = Math.Abs(p.PdgId);
        if (kind is not (6 or 23 or 24))
        {
            return;
        }

        particles[place] = p with { Role = HardRole.Resonance };
        bool isHadronic = rng.NextDouble() < (kind == 23 ? HadronicZ : BosonDecay.HadronicFractionOfW);
        double cos = (2 * rng.NextDouble()) - 1;
        switch (kind)
        {
            case 6:
                TopQuarkDecay.Add(particles, place, isHadronic, ref rng);
                break;
            case 24:
                BosonDecay.AddW(particles, place, p.Momentum, default, isHadronic, cos, ref rng);
                break;
            default:
                DecayZ(particles, place, isHadronic, cos, ref rng);
                break;
        }
    }

    private static void DecayZ(List<HardParticle> particles, int place, bool isHadronic, double cos, ref Rng rng)
    {
        if (isHadronic)
        {
            BosonDecay.AddZ(particles, place, cos, ref rng);
            return;
        }

        bool isInvisible = rng.NextDouble() < InvisibleZ / (1 - HadronicZ);
        int lepton = (isInvisible ? 12 : 11) + (2 * rng.NextInt(3));
        BosonDecay.Add(particles, place, particles[place].Momentum, default, lepton, -lepton, cos, ref rng);
    }
}
