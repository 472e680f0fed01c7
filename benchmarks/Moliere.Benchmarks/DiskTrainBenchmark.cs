using System.Diagnostics;
using System.Text.Json;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Optimizers;
using Moliere.Learning.Training;
using Moliere.Numerics.Random;

namespace Moliere.Benchmarks;

/// <summary>
/// Training from a mapped scratch file against training from arrays in memory: rows per second of either, the largest
/// resident memory, and whether the trained weights are the same bits. Rows are made as they are written, so that the
/// run from the disk never has them in arrays. Prints one line of JSON.
/// </summary>
internal static class DiskTrainBenchmark
{
    private const int Features = 17;

    public static int Run(string[] args)
    {
        int rows = Arguments.Number(args, "--rows", 10_000_000), threads = Arguments.Number(args, "--threads", 2);
        string mode = args.FirstOrDefault(arg => arg is "disk" or "memory") ?? "disk";
        var options = new TrainerOptions
        {
            BatchSize = Arguments.Number(args, "--batch", 1024),
            Epochs = Arguments.Number(args, "--epochs", 2),
            Threads = threads,
            Patience = 0,
            LearningRate = 1e-3,
            Schedule = new ScheduleOptions { Kind = ScheduleKind.Constant },
        };
        long start = Stopwatch.GetTimestamp();
        using RowMatrix matrix = mode == "disk"
            ? RowMatrix.OnDisk(Path.Combine(Path.GetTempPath(), $"moliere-{Environment.ProcessId}.rows"), Features, 1)
            : RowMatrix.InMemory(Features, 1);
        Fill(matrix, rows);
        double writing = Stopwatch.GetElapsedTime(start).TotalSeconds;
        using RowMatrix validation = RowMatrix.InMemory(Features, 1);
        Fill(validation, 1024);
        var plan = new NetworkPlan { Loss = new MixtureNll(3) };
        Network model = plan.Create(Features, seed: 1);
        var speeds = new List<double>();
        TrainingResult result = Trainer.Fit(
            model, plan.Loss, matrix.View(0), validation.View(0), options,
            progress: new Collector(report => speeds.Add(report.RowsPerSecond)));
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            benchmark = "train-disk",
            mode,
            rows,
            threads,
            epochs = options.Epochs,
            seconds_writing = writing,
            rows_per_second = speeds.Order().ElementAt(speeds.Count / 2),
            rows_per_second_best = speeds.Max(),
            largest_resident_mb = PeakMegabytes(),
            weights = HashOf(model.Parameters),
            training_loss = result.History[^1].TrainingLoss,
        }));
        return 0;
    }

    private static void Fill(RowMatrix matrix, int rows)
    {
        var rng = new Rng(1, "benchmark rows", (ulong)rows);
        var block = new float[1024 * (Features + 2)];
        for (int first = 0; first < rows; first += 1024)
        {
            int count = Math.Min(1024, rows - first);
            for (int i = 0; i < count; i++)
            {
                Span<float> row = block.AsSpan(i * (Features + 2), Features + 2);
                double sum = 0;
                for (int f = 0; f < Features; f++)
                {
                    row[f] = (float)rng.NextGaussian();
                    sum += Math.Sin(row[f] * (f + 1) / 4.0) / Features;
                }

                row[Features] = (float)Distributions.Gaussian(sum, 0.1 + (0.05 * Math.Abs(row[0])), ref rng);
                row[Features + 1] = 1;
            }

            matrix.Append(block.AsSpan(0, count * (Features + 2)));
        }
    }

    private static double PeakMegabytes()
    {
        using Process self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 / 1e6;
    }

    private static string HashOf(float[] weights) => Convert.ToHexStringLower(
        System.Security.Cryptography.SHA256.HashData(
            System.Runtime.InteropServices.MemoryMarshal.AsBytes(weights.AsSpan())))[..16];
}
