using Moliere.Data.Geometry;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Reconstruction.Taus;
using Moliere.Reconstruction.TopoClusters;
using Moliere.Simulation.Detector;
using Moliere.Simulation.Detector.Description;
using Moliere.Simulation.Generation;
using Moliere.Simulation.Pileup;
using Moliere.Simulation.Samples;
using Moliere.Simulation.Samples.Taus;
using Moliere.Simulation.Tracking;

namespace Moliere.Tests.Simulation.Samples.Taus;

/// <summary>Crossings with a few overlaid collisions of a small library, and pairs of hadronic taus.</summary>
internal static class ToyCrossings
{
    public const ulong Seed = 5;

    private static readonly DetectorModel s_detector = new(DetectorDescription.Default);
    private static readonly CellNeighbours s_neighbours = new(s_detector.Geometry);
    private static readonly PileupOptions s_pileup = new() { LibrarySize = 12, FixedMu = 6 };
    private static readonly PileupLibrary s_library = PileupLibrary.Build(
        s_detector, s_pileup, new MinimumBiasGenerator(Seed).Generate, Seed, threads: 1);

    private static readonly CellNoise s_noise = new(s_detector, s_library, 6);

    public static CaloGeometry Geometry => s_detector.Geometry;

    public static CrossingTracks Tracks { get; } =
        new(new(), new MinimumBiasGenerator(Seed).Generate, 12, Seed, threads: 1);

    public static Func<long, GeneratedEvent> Taus { get; } = EventGenerators.Create(
        new()
        {
            Process = Process.DiTau,
            TauDecay = TauDecay.Hadronic,
            EtaMax = 2,
            MassMin = 80,
            MassMax = 200,
            InitialRadiation = false,
            BeamRemnants = false,
            UnderlyingActivity = 0,
        },
        Seed);

    /// <summary>A weighting that depends on the cluster, so that forgotten factors are noticed.</summary>
    public static ClusterScale Scale(Cluster cluster, CalorimeterEvent source) =>
        new(cluster.Moments.EmFraction > 0.9 ? 0.9 : 0.1, 1 + (0.2 * (1 - cluster.Moments.PtD)));

    public static EventSimulator Simulator(bool turns = false, bool withPileup = true) => new(
        s_detector, s_noise, s_library, s_pileup, new() { RotateAzimuth = turns, WithPileup = withPileup }, Seed);

    public static TopoClusterFinder Finder() => new(Geometry, s_neighbours, s_noise.Total, new());

    public static TauSampler Sampler(bool turns = false) => new(
        () => new EventChain(Simulator(turns), Finder(), new CalorimeterEvent(Geometry)), () => Scale,
        new TauSampleOptions { WindowRadius = 1 }, new TauOptions(), Tracks, Seed);

    public static Table Sample(
        TauSampler sampler, IEnumerable<CrossingItem> crossings, int threads = 1, int crossingsPerPart = 2)
    {
        var parts = new List<Table> { TauSampler.NoTaus };
        sampler.Stream(crossings, crossingsPerPart, parts.Add, threads, null, CancellationToken.None);
        return ColumnJoin.Rows(parts);
    }
}
