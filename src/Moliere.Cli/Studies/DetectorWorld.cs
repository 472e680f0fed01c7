using Moliere.Data.Geometry;
using Moliere.Data.Objects;
using Moliere.Reconstruction.TopoClusters;
using Moliere.Simulation.Detector;
using Moliere.Simulation.Detector.Description;
using Moliere.Simulation.Generation;
using Moliere.Simulation.Pileup;
using Moliere.Simulation.Samples;
using Moliere.Simulation.Tracking;

namespace Moliere.Cli.Studies;

/// <summary>What a detector and its overlaid collisions are made from.</summary>
/// <param name="Calorimeter">Calorimeter and tracker volume with all factors on them.</param>
/// <param name="Collisions">Pile-up.</param>
/// <param name="Thresholds">Topological clustering.</param>
/// <param name="Seed">Seed of the run.</param>
internal sealed record DetectorChoices(
    DetectorDescription Calorimeter, PileupOptions Collisions, TopoClusterOptions Thresholds, ulong Seed);

/// <summary>Detector, pile-up and noise of a recipe, built once and shared by all workers.</summary>
internal sealed class DetectorWorld
{
    private readonly DetectorChoices _choices;
    private readonly DetectorModel _detector;
    private readonly PileupLibrary _library;
    private readonly CellNoise _noise;
    private readonly CellNeighbours _neighbours;

    /// <summary>Simulates the pile-up library; takes about a second.</summary>
    public DetectorWorld(DetectorChoices choices, int threads)
    {
        _choices = choices;
        _detector = new DetectorModel(choices.Calorimeter);
        Geometry = _detector.Geometry;
        _neighbours = new CellNeighbours(Geometry);
        _library = PileupLibrary.Build(
            _detector, choices.Collisions, new MinimumBiasGenerator(choices.Seed).Generate, choices.Seed, threads);
        _noise = new CellNoise(_detector, _library, new MuDistribution(choices.Collisions).Mean);
    }

    /// <summary>The cells.</summary>
    public CaloGeometry Geometry { get; }

    /// <summary>Tracks in the field of the detector file; a field below 0.1 T counts as that.</summary>
    public TrackerOptions Tracker => new() { Field = Math.Max(0.1, _choices.Calorimeter.FieldTesla) };

    /// <summary>Total noise of each cell [GeV].</summary>
    public float[] Noise => _noise.Total;

    /// <summary>Cells and clusters of one event at exactly the mean number of collisions, not turned.</summary>
    /// <param name="generated">The collision.</param>
    public (CalorimeterEvent Cells, IReadOnlyList<Cluster> Clusters) Reconstruct(GeneratedEvent generated)
    {
        var cells = new CalorimeterEvent(Geometry);
        Simulator(new SimulationOptions { RotateAzimuth = false }, _choices.Collisions.MeanMu)
            .Simulate(generated, cells);
        return (cells, Finder().Find(cells));
    }

    /// <summary>A simulator for one thread.</summary>
    /// <param name="options">What is added to the deposits.</param>
    /// <param name="mu">Mean number of collisions of every event; null draws it.</param>
    public EventSimulator Simulator(SimulationOptions options, double? mu) => new(
        _detector, _noise, options.WithPileup ? _library : null, _choices.Collisions with { FixedMu = mu }, options,
        _choices.Seed);

    /// <summary>A cluster finder for one thread.</summary>
    public TopoClusterFinder Finder() => new(Geometry, _neighbours, _noise.Total, _choices.Thresholds);

    /// <summary>
    /// A sampler of single particles: electronic noise only, but the clustering thresholds of the collisions, as the
    /// experiment derives its tables.
    /// </summary>
    /// <param name="seed">Seed of showers and noise; another for each sample, or they share random numbers.</param>
    public ClusterSampler SingleParticles(ulong seed) =>
        new(() => NewChain(new SimulationOptions { WithPileup = false }, seed));

    /// <summary>A chain from particles to clusters for one worker.</summary>
    /// <param name="options">What is added to the deposits.</param>
    /// <param name="seed">Seed of showers and noise.</param>
    public EventChain NewChain(SimulationOptions options, ulong seed) => new(
        new EventSimulator(
            _detector, _noise, options.WithPileup ? _library : null, _choices.Collisions, options, seed),
        Finder(),
        new CalorimeterEvent(Geometry));
}
