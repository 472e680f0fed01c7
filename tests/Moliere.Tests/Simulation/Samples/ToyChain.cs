using Moliere.Data;
using Moliere.Data.Geometry;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Reconstruction.TopoClusters;
using Moliere.Simulation.Detector;
using Moliere.Simulation.Detector.Description;
using Moliere.Simulation.Pileup;
using Moliere.Simulation.Samples;

namespace Moliere.Tests.Simulation.Samples;

/// <summary>Everything a sampler needs, with electronic noise and without pile-up.</summary>
internal static class ToyChain
{
    private static readonly DetectorModel s_detector = new(DetectorDescription.Default);
    private static readonly CellNoise s_noise = new(s_detector, null, 0);
    private static readonly CellNeighbours s_neighbours = new(s_detector.Geometry);

    public static EventChain New() => New(new SimulationOptions { WithPileup = false });

    /// <summary>Without turning events about the beam.</summary>
    public static EventChain Unturned() => New(new SimulationOptions { WithPileup = false, RotateAzimuth = false });

    private static EventChain New(SimulationOptions options) => new(
        new EventSimulator(s_detector, s_noise, null, new PileupOptions(), options, seed: 5),
        new TopoClusterFinder(s_detector.Geometry, s_neighbours, s_noise.Total, new TopoClusterOptions()),
        new CalorimeterEvent(s_detector.Geometry));

    public static ClusterSampler Sampler() => new(New);

    /// <summary>Back-to-back pions and photons: 60 GeV on each side, weight 2.</summary>
    public static GeneratedEvent Dijet(long number) => new()
    {
        Number = number,
        Weight = 2,
        Particles =
        [
            One(PdgId.PiPlus, 40, 0.1 * (number % 5), 0.2),
            One(PdgId.Photon, 20, (0.1 * (number % 5)) + 0.15, 0.3),
            One(PdgId.PiPlus, 40, -0.6, 0.2 - Math.PI),
            One(PdgId.Photon, 20, -0.4, 0.4 - Math.PI),
        ],
    };

    private static Particle One(int pdgId, double pt, double eta, double phi) =>
        new(pdgId, FourVector.FromPtEtaPhiMass(pt, eta, phi, PdgId.Mass(pdgId)));
}
