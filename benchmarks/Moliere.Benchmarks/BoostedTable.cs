using System.Text.Json;
using Moliere.Simulation.Generation;
using Moliere.Simulation.Samples;
using Moliere.Simulation.Samples.Boosted;
using Process = Moliere.Simulation.Generation.Process;

namespace Moliere.Benchmarks;

/// <summary>Streams a table of large-radius jets to a file and prints what it took as one line of JSON.</summary>
internal static class BoostedTable
{
    private const int CrossingsPerBlock = 8;

    public static int Run(string[] args)
    {
        ulong seed = (ulong)Arguments.Number(args, "--seed", 1);
        int threads = Arguments.Number(args, "--threads", 1);
        int events = Arguments.Number(args, "--events", 1000), each = Arguments.Number(args, "--each", 40);
        var world = new TableWorld(new() { FixedMu = Arguments.Number(args, "--mu", 50), LibrarySize = 500 }, seed, threads);
        var options = new BoostedSampleOptions
        {
            PtMin = Arguments.Number(args, "--pt-min", 200),
            PtMax = Arguments.Number(args, "--pt-max", 2000),
            Trimming = new() { MinimumFraction = Arguments.Number(args, "--trim-percent", 5) / 100.0 },
            Pileup = args.Contains("--always") ? BoostedPileup.Always
                : args.Contains("--never") ? BoostedPileup.Never : BoostedPileup.Both,
        };
        var sampler = new BoostedJetSampler(
            withPileup => world.NewChain(new() { RotateAzimuth = false, WithPileup = withPileup }), options, seed);
        var bosons = new ProcessOptions
        {
            Process = Process.W,
            PtMin = 0.85 * options.PtMin,
            PtMax = 1.15 * options.PtMax,
            EtaMax = options.EtaMax,
        };
        IEnumerable<CrossingItem> crossings = CrossingItem.Of(
            SampleItem.FromGenerator(BoostedEvents.Create(bosons, seed), 0, events), each);
        (long rows, double seconds) = TableWorld.Write(
            args[0], BoostedJetSampler.NoJets, append => sampler.Stream(
                crossings, CrossingsPerBlock, append, threads, advance: null, CancellationToken.None));
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            benchmark = "boosted-table",
            events,
            wanted = sampler.Wanted,
            jets = rows,
            library_seconds = world.LibrarySeconds,
            seconds,
            jets_per_second = rows / seconds,
            generation_ms = sampler.Clock.Generation.TotalMilliseconds / rows,
            simulation_ms = sampler.Clock.Simulation.TotalMilliseconds / rows,
            reconstruction_ms = sampler.Clock.Reconstruction.TotalMilliseconds / rows,
            threads,
        }));
        return 0;
    }
}
