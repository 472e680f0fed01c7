using Moliere.Calibration.Classical;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Data.Geometry;
using Moliere.Data.Objects;
using Moliere.Reconstruction.TopoClusters;
using Moliere.Simulation.Detector;
using Moliere.Simulation.Generation;
using Moliere.Simulation.Samples;

namespace Moliere.Cli.Studies.Clusters;

/// <summary>Detector, pile-up and noise of a recipe, built once and shared by all workers.</summary>
internal sealed class ClusterWorld
{
    private readonly DetectorWorld _world;
    private readonly ClusterRecipe _recipe;

    /// <summary>Simulates the pile-up library; takes about a second.</summary>
    public ClusterWorld(ClusterRecipe recipe, int threads)
    {
        _world = new(recipe.Choices(), threads);
        _recipe = recipe;
    }

    /// <summary>The cells.</summary>
    public CaloGeometry Geometry => _world.Geometry;

    /// <summary>Total noise of each cell [GeV].</summary>
    public float[] Noise => _world.Noise;

    /// <summary>A sampler of collisions with pile-up.</summary>
    public ClusterSampler Collisions() => new(() => _world.NewChain(new SimulationOptions(), _recipe.Seed));

    /// <summary>The look-up tables of local weighting, derived or read.</summary>
    /// <param name="request">Folder, progress, threads and cancellation.</param>
    public LcwTables Lcw(StudyRequest request) => LcwStage.Get(
        request, _recipe.Lcw.Events, new GunOptions().EtaMax, _recipe.Seed, _world);

    /// <summary>
    /// Cells and clusters of one event at exactly the mean number of collisions, not turned about the beam, so that
    /// true and reconstructed directions agree.
    /// </summary>
    /// <param name="generated">The collision.</param>
    public (CalorimeterEvent Cells, IReadOnlyList<Cluster> Clusters) Reconstruct(GeneratedEvent generated) =>
        _world.Reconstruct(generated);

    /// <inheritdoc cref="DetectorWorld.Simulator"/>
    public EventSimulator Simulator(SimulationOptions options, double? mu) => _world.Simulator(options, mu);

    /// <inheritdoc cref="DetectorWorld.Finder"/>
    public TopoClusterFinder Finder() => _world.Finder();
}
