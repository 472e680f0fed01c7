using Moliere.Data.Geometry;
using Moliere.Data.Objects;

namespace Moliere.Reconstruction.TopoClusters;

/// <summary>
/// Finds the topo-clusters of an event: growth from seeds, splitting at local maxima, moments. Holds scratch arrays
/// that are reused from event to event, so every worker needs an instance of its own; results depend on the event
/// only.
/// </summary>
/// <source>arXiv:1603.02934 sections 3 and 4; physics notes 1.1-1.2.</source>
public sealed class TopoClusterFinder
{
    private readonly CaloGeometry _geometry;
    private readonly TopoClusterOptions _options;
    private readonly LocalMaximumFinder _maximumFinder;
    private readonly ClusterSplitter _splitter;
    private readonly MomentCalculator _moments;
    private readonly List<int> _maxima = [];
    private readonly List<(int First, int Length)> _runs = [];
    private float[] _ones = [];

    /// <summary>Prepares the clustering of events of one calorimeter.</summary>
    /// <param name="geometry">The cells.</param>
    /// <param name="neighbours">Their neighbours; may be shared between finders.</param>
    /// <param name="noise">Gaussian width of the total noise per cell, positive [GeV].</param>
    /// <param name="options">Thresholds, falling from seed to boundary.</param>
    /// <exception cref="ArgumentException">A noise value is missing or not positive, or thresholds rise.</exception>
    public TopoClusterFinder(
        CaloGeometry geometry, CellNeighbours neighbours, float[] noise, TopoClusterOptions options)
    {
        RequireNoise(noise, geometry.CellCount);
        RequireFallingThresholds(options);
        (_geometry, _options) = (geometry, options);
        Grower = new ClusterGrower(neighbours, noise, options);
        _maximumFinder = new LocalMaximumFinder(geometry, neighbours, options);
        _splitter = new ClusterSplitter(geometry, neighbours, options);
        _moments = new MomentCalculator(geometry, neighbours, noise);
    }

    internal ClusterGrower Grower { get; }

    /// <summary>
    /// The clusters by decreasing energy. Those without positive energy are left out unless
    /// <see cref="TopoClusterOptions.KeepNegative"/> is set; an event without seeds gives none.
    /// </summary>
    /// <param name="calorimeterEvent">Signals, deposits and times of the geometry given at construction.</param>
    /// <exception cref="ArgumentException">The event belongs to a calorimeter with another number of cells.</exception>
    public IReadOnlyList<Cluster> Find(CalorimeterEvent calorimeterEvent) =>
        [.. FindWithoutMoments(calorimeterEvent).Select(cluster => WithMoments(cluster, calorimeterEvent))];

    /// <summary>
    /// The clusters of <see cref="Find"/> with their moments left out, for those who need these of a few only: moments
    /// cost as much as all the rest.
    /// </summary>
    /// <param name="calorimeterEvent">As for <see cref="Find"/>.</param>
    /// <exception cref="ArgumentException">The event belongs to a calorimeter with another number of cells.</exception>
    public IReadOnlyList<Cluster> FindWithoutMoments(CalorimeterEvent calorimeterEvent)
    {
        RequireSameCells(calorimeterEvent);
        Grower.Grow(calorimeterEvent.Energy);
        return Measure(calorimeterEvent);
    }

    /// <summary>
    /// The clusters that have a seed in some windows, without moments; cells, weights, energies and momenta are those
    /// that <see cref="Find"/> gives these clusters, at a cost that grows with the windows instead of the calorimeter.
    /// </summary>
    /// <param name="calorimeterEvent">As for <see cref="Find"/>.</param>
    /// <param name="windows">Where seeds are taken; they may overlap.</param>
    /// <remarks>
    /// The moments of <see cref="WithShape"/> are those of <see cref="Find"/> as well. The isolation is not to be had:
    /// it would ask for clusters beyond the windows.
    /// </remarks>
    /// <exception cref="ArgumentException">The event belongs to a calorimeter with another number of cells.</exception>
    public IReadOnlyList<Cluster> FindWithin(
        CalorimeterEvent calorimeterEvent, IReadOnlyList<CellWindow> windows)
    {
        RequireSameCells(calorimeterEvent);
        _runs.Clear();
        foreach (CellWindow window in windows)
        {
            window.AddRuns(_geometry, _runs);
        }

        Grower.GrowWithin(calorimeterEvent.Energy, _runs);
        return Measure(calorimeterEvent);
    }

