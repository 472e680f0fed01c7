using Moliere.Data.Objects;

namespace Moliere.Simulation.Detector;

/// <summary>
/// The particles of a collision as the calorimeter meets them: a hadron that the generator lets decay behind the faces
/// of the calorimeter does not get there, it showers where it enters. Without this the energy of fast strange hadrons
/// would be lost beyond the cells.
/// </summary>
/// <source>PDG, Review of Particle Physics: proper lengths of K_S, Lambda, Sigma, Xi and Omega, 2 to 8 cm.</source>
internal static class EnteringHadrons
{
    private const int FirstMeson = 100, LastBaryon = 10_000; // numbers of hadrons in the scheme of the PDG

    /// <summary>Stable particles in their order; descendants of such a hadron are replaced by it, once.</summary>
    /// <param name="generated">With its history; without one the particles are given as they are.</param>
    /// <param name="arrival">Knows the faces of the calorimeter.</param>
    public static IReadOnlyList<Particle> Of(GeneratedEvent generated, ParticleArrival arrival)
    {
        if (generated.History.Count == 0)
        {
            return generated.Particles;
        }

        List<Particle>? entering = null;
        var sent = new HashSet<int>();
        for (int i = 0; i < generated.Particles.Count; i++)
        {
            Particle particle = generated.Particles[i];
            int hadron = Find(generated.History, particle.Mother, arrival);
            if (hadron < 0)
            {
                entering?.Add(particle);
                continue;
            }

            entering ??= [.. generated.Particles.Take(i)];
            if (sent.Add(hadron))
            {
                TruthParticle whole = generated.History[hadron];
                entering.Add(new Particle(whole.PdgId, whole.Momentum, whole.Production, whole.Mother));
            }
        }

        return entering ?? generated.Particles;
    }

    // The first of a chain of decays that flies through the faces.
    private static int Find(IReadOnlyList<TruthParticle> history, int entry, ParticleArrival arrival)
    {
        int found = -1;
        for (; entry >= 0; entry = history[entry].Mother)
        {
            TruthParticle ancestor = history[entry];
            bool isHadron = Math.Abs(ancestor.PdgId) is > FirstMeson and < LastBaryon;
            if (isHadron && arrival.IsBehindFaces(ancestor.Decay) && !arrival.IsBehindFaces(ancestor.Production))
            {
                found = entry;
            }
        }

        return found;
    }
}
