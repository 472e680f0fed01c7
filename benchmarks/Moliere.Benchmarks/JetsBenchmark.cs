using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Reconstruction.Jets;
using Moliere.Simulation.Generation;

namespace Moliere.Benchmarks;

/// <summary>
/// Microseconds of processor time per event for inclusive anti-kt jets above 10 GeV with their constituents, on
/// particle sets of fixed size. <c>--write</c> makes the sets: a dijet event with as many minimum-bias collisions as it
/// needs, in random order, cut off at the size. Both programs read the text beforehand. Processor time, all threads
/// included: on a shared machine the clock measures the neighbours.
/// </summary>
internal static class JetsBenchmark
{
    private const ulong Seed = 1;

    public static int Run(string[] args)
    {
        string path = args[0];
        if (args.Contains("--write"))
        {
            Write(path, Arguments.Number(args, "--size", 400), Arguments.Number(args, "--events", 200));
            return 0;
        }

        var strategy = args.Contains("--plain") ? JetStrategy.Plain
            : args.Contains("--tiled") ? JetStrategy.Tiled : JetStrategy.Best;
        List<FourVector[]> events = Read(path);
        var finder = new JetFinder(new JetDefinition(JetAlgorithm.AntiKt, 0.4), strategy);
        int milliseconds = Arguments.Number(args, "--milliseconds", 1000);
        Func<FourVector[], int> work = args.Contains("--areas") ? inputs => Areas(finder, inputs)
            : args.Contains("--density") ? Density
            : inputs => finder.Find(inputs, 10).Count;
        _ = Measure(events, work, milliseconds / 2); // until the code is optimised
        (double microseconds, long jets) = Measure(events, work, milliseconds);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            benchmark = "jets",
            microseconds,
            jets,
            events = events.Count,
            size = events[0].Length,
        }));
        return 0;
    }

    private static int Areas(JetFinder finder, FourVector[] inputs)
    {
        MergeTree tree = finder.Cluster(inputs);
        var rng = new Rng(Seed, "areas");
        return JetAreas.Of(tree, tree.Jets(10), new GhostGrid(), ref rng).Length;
    }

    private static int Density(FourVector[] inputs)
    {
        var rng = new Rng(Seed, "density");
        return EventDensity.Of(inputs, new EventDensityOptions(), ref rng).JetCount;
    }

    private static (double Microseconds, long Jets) Measure(
        List<FourVector[]> events, Func<FourVector[], int> work, int limit)
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        TimeSpan start = process.TotalProcessorTime, spent = default;
        (long clustered, long jets) = (0, 0);
        while (spent.TotalMilliseconds < limit)
        {
            jets = events.Sum(work);
            clustered += events.Count;
            process.Refresh();
            spent = process.TotalProcessorTime - start;
        }

        return (spent.TotalMicroseconds / clustered, jets);
    }

    private static void Write(string path, int size, int events)
    {
        var dijets = new DijetGenerator(new DijetOptions(), Seed);
        var soft = new MinimumBiasGenerator(Seed);
        using var writer = new StreamWriter(path);
        long next = 0;
        for (int number = 0; number < events; number++)
        {
            List<FourVector> particles = Visible(dijets.Generate(number));
            while (particles.Count < size)
            {
                particles.AddRange(Visible(soft.Generate(next++)));
            }

            var rng = new Rng(Seed, "order", (ulong)number);
            for (int i = 0; i < size; i++)
            {
                int other = i + rng.NextInt(particles.Count - i);
                (particles[i], particles[other]) = (particles[other], particles[i]);
                FourVector p = particles[i];
                writer.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{p.Px:R} {p.Py:R} {p.Pz:R} {p.E:R}"));
            }

            writer.WriteLine("#END");
        }
    }

    private static List<FourVector> Visible(GeneratedEvent generated) =>
    [
        .. generated.Particles.Where(particle => PdgId.KindOf(particle.PdgId) != ParticleKind.Invisible)
            .Select(particle => particle.Momentum),
    ];

    private static List<FourVector[]> Read(string path)
    {
        List<FourVector[]> events = [];
        List<FourVector> particles = [];
        foreach (string line in File.ReadLines(path))
        {
            if (line == "#END")
            {
                events.Add([.. particles]);
                particles.Clear();
                continue;
            }

            double[] p = [.. line.Split(' ').Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
            particles.Add(new(p[0], p[1], p[2], p[3]));
        }

        return events;
    }
}
