using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Decays;
using Moliere.Simulation.Generation.Hard;
using Moliere.Simulation.Generation.Partons;
using Moliere.Simulation.Generation.Showers;
using Minkowski = Moliere.Simulation.Generation.Partons.Minkowski;

namespace Moliere.Simulation.Generation.Beams;

/// <summary>
/// Further parton scatterings of a collision: pairs from the matrix elements and parton densities of dijets, screened
/// at low transverse momentum, with their radiation and strings.
/// </summary>
/// <remarks>
/// Every pair is a pair of gluons whose colours end in each other; it takes no energy from the protons. The collision
/// energy is that of the LHC's second run.
/// </remarks>
/// <source>Sjostrand and van Zijl, Phys. Rev. D 36 (1987) 2019, sections 2 and 3.</source>
internal static class MiniJets
{
    private const double CollisionEnergy = 13000; // [GeV]
    private const double LowestPt = 7, HighestPt = 300; // [GeV]; softer scatterings belong to the soft hadrons
    private const double Screening = 2.6; // [GeV] pT0 of the Monash tune at 13 TeV
    private const double Section = 78e9; // inelastic cross-section [pb]: physics notes 5.4
    private const double Rapidity = 6; // of both partons
    private const double Enhancement = 1.95; // over leading order; tuned on the jets above 10 GeV of the reference

    private static readonly Lazy<HardSampler> Sampler = new(() => new HardSampler(
        new DijetProcess(CollisionEnergy, Rapidity, heavyOnly: false), HardSpectrum.Unweighted, LowestPt, HighestPt,
        32, 233, 144));

    /// <summary>Adds one draw.</summary>
    /// <param name="activity">1 is the mean of inelastic collisions.</param>
    /// <param name="vertex">Where the collision is.</param>
    /// <param name="record">Receives the particles.</param>
    /// <param name="rng">Stream.</param>
    public static void Add(double activity, in Vertex vertex, EventRecord record, ref Rng rng)
    {
        HardSampler sampler = Sampler.Value;
        int pairs = Distributions.Poisson(Enhancement * activity * sampler.CrossSection / Section, ref rng);
        for (int i = 0; i < pairs; i++)
        {
            HardEvent hard = sampler.Draw(ref rng);
            double pt2 = hard.Particles[2].Momentum.Pt * hard.Particles[2].Momentum.Pt;
            double kept = pt2 / (pt2 + (Screening * Screening));
            if (rng.NextDouble() < kept * kept)
            {
                AddPair(hard, vertex, record, ref rng);
            }
        }
    }

    private static void AddPair(HardEvent hard, in Vertex vertex, EventRecord record, ref Rng rng)
    {
        var system = new PartonSystem { Production = vertex };
        int one = system.NewTag(), two = system.NewTag();
        FourVector first = Minkowski.OnShell(hard.Particles[2].Momentum, 0);
        FourVector second = Minkowski.OnShell(hard.Particles[3].Momentum, 0);
        system.Partons.Add(new Parton(PdgId.Gluon, first, 0, one, two, hard.Scale));
        system.Partons.Add(new Parton(PdgId.Gluon, second, 0, two, one, hard.Scale));
        FinalStateShower.Evolve(system, ref rng);
        Hadronisation.Add(system, record, ref rng);
    }
}
