using System.Text.Json;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Optimizers;
using Moliere.Learning.Training;

namespace Moliere.Benchmarks;

/// <summary>
/// Training rows per second of a network over sets: Phi 8-100-100-128 on each of 40 points (80 at most), then
/// F 138-100-100-100-2, ReLU, Gaussian likelihood and Adam. Beside it stand processor time per row and the share of
/// multiply-adds. Prints one line of JSON.
/// </summary>
internal static class DeepSetsBenchmark
{
    public static int Run(string[] args)
    {
        int rows = Arguments.Number(args, "--rows", 20_000), threads = Arguments.Number(args, "--threads", 2);
        var options = new TrainerOptions
        {
            BatchSize = Arguments.Number(args, "--batch", 1024),
            Epochs = Arguments.Number(args, "--epochs", 3),
            Threads = threads,
            ClipNorm = 0,
            Patience = 0,
            LearningRate = 1e-3,
            Schedule = new ScheduleOptions { Kind = ScheduleKind.Constant },
        };
        SetRows train = SyntheticSets.Make(rows, 1), validation = SyntheticSets.Make(256, 2);
        var loss = new GaussianNll();
        var model = new DeepSets(
            SyntheticSets.Features, SyntheticSets.PointFeatures, new(), loss.OutputCount, seed: 1);
        var speeds = new List<double>();
        var spent = new List<double> { Spent() };
        var progress = new Collector(report =>
        {
            speeds.Add(report.RowsPerSecond);
            spent.Add(Spent());
        });
        TrainingResult result = Trainer.Fit(model, loss, train, validation, options, progress: progress);
        speeds.RemoveAt(0); // until the code is optimised
        speeds.Sort();
        double perRow = spent.Skip(1).Zip(spent, (b, a) => b - a).Min() / rows;
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            benchmark = "deepsets",
            rows_per_second = speeds[speeds.Count / 2],
            rows_per_second_best = speeds[^1],
            processor_us_per_row = perRow * 1e6,
            gflops_per_processor_second = FlopsPerRow(model, (double)train.Offsets[^1] / rows) / perRow / 1e9,
            batch = options.BatchSize,
            threads,
            rows,
            epochs = options.Epochs,
            training_loss = result.History[^1].TrainingLoss,
        }));
        return 0;
    }

    // Forward, weight gradient and input gradient are two operations per weight each; the first layer has no last one.
    private static double FlopsPerRow(DeepSets model, double points)
    {
        double flops = 0;
        foreach (var layer in model.Tape.Operations.OfType<Numerics.Autodiff.DenseOperation>())
        {
            bool isPoint = layer.Input.Kind == Numerics.Autodiff.RowKind.Points;
            flops += (layer.Input == model.Tape.Points ? 4.0 : 6.0) * layer.WeightCount * (isPoint ? points : 1);
        }

        return flops;
    }

    // [s] of all threads of this process.
    private static double Spent() => Environment.CpuUsage.TotalTime.TotalSeconds;
}
