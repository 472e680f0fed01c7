using System.Diagnostics;
using System.Globalization;
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
using Moliere.Simulation.Samples.Jets;
using Moliere.Simulation.Tracking;

namespace Moliere.Benchmarks;

/// <summary>Streams a jet table of dijets to a file and prints what it took as one line of JSON.</summary>
internal static class JetTable
{
    private const int EventsPerBlock = 256;

    public static int Run(string[] args)
    {
        ulong seed = (ulong)Arguments.Number(args, "--seed", 1);
        int threads = Arguments.Number(args, "--threads", 1), events = Arguments.Number(args, "--events", 1000);
        int first = Arguments.Number(args, "--first", 0);
        bool isSlice = args.Contains("--slice");
        JetSampler sampler = Sampler(args, seed, threads, isSlice);
        var process = new ProcessOptions
        {
            PtMin = Real(args, "--pt-min", isSlice ? 1500 : 15),
            PtMax = Real(args, "--pt-max", isSlice ? 3200 : 2200),
            EtaMax = Real(args, "--eta-max", isSlice ? 1.2 : 3.2),
        };
        var items = SampleItem.FromGenerator(EventGenerators.Create(process, seed), first, events);
        long start = Stopwatch.GetTimestamp(), rows = 0;
        using TableFileWriter writer = TableFileWriter.Create(
            args[0], [.. JetSampler.NoJets.Columns.Select(ColumnSpec.Of)]);
        sampler.Stream(items, EventsPerBlock, Write, threads, advance: null, CancellationToken.None);
        writer.Complete();
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        SampleClock clock = sampler.Clock;
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            benchmark = "jet-table",
            events,
            simulated = sampler.Simulated,
            jets = rows,
            events_per_second = events / seconds,
            simulated_per_second = sampler.Simulated / seconds,
            generation_ms = clock.Generation.TotalMilliseconds / events,
            simulation_ms = clock.Simulation.TotalMilliseconds / sampler.Simulated,
            reconstruction_ms = clock.Reconstruction.TotalMilliseconds / sampler.Simulated,
            threads,
        }));
        return 0;

        void Write(Table part)
        {
            rows += part.RowCount;
            writer.Append(part);
        }
    }

    private static double Real(string[] args, string name, double otherwise)
    {
        int index = Array.IndexOf(args, name);
        return index < 0 ? otherwise : double.Parse(args[index + 1], CultureInfo.InvariantCulture);
    }

    private static JetSampler Sampler(string[] args, ulong seed, int threads, bool isSlice)
    {
        var detector = new DetectorModel(DetectorDescription.Default.With(new ResponseFactors
        {
            EOverH = Real(args, "--e-over-h", 1),
            Noise = Real(args, "--noise", 1),
        }));
        CaloGeometry geometry = detector.Geometry;
        var neighbours = new CellNeighbours(geometry);
        var pileup = new PileupOptions { MeanMu = Real(args, "--mu", 36), LibrarySize = 500 };
        var library = PileupLibrary.Build(
            detector, pileup, new MinimumBiasGenerator(seed).Generate, seed, threads);
        var noise = new CellNoise(detector, library, new MuDistribution(pileup).Mean);
        var tracks = new CrossingTracks(
            new TrackerOptions(), new MinimumBiasGenerator(seed).Generate, pileup.LibrarySize, seed, threads);
        var simulation = new SimulationOptions { RotateAzimuth = false };
        return new JetSampler(
            () => new EventChain(
                new EventSimulator(detector, noise, library, pileup, simulation, seed),
                new TopoClusterFinder(geometry, neighbours, noise.Total, new TopoClusterOptions()),
                new CalorimeterEvent(geometry)),
            new JetSampleOptions { Slice = isSlice ? new DijetSlice() : null }, tracks, seed);
    }
}
