using System.Text.Json;
using Moliere.Simulation.Detector;
using Moliere.Simulation.Detector.Description;
using Moliere.Simulation.Generation;
using Moliere.Simulation.Samples;
using Moliere.Simulation.Samples.Jets;

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
            PtMin = Arguments.Real(args, "--pt-min", isSlice ? 1500 : 15),
            PtMax = Arguments.Real(args, "--pt-max", isSlice ? 3200 : 2200),
            EtaMax = Arguments.Real(args, "--eta-max", isSlice ? 1.2 : 3.2),
        };
        var items = SampleItem.FromGenerator(EventGenerators.Create(process, seed), first, events);
        (long rows, double seconds) = TableWorld.Write(args[0], JetSampler.NoJets, append => sampler.Stream(
            items, EventsPerBlock, append, threads, advance: null, CancellationToken.None));
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
    }

    private static JetSampler Sampler(string[] args, ulong seed, int threads, bool isSlice)
    {
        DetectorDescription detector = DetectorDescription.Default.With(new ResponseFactors
        {
            EOverH = Arguments.Real(args, "--e-over-h", 1),
            Noise = Arguments.Real(args, "--noise", 1),
        });
        var world = new TableWorld(new() { MeanMu = Arguments.Real(args, "--mu", 36), LibrarySize = 500 }, seed, threads, detector);
        return new JetSampler(
            () => world.NewChain(new() { RotateAzimuth = false }),
            new JetSampleOptions { Slice = isSlice ? new DijetSlice() : null }, world.Tracks(new()), seed);
    }
}
