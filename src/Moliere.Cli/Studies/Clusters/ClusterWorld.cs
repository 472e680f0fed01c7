using Moliere.Cli.Recipes.Clusters;
using Moliere.Data.Geometry;
using Moliere.Data.Objects;
using Moliere.Reconstruction.TopoClusters;
using Moliere.Simulation.Detector;
using Moliere.Simulation.Generation;
using Moliere.Simulation.Pileup;
using Moliere.Simulation.Samples;

namespace Moliere.Cli.Studies.Clusters;

/// <summary>Detector, pile-up and noise of a recipe, built once and shared by all workers.</summary>
internal sealed class ClusterWorld
{
    private readonly ClusterRecipe _recipe;
    private readonly DetectorModel _detector;
    private readonly PileupLibrary _library;
    private readonly CellNoise _noise;
    private readonly CellNeighbours _neighbours;

    /// <summary>Simulates the pile-up library; takes about a second.</summary>
    public ClusterWorld(ClusterRecipe recipe, int threads)
    {
        _recipe = recipe;
        _detector = new DetectorModel(recipe.Calorimeter());
        Geometry = _detector.Geometry;
        _neighbours = new CellNeighbours(Geometry);
        PileupOptions pileup = recipe.Collisions();
        _library = PileupLibrary.Build(
            _detector, pileup, new MinimumBiasGenerator(recipe.Seed).Generate, recipe.Seed, threads);
        _noise = new CellNoise(_detector, _library, new MuDistribution(pileup).Mean);
    }

    /// <summary>The cells.</summary>
    public CaloGeometry Geometry { get; }

    /// <summary>Total noise of each cell [GeV].</summary>
    public float[] Noise => _noise.Total;

    /// <summary>A sampler of collisions with pile-up.</summary>
    public ClusterSampler Collisions() => new(() => NewChain(new SimulationOptions(), _recipe.Seed));

    /// <summary>
    /// A sampler of single particles: electronic noise only, but the clustering thresholds of the collisions, as the
    /// experiment derives its tables.
    /// </summary>
    /// <param name="seed">Seed of showers and noise; another for each sample, or they share random numbers.</param>
    public ClusterSampler SingleParticles(ulong seed) =>
        new(() => NewChain(new SimulationOptions { WithPileup = false }, seed));

    /// <summary>
    /// Cells and clusters of one event at exactly the mean number of collisions, not turned about the beam, so that
    /// true and reconstructed directions agree.
    /// </summary>
    /// <param name="generated">The collision.</param>
    public (CalorimeterEvent Cells, IReadOnlyList<Cluster> Clusters) Reconstruct(GeneratedEvent generated)
    {
        var cells = new CalorimeterEvent(Geometry);
        Simulator(new SimulationOptions { RotateAzimuth = false }, _recipe.Pileup.MeanMu).Simulate(generated, cells);
        return (cells, Finder().Find(cells));
    }

    /// <summary>A simulator for one thread.</summary>
    /// <param name="options">What is added to the deposits.</param>
    /// <param name="mu">Mean number of collisions of every event; null draws it.</param>
    public EventSimulator Simulator(SimulationOptions options, double? mu) => new(
        _detector, _noise, options.WithPileup ? _library : null, _recipe.Collisions() with { FixedMu = mu }, options,
        _recipe.Seed);

    /// <summary>A cluster finder for one thread.</summary>
    public TopoClusterFinder Finder() => new(Geometry, _neighbours, _noise.Total, _recipe.Thresholds());

    private EventChain NewChain(SimulationOptions options, ulong seed) => new(
        new EventSimulator(
            _detector, _noise, options.WithPileup ? _library : null, _recipe.Collisions(), options, seed),
        new TopoClusterFinder(Geometry, _neighbours, _noise.Total, _recipe.Thresholds()),
        new CalorimeterEvent(Geometry));
}
