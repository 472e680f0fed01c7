using System.Text.Json;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Optimizers;
using Moliere.Learning.Training;

namespace Moliere.Benchmarks;

/// <summary>
/// What an ensemble costs in units of one network: a 15-64-64-64-64-9 network with ReLU, mixture likelihood and Adam,
/// alone, as a deep ensemble and as a repulsive one, epoch by epoch in turns. Prints one line of JSON.
/// </summary>
internal static class EnsembleBenchmark
{
    private static readonly MixtureNll Loss = new(3);

    public static int Run(string[] args)
    {
        int rows = Arguments.Number(args, "--rows", 100_000), members = Arguments.Number(args, "--members", 16);
        int rounds = Arguments.Number(args, "--rounds", 3);
        var options = new TrainerOptions
        {
            BatchSize = Arguments.Number(args, "--batch", 1024),
            Epochs = 3,
            Threads = Arguments.Number(args, "--threads", 1),
            Patience = 0,
            LearningRate = 1e-3,
            Schedule = new ScheduleOptions { Kind = ScheduleKind.Constant },
        };
        DataSet train = SyntheticRows.Make(rows, 1), validation = SyntheticRows.Make(1024, 2);
        var families = new[] { NetworkFamily.Single, NetworkFamily.DeepEnsemble, NetworkFamily.RepulsiveEnsemble };
        var speeds = families.Select(_ => new List<double>()).ToArray();
        double[] processor = new double[families.Length];
        foreach (NetworkFamily family in families)
        {
            Speed(family, members, train, validation, options); // until the code is optimised
        }

        for (int round = 0; round < rounds; round++)
        {
            for (int i = 0; i < families.Length; i++)
            {
                TimeSpan before = Environment.CpuUsage.TotalTime;
                speeds[i].Add(Speed(families[i], members, train, validation, options));
                processor[i] += (Environment.CpuUsage.TotalTime - before).TotalSeconds;
            }
        }

        double single = Median(speeds[0]), deep = Median(speeds[1]), repulsive = Median(speeds[2]);
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            benchmark = "ensemble",
            single_rows_per_second = single,
            deep_rows_per_second = deep,
            repulsive_rows_per_second = repulsive,
            deep_cost = single / deep,
            repulsive_cost = single / repulsive,
            deep_processor_cost = processor[1] / processor[0],
            repulsive_processor_cost = processor[2] / processor[0],
            single_processor_ns_per_row = processor[0] * 1e9 / ((double)rows * rounds * options.Epochs),
            members,
            batch = options.BatchSize,
            threads = options.Threads,
            rows,
        }));
        return 0;
    }

    // Best epoch: the machine is shared, and what disturbs an epoch only ever slows it down.
    private static double Speed(
        NetworkFamily family, int members, DataSet train, DataSet validation, TrainerOptions options)
    {
        var plan = new NetworkPlan { Family = family, Loss = Loss, Ensemble = new() { Members = members } };
        var speeds = new List<double>();
        var progress = new Collector(report => speeds.Add(report.RowsPerSecond));
        Trainer.Fit(plan.Create(SyntheticRows.Features, 1), Loss, train, validation, options, progress: progress);
        return speeds.Max();
    }

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