    /// <summary>A cluster with its moments.</summary>
    /// <param name="cluster">One of the clusters found last.</param>
    /// <param name="calorimeterEvent">The event they were found in, unchanged since.</param>
    public Cluster WithMoments(Cluster cluster, CalorimeterEvent calorimeterEvent) =>
        cluster with { Moments = _moments.MomentsOf(cluster, calorimeterEvent, Grower.ClusterOf) };

    /// <summary>A cluster with its moments but the isolation, which is 0 and saves half of the time.</summary>
    /// <param name="cluster">A cluster of this event.</param>
    /// <param name="calorimeterEvent">The event, unchanged since.</param>
    public Cluster WithShape(Cluster cluster, CalorimeterEvent calorimeterEvent) =>
        cluster with { Moments = _moments.ShapeOf(cluster, calorimeterEvent) };

    private Cluster[] Measure(CalorimeterEvent calorimeterEvent)
    {
        var clusters = new List<Cluster>(Grower.Count);
        for (int c = 0; c < Grower.Count; c++)
        {
            ReadOnlySpan<int> cells = Grower.CellsOf(c);
            _maximumFinder.Find(cells, c, Grower.ClusterOf, calorimeterEvent.Energy, _maxima);
            if (_maxima.Count < 2)
            {
                Add(cells, Ones(cells.Length), calorimeterEvent, clusters);
                continue;
            }

            _splitter.Split(cells, c, Grower.ClusterOf, calorimeterEvent.Energy, _maxima);
            for (int part = 0; part < _splitter.Count; part++)
            {
                Add(_splitter.CellsOf(part), _splitter.WeightsOf(part), calorimeterEvent, clusters);
            }
        }

        return [.. clusters.OrderByDescending(cluster => cluster.Energy)];
    }

    private void Add(
        ReadOnlySpan<int> cells, ReadOnlySpan<float> weights, CalorimeterEvent source, List<Cluster> clusters)
    {
        if (_options.KeepNegative || Sum(cells, weights, source.Energy) > 0)
        {
            clusters.Add(_moments.Measure(cells, weights, source));
        }
    }

    private static double Sum(ReadOnlySpan<int> cells, ReadOnlySpan<float> weights, float[] energy)
    {
        double sum = 0;
        for (int i = 0; i < cells.Length; i++)
        {
            sum += (double)weights[i] * energy[cells[i]];
        }

        return sum;
    }

    private ReadOnlySpan<float> Ones(int length)
    {
        if (_ones.Length < length)
        {
            _ones = new float[2 * length];
            _ones.AsSpan().Fill(1);
        }

        return _ones.AsSpan(0, length);
    }

    private void RequireSameCells(CalorimeterEvent calorimeterEvent)
    {
        if (calorimeterEvent.Energy.Length != _geometry.CellCount)
        {
            throw new ArgumentException(
                $"Event {calorimeterEvent.Number} has {calorimeterEvent.Energy.Length} cells, the finder was made for "
                + $"{_geometry.CellCount}: use one geometry for both.", nameof(calorimeterEvent));
        }
    }

    private static void RequireNoise(float[] noise, int cellCount)
    {
        if (noise.Length != cellCount)
        {
            throw new ArgumentException(
                $"The calorimeter has {cellCount} cells but {noise.Length} noise values were given.", nameof(noise));
        }

        int bad = Array.FindIndex(noise, sigma => !(sigma > 0 && float.IsFinite(sigma)));
        if (bad >= 0)
        {
            throw new ArgumentException(
                $"The noise of cell {bad} is {noise[bad]} GeV; it must be positive and finite.", nameof(noise));
        }
    }

    private static void RequireFallingThresholds(TopoClusterOptions options)
    {
        if (options.SeedThreshold < options.GrowthThreshold || options.GrowthThreshold < options.BoundaryThreshold)
        {
            throw new ArgumentException(
                $"Thresholds must fall from seed to growth to boundary, found {options.SeedThreshold}, "
                + $"{options.GrowthThreshold}, {options.BoundaryThreshold}.", nameof(options));
        }
    }
}
