using System.Diagnostics;
using System.Text.Json;
using Moliere.Data.Tables;
using Moliere.Simulation.Generation;
using Moliere.Simulation.Samples;

namespace Moliere.Benchmarks;

/// <summary>
/// Milliseconds of one thread per dijet event with pile-up, from the generator to jets, with the options of the default
/// study. The first events, which still meet unoptimised code, are not counted. Prints one line of JSON.
/// </summary>
internal static class EventsBenchmark
{
    private const int WarmUp = 200;
    private const ulong Seed = 1;

    public static int Run(string[] args)
    {
        int events = Arguments.Number(args, "--events", 1000), threads = Arguments.Number(args, "--threads", 1);
        Func<ClusterSampler> newSampler = World(threads);
        _ = Sample(newSampler(), WarmUp, threads);
        ClusterSampler sampler = newSampler();
        long start = Stopwatch.GetTimestamp();
        Table table = Sample(sampler, events, threads);
        TimeSpan wall = Stopwatch.GetElapsedTime(start);
        SampleClock clock = sampler.Clock;
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            benchmark = "events",
            generation_ms = clock.Generation.TotalMilliseconds / events,
            simulation_ms = clock.Simulation.TotalMilliseconds / events,
            reconstruction_ms = clock.Reconstruction.TotalMilliseconds / events,
            events_per_second = events / wall.TotalSeconds,
            events,
            threads,
            clusters = table.RowCount,
        }));
        return 0;
    }

    private static Func<ClusterSampler> World(int threads)
    {
        var world = new TableWorld(new(), Seed, threads);
        return () => new ClusterSampler(() => world.NewChain(new()));
    }

    private static Table Sample(ClusterSampler sampler, int events, int threads)
    {
        var items = SampleItem.FromGenerator(new DijetGenerator(new DijetOptions(), Seed).Generate, events);
        return sampler.Sample(
            items, new ClustersInJets(new ClusterSampleOptions()), threads, advance: null, CancellationToken.None);
    }
}
