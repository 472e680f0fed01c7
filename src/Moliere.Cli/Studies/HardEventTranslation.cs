using Moliere.Data.Kinematics;
using Moliere.Formats.Lhe;
using Moliere.Simulation.Generation.Hard;

namespace Moliere.Cli.Studies;

/// <summary>An event of a Les Houches file in the words of the generator.</summary>
internal static class HardEventTranslation
{
    private const int Unweighted = 3; // the strategy of the accord in which only the sign of a weight counts

    /// <summary>
    /// Incoming particles first, then what comes from them and from resonances; momenta of products are put on their
    /// shells as the shower needs them.
    /// </summary>
    /// <param name="hard">Event of a file.</param>
    /// <param name="run">Beams of the file.</param>
    public static HardEvent Translate(LheEvent hard, LheRun run)
    {
        int[] incoming = [.. Places(hard, -1).OrderByDescending(i => hard.Particles[i].Momentum.Pz)];
        int[] order = [.. incoming, .. Places(hard, 2).Concat(Places(hard, 1)).Order()];
        var particles = new List<HardParticle>(order.Length);
        foreach (int place in order)
        {
            particles.Add(Translate(hard, place, order));
        }

        return new HardEvent
        {
            Particles = particles,
            Beams = IsHadron(run.Beams.First) ? run.Beams : (2212, 2212),
            Scale = hard.Scale > 0 ? hard.Scale : Hardness(particles),
            Weight = Math.Abs(run.WeightStrategy) == Unweighted ? Math.Sign(hard.Weight) : hard.Weight,
        };
    }

    private static bool IsHadron(int id) => Math.Abs(id) > 100;

    private static IEnumerable<int> Places(LheEvent hard, int status) =>
        Enumerable.Range(0, hard.Particles.Count).Where(i => hard.Particles[i].Status == status);

    private static HardParticle Translate(LheEvent hard, int place, int[] order)
    {
        LheParticle p = hard.Particles[place];
        bool hasMother = p.FirstMother >= 0 && hard.Particles[p.FirstMother].Status == 2;
        HardRole role = p.Status switch
        {
            -1 => HardRole.Incoming,
            2 => HardRole.Resonance,
            _ => HardRole.Outgoing,
        };
        return new HardParticle(
            p.PdgId, role, p.Momentum, p.Status == 2 ? p.Momentum.Mass : p.Mass, p.Colour, p.Anticolour,
            hasMother ? Array.IndexOf(order, p.FirstMother) : -1, p.Lifetime,
            Math.Abs(p.Spin) <= 1 ? p.Spin : 0);
    }

    // Where the file does not say, radiation begins at the largest transverse momentum of what comes out.
    private static double Hardness(List<HardParticle> particles)
    {
        double largest = 1;
        foreach (HardParticle p in particles)
        {
            FourVector momentum = p.Momentum;
            largest = p.Role == HardRole.Incoming
                ? largest
                : Math.Max(largest, Math.Sqrt((momentum.Pt * momentum.Pt) + (p.Mass * p.Mass)));
        }

        return largest;
    }
}
