using Moliere.Cli.Studies.Clusters;
using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Simulation.Detector;

namespace Moliere.Cli.Studies.Simulation;

/// <summary>Single particles in the barrel, without noise and pile-up.</summary>
/// <param name="world">The detector.</param>
/// <param name="seed">Seed of the run.</param>
internal sealed class SingleParticles(ClusterWorld world, ulong seed)
{
    // Away from the middle and from the end of the barrel.
    private const double EtaMin = 0.1, EtaMax = 0.6;
    private const long NumbersPerSample = 10_000_000;

    private readonly ThreadLocal<(EventSimulator Simulator, CalorimeterEvent Cells)> _workers = new(() => (
        world.Simulator(new() { WithNoise = false, WithPileup = false, RotateAzimuth = false }, 0),
        new CalorimeterEvent(world.Geometry)));

    /// <summary>Shoots one particle and measures the cells; safe on any thread.</summary>
    /// <param name="sample">Number of the sample: each has random numbers of its own.</param>
    /// <param name="number">Number of the particle within it.</param>
    /// <param name="pdgId">Kind.</param>
    /// <param name="energy">Energy [GeV].</param>
    /// <param name="measure">What is wanted of the cells, given the particle's direction.</param>
    public double Shoot(
        int sample, long number, int pdgId, double energy, Func<CalorimeterEvent, double, double> measure)
    {
        long unique = (sample * NumbersPerSample) + number;
        var rng = new Rng(seed, "single particle", (ulong)unique);
        double eta = Distributions.Uniform(EtaMin, EtaMax, ref rng) * (rng.NextDouble() < 0.5 ? -1 : 1);
        double phi = Distributions.Uniform(-Math.PI, Math.PI, ref rng), mass = PdgId.Mass(pdgId);
        double pt = Math.Sqrt((energy * energy) - (mass * mass)) / Math.Cosh(eta);
        (EventSimulator simulator, CalorimeterEvent cells) = _workers.Value;
        var particle = new Particle(pdgId, FourVector.FromPtEtaPhiMass(pt, eta, phi, mass));
        simulator.Simulate(new GeneratedEvent { Number = unique, Particles = [particle] }, cells);
        return measure(cells, eta);
    }

    /// <summary>Sum of all signals [GeV].</summary>
    public static double Signal(CalorimeterEvent cells)
    {
        double sum = 0;
        foreach (float energy in cells.Energy)
        {
            sum += energy;
        }

        return sum;
    }
}
