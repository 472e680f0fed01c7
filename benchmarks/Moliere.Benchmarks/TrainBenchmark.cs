using System.Diagnostics;
using System.Text.Json;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Optimizers;
using Moliere.Learning.Training;

namespace Moliere.Benchmarks;

/// <summary>
/// Training rows per second of a 15-64-64-64-64-2 network with ReLU, Gaussian likelihood and Adam on synthetic rows, or
/// with 3 K outputs and a mixture of K components, as one network, a Bayesian one or an ensemble. Beside it stands
/// processor time per row, which is worth something on a machine that others use too.
/// Like its peers it times the optimiser steps; a small validation set stays in the time. Prints one line of JSON.
/// </summary>
internal static class TrainBenchmark
{
    public static int Run(string[] args)
    {
        int rows = Arguments.Number(args, "--rows", 200_000), threads = Arguments.Number(args, "--threads", 2);
        var options = new TrainerOptions
        {
            BatchSize = Arguments.Number(args, "--batch", 1024),
            Epochs = Arguments.Number(args, "--epochs", 5),
            Threads = threads,
            ClipNorm = 0,
            Patience = 0,
            LearningRate = 1e-3,
            Schedule = new ScheduleOptions { Kind = ScheduleKind.Constant },
        };
        DataSet train = SyntheticRows.Make(rows, 1), validation = SyntheticRows.Make(1024, 2);
        int components = Arguments.Number(args, "--components", 0);
        var plan = new NetworkPlan
        {
            Family = Family(args),
            Loss = components == 0 ? new GaussianNll() : new MixtureNll(components),
        };
        Network model = plan.Create(SyntheticRows.Features, seed: 1);
        var speeds = new List<double>();
        var spent = new List<double> { Spent() };
        var progress = new Collector(report =>
        {
            speeds.Add(report.RowsPerSecond);
            spent.Add(Spent());
        });
        TrainingResult result = Trainer.Fit(model, plan.Loss, train, validation, options, progress: progress);
        speeds.Sort();
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            benchmark = "train",
            family = plan.Family.ToString(),
            components,
            rows_per_second = speeds[speeds.Count / 2],
            rows_per_second_best = speeds[^1],
            processor_us_per_row = spent.Skip(1).Zip(spent, (b, a) => b - a).Min() * 1e6 / rows,
            batch = options.BatchSize,
            threads,
            rows,
            epochs = options.Epochs,
            training_loss = result.History[^1].TrainingLoss,
        }));
        return 0;
    }

    // [s] of all threads of this process.
    private static double Spent() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;

    private static NetworkFamily Family(string[] args)
    {
        int index = Array.IndexOf(args, "--family");
        return index < 0 ? NetworkFamily.Single : Enum.Parse<NetworkFamily>(args[index + 1], ignoreCase: true);
    }
}
