using System.Diagnostics;
using System.Text.Json;
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
using Moliere.Simulation.Samples.Displaced;
using Moliere.Simulation.Tracking;

namespace Moliere.Benchmarks;

/// <summary>Streams a table of displaced jets to a file and prints what it took as one line of JSON.</summary>
internal sealed class DisplacedTable
{
    private const int CrossingsPerBlock = 4;

    private readonly DetectorModel _detector = new(DetectorDescription.Default);
    private readonly CellNeighbours _neighbours;
    private readonly PileupOptions _pileup;
    private readonly PileupLibrary _library;
    private readonly CellNoise _noise;
    private readonly ulong _seed;
    private readonly int _threads;

    private DisplacedTable(string[] args)
    {
        _seed = (ulong)Arguments.Number(args, "--seed", 1);
        _threads = Arguments.Number(args, "--threads", 1);
        _neighbours = new CellNeighbours(_detector.Geometry);
        _pileup = new PileupOptions { MeanMu = Arguments.Number(args, "--mu", 35), LibrarySize = 500 };
        _library = PileupLibrary.Build(
            _detector, _pileup, new MinimumBiasGenerator(_seed).Generate, _seed, _threads);
        _noise = new CellNoise(_detector, _library, new MuDistribution(_pileup).Mean);
    }

    public static int Run(string[] args)
    {
        long start = Stopwatch.GetTimestamp();
        var world = new DisplacedTable(args);
        world.Write(args, Stopwatch.GetElapsedTime(start).TotalSeconds);
        return 0;
    }

    private void Write(string[] args, double library)
    {
        DisplacedSample[] samples =
            [.. args[1].Split(',').Select(name => Enum.Parse<DisplacedSample>(name, ignoreCase: true))];
        int events = Arguments.Number(args, "--events", 1000), each = Arguments.Number(args, "--each", 50);
        var sampler = new DisplacedSampler(
            NewChain, new DisplacedGenerator(new(), _seed), new(),
            new CrossingTracks(
                new TrackerOptions(), new MinimumBiasGenerator(_seed).Generate, _pileup.LibrarySize, _seed, _threads),
            _seed);
        double cpu = Environment.CpuUsage.TotalTime.TotalSeconds;
        long start = Stopwatch.GetTimestamp(), rows = 0;
        using TableFileWriter writer = TableFileWriter.Create(
            args[0], [.. DisplacedSampler.NoJets.Columns.Select(ColumnSpec.Of)]);
        sampler.Stream(
            samples.SelectMany(sample => DisplacedCrossing.Of(sample, events, each)), CrossingsPerBlock, Append,
            _threads, advance: null, CancellationToken.None);
        writer.Complete();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            benchmark = "displaced-table",
            sample = args[1],
            events,
            jets = rows,
            library_seconds = library,
            seconds,
            processor_seconds = Environment.CpuUsage.TotalTime.TotalSeconds - cpu,
            jets_per_second = rows / seconds,
            generation_ms = sampler.Clock.Generation.TotalMilliseconds / events / samples.Length,
            simulation_ms = sampler.Clock.Simulation.TotalMilliseconds / events / samples.Length,
            reconstruction_ms = sampler.Clock.Reconstruction.TotalMilliseconds / events / samples.Length,
            threads = _threads,
        }));

        void Append(Table part)
        {
            rows += part.RowCount;
            writer.Append(part);
        }
    }

    private EventChain NewChain() => new(
        new EventSimulator(_detector, _noise, _library, _pileup, new() { RotateAzimuth = false }, _seed),
        new TopoClusterFinder(_detector.Geometry, _neighbours, _noise.Total, new TopoClusterOptions()),
        new CalorimeterEvent(_detector.Geometry));
}
