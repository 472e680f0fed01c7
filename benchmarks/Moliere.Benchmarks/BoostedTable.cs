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
using Moliere.Simulation.Samples.Boosted;
using Process = Moliere.Simulation.Generation.Process;

namespace Moliere.Benchmarks;

/// <summary>Streams a table of large-radius jets to a file and prints what it took as one line of JSON.</summary>
internal sealed class BoostedTable
{
    private const int CrossingsPerBlock = 8;

    private readonly DetectorModel _detector = new(DetectorDescription.Default);
    private readonly CellNeighbours _neighbours;
    private readonly PileupOptions _pileup;
    private readonly PileupLibrary _library;
    private readonly CellNoise _noise;
    private readonly ulong _seed;

    private BoostedTable(string[] args, int threads)
    {
        _seed = (ulong)Arguments.Number(args, "--seed", 1);
        _neighbours = new CellNeighbours(_detector.Geometry);
        _pileup = new PileupOptions { FixedMu = Arguments.Number(args, "--mu", 50), LibrarySize = 500 };
        _library = PileupLibrary.Build(
            _detector, _pileup, new MinimumBiasGenerator(_seed).Generate, _seed, threads);
        _noise = new CellNoise(_detector, _library, new MuDistribution(_pileup).Mean);
    }

    public static int Run(string[] args)
    {
        long start = Stopwatch.GetTimestamp();
        int threads = Arguments.Number(args, "--threads", 1);
        var world = new BoostedTable(args, threads);
        double library = Stopwatch.GetElapsedTime(start).TotalSeconds;
        world.Write(args, threads, library);
        return 0;
    }

    private void Write(string[] args, int threads, double library)
    {
        int events = Arguments.Number(args, "--events", 1000), each = Arguments.Number(args, "--each", 40);
        var options = new BoostedSampleOptions
        {
            PtMin = Arguments.Number(args, "--pt-min", 200),
            PtMax = Arguments.Number(args, "--pt-max", 2000),
            Trimming = new() { MinimumFraction = Arguments.Number(args, "--trim-percent", 5) / 100.0 },
            Pileup = args.Contains("--always") ? BoostedPileup.Always
                : args.Contains("--never") ? BoostedPileup.Never : BoostedPileup.Both,
        };
        var sampler = new BoostedJetSampler(NewChain, options, _seed);
        var bosons = new ProcessOptions
        {
            Process = Process.W,
            PtMin = 0.85 * options.PtMin,
            PtMax = 1.15 * options.PtMax,
            EtaMax = options.EtaMax,
        };
        IEnumerable<CrossingItem> crossings = CrossingItem.Of(
            SampleItem.FromGenerator(BoostedEvents.Create(bosons, _seed), 0, events), each);
        long start = Stopwatch.GetTimestamp(), rows = 0;
        using TableFileWriter writer = TableFileWriter.Create(
            args[0], [.. BoostedJetSampler.NoJets.Columns.Select(ColumnSpec.Of)]);
        sampler.Stream(crossings, CrossingsPerBlock, Append, threads, advance: null, CancellationToken.None);
        writer.Complete();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            benchmark = "boosted-table",
            events,
            wanted = sampler.Wanted,
            jets = rows,
            library_seconds = library,
            seconds,
            jets_per_second = rows / seconds,
            generation_ms = sampler.Clock.Generation.TotalMilliseconds / rows,
            simulation_ms = sampler.Clock.Simulation.TotalMilliseconds / rows,
            reconstruction_ms = sampler.Clock.Reconstruction.TotalMilliseconds / rows,
            threads,
        }));

        void Append(Table part)
        {
            rows += part.RowCount;
            writer.Append(part);
        }
    }

    private EventChain NewChain(bool withPileup) => new(
        new EventSimulator(
            _detector, _noise, _library, _pileup,
            new SimulationOptions { RotateAzimuth = false, WithPileup = withPileup }, _seed),
        new TopoClusterFinder(_detector.Geometry, _neighbours, _noise.Total, new TopoClusterOptions()),
        new CalorimeterEvent(_detector.Geometry));
}
