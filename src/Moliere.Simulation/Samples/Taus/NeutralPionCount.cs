using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;

namespace Moliere.Simulation.Samples.Taus;

/// <summary>
/// Number of neutral pions among the descendants of a particle: entries of the history where a generator writes them,
/// undecayed ones, and pairs of the photons left that have the mass of one.
/// </summary>
/// <source>Particle Data Group, Review of Particle Physics: mass of the neutral pion; two photons in 98.8 %.</source>
internal static class NeutralPionCount
{
    private const double MassWindow = 1e-3; // double precision leaves 1e-9, files with seven digits 1e-4 [GeV]

    /// <summary>Counts.</summary>
    /// <param name="generated">The event.</param>
    /// <param name="isWithin">Whether an entry of the history, or what it is the mother of, is a descendant.</param>
    public static int Of(GeneratedEvent generated, Func<int, bool> isWithin)
    {
        int count = 0;
        foreach (TruthParticle entry in generated.History)
        {
            count += entry.PdgId == PdgId.Pi0 && isWithin(entry.Mother) ? 1 : 0;
        }

        var photons = new List<FourVector>();
        foreach (Particle particle in generated.Particles)
        {
            if (particle.PdgId is not (PdgId.Pi0 or PdgId.Photon) || !isWithin(particle.Mother))
            {
                continue;
            }

            if (particle.PdgId == PdgId.Pi0)
            {
                count++;
            }
            else if (generated.History[particle.Mother].PdgId != PdgId.Pi0)
            {
                photons.Add(particle.Momentum);
            }
        }

        return count + Pairs(photons);
    }

    // The two photons of a pion follow one another in every generator: the nearest partner comes first.
    private static int Pairs(List<FourVector> photons)
    {
        int pairs = 0;
        var isTaken = new bool[photons.Count];
        for (int i = 0; i < photons.Count; i++)
        {
            for (int j = i + 1; j < photons.Count && !isTaken[i]; j++)
            {
                double mass = (photons[i] + photons[j]).Mass;
                if (!isTaken[j] && Math.Abs(mass - PdgId.Mass(PdgId.Pi0)) < MassWindow)
                {
                    isTaken[i] = isTaken[j] = true;
                    pairs++;
                }
            }
        }

        return pairs;
    }
}
