using System.Text.Json;
using Moliere.Simulation.Generation;
using Moliere.Simulation.Samples;
using Moliere.Simulation.Samples.Displaced;

namespace Moliere.Benchmarks;

/// <summary>Streams a table of displaced jets to a file and prints what it took as one line of JSON.</summary>
internal static class DisplacedTable
{
    private const int CrossingsPerBlock = 4;

    public static int Run(string[] args)
    {
        ulong seed = (ulong)Arguments.Number(args, "--seed", 1);
        int threads = Arguments.Number(args, "--threads", 1);
        var world = new TableWorld(new() { MeanMu = Arguments.Number(args, "--mu", 35), LibrarySize = 500 }, seed, threads);
        DisplacedSample[] samples =
            [.. args[1].Split(',').Select(name => Enum.Parse<DisplacedSample>(name, ignoreCase: true))];
        int events = Arguments.Number(args, "--events", 1000), each = Arguments.Number(args, "--each", 50);
        var sampler = new DisplacedSampler(
            () => world.NewChain(new() { RotateAzimuth = false }), new DisplacedGenerator(new(), seed), new(),
            world.Tracks(new()), seed);
        double cpu = Environment.CpuUsage.TotalTime.TotalSeconds;
        (long rows, double seconds) = TableWorld.Write(args[0], DisplacedSampler.NoJets, append => sampler.Stream(
            samples.SelectMany(sample => DisplacedCrossing.Of(sample, events, each)), CrossingsPerBlock, append,
            threads, advance: null, CancellationToken.None));
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            benchmark = "displaced-table",
            sample = args[1],
            events,
            jets = rows,
            library_seconds = world.LibrarySeconds,
            seconds,
            processor_seconds = Environment.CpuUsage.TotalTime.TotalSeconds - cpu,
            jets_per_second = rows / seconds,
            generation_ms = sampler.Clock.Generation.TotalMilliseconds / events / samples.Length,
            simulation_ms = sampler.Clock.Simulation.TotalMilliseconds / events / samples.Length,
            reconstruction_ms = sampler.Clock.Reconstruction.TotalMilliseconds / events / samples.Length,
            threads,
        }));
        return 0;
    }
}
