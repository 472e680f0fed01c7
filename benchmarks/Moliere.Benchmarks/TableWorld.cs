using System.Diagnostics;
using Moliere.Data.Geometry;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Tables;
using Moliere.Reconstruction.TopoClusters;
using Moliere.Simulation.Detector;
using Moliere.Simulation.Detector.Description;
using Moliere.Simulation.Generation;
using Moliere.Simulation.Pileup;
using Moliere.Simulation.Samples;
using Moliere.Simulation.Tracking;

namespace Moliere.Benchmarks;

/// <summary>Detector, noise and pile-up that all tables and events are simulated in.</summary>
internal sealed class TableWorld
{
    private readonly CellNeighbours _neighbours;
    private readonly PileupOptions _pileup;
    private readonly PileupLibrary _library;
    private readonly ulong _seed;
    private readonly int _threads;

    /// <summary>Simulates the library of pile-up.</summary>
    /// <param name="pileup">Its size, and how many collisions a crossing has.</param>
    /// <param name="seed">Seed of everything.</param>
    /// <param name="threads">For the library.</param>
    /// <param name="detector">Null for the one that the program ships.</param>
    public TableWorld(PileupOptions pileup, ulong seed, int threads, DetectorDescription? detector = null)
    {
        long start = Stopwatch.GetTimestamp();
        (_pileup, _seed, _threads) = (pileup, seed, threads);
        Detector = new DetectorModel(detector ?? DetectorDescription.Default);
        _neighbours = new CellNeighbours(Detector.Geometry);
        _library = PileupLibrary.Build(Detector, _pileup, new MinimumBiasGenerator(seed).Generate, seed, threads);
        Noise = new CellNoise(Detector, _library, new MuDistribution(_pileup).Mean);
        LibrarySeconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    public DetectorModel Detector { get; }

    public CellNoise Noise { get; }

    public double LibrarySeconds { get; }

    /// <summary>Tracks of the hard collision and of pile-up.</summary>
    public CrossingTracks Tracks(TrackerOptions options) =>
        new(options, new MinimumBiasGenerator(_seed).Generate, _pileup.LibrarySize, _seed, _threads);

    /// <summary>From particles to clusters, for one thread.</summary>
    /// <param name="options">With or without pile-up.</param>
    /// <param name="seed">Null for that of the world.</param>
    public EventChain NewChain(SimulationOptions options, ulong? seed = null) => new(
        new EventSimulator(
            Detector, Noise, options.WithPileup ? _library : null, _pileup, options, seed ?? _seed),
        new TopoClusterFinder(Detector.Geometry, _neighbours, Noise.Total, new TopoClusterOptions()),
        new CalorimeterEvent(Detector.Geometry));

    /// <summary>Streams tables to a file.</summary>
    /// <param name="path">Of the file.</param>
    /// <param name="none">A table without rows, for its columns.</param>
    /// <param name="stream">Gives its tables to what it is given.</param>
    /// <returns>Rows written, and the seconds that it took.</returns>
    public static (long Rows, double Seconds) Write(string path, Table none, Action<Action<Table>> stream)
    {
        long start = Stopwatch.GetTimestamp(), rows = 0;
        using TableFileWriter writer = TableFileWriter.Create(path, [.. none.Columns.Select(ColumnSpec.Of)]);
        stream(part =>
        {
            rows += part.RowCount;
            writer.Append(part);
        });
        writer.Complete();
        return (rows, Stopwatch.GetElapsedTime(start).TotalSeconds);
    }
}
