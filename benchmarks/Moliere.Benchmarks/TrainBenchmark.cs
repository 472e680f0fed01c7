using System.Text.Json;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Optimizers;
using Moliere.Learning.Training;
using Moliere.Numerics.Random;

namespace Moliere.Benchmarks;

/// <summary>
/// Training rows per second of a 15-64-64-64-64-2 network with ReLU, Gaussian likelihood and Adam on synthetic rows; with
/// K components 3 K outputs and a mixture instead, and with normal weights if asked for.
/// Like its peers it times the optimiser steps; a small validation set stays in the time. Prints one line of JSON.
/// </summary>
internal static class TrainBenchmark
{
    internal const int Features = 15;

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
        DataSet train = Rows(rows, 1), validation = Rows(1024, 2);
        int components = Arguments.Number(args, "--components", 0);
        bool bayesian = Arguments.Number(args, "--bayesian", 0) != 0;
        var plan = new NetworkPlan
        {
            Family = bayesian ? NetworkFamily.Bayesian : NetworkFamily.Single,
            Loss = components == 0 ? new GaussianNll() : new MixtureNll(components),
        };
        Network model = plan.Create(Features, seed: 1);
        var speeds = new List<double>();
        var progress = new Collector(report => speeds.Add(report.RowsPerSecond));
        TrainingResult result = Trainer.Fit(model, plan.Loss, train, validation, options, progress: progress);
        speeds.Sort();
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            benchmark = "train",
            bayesian,
            components,
            rows_per_second = speeds[speeds.Count / 2],
            rows_per_second_best = speeds[^1],
            batch = options.BatchSize,
            threads,
            rows,
            epochs = options.Epochs,
            training_loss = result.History[^1].TrainingLoss,
        }));
        return 0;
    }

    // Target: a smooth function of all features, with a spread that depends on one of them.
    internal static DataSet Rows(int rows, ulong stream)
    {
        var rng = new Rng(1, "benchmark rows", stream);
        float[] features = new float[rows * Features], targets = new float[rows];
        for (int i = 0; i < rows; i++)
        {
            double sum = 0;
            for (int j = 0; j < Features; j++)
            {
                float x = (float)rng.NextGaussian();
                features[(i * Features) + j] = x;
                sum += Math.Sin(x * (j + 1) / 4.0) / Features;
            }

            targets[i] = (float)Distributions.Gaussian(sum, 0.1 + (0.05 * Math.Abs(features[i * Features])), ref rng);
        }

        return new DataSet(features, Features, targets, null);
    }

    private sealed class Collector(Action<EpochReport> action) : IProgress<EpochReport>
    {
        public void Report(EpochReport value) => action(value);
    }
}
