using System.Text.Json;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Optimizers;
using Moliere.Learning.Training;

namespace Moliere.Benchmarks;

/// <summary>
/// Training rows per second of networks over ragged sequences: with three lists through point-wise convolutions and
/// LSTMs of 10, 10 and 5 units into dense layers of 512 and 64 with dropout of 0.2 behind each layer (displaced), or
/// one list through an LSTM of 25 (tracks). Cross-entropy and Adam. Prints one line of JSON.
/// </summary>
internal static class SequenceBenchmark
{
    public static int Run(string[] args)
    {
        int rows = Arguments.Number(args, "--rows", 20_000), threads = Arguments.Number(args, "--threads", 2);
        bool isTracks = args.Contains("--tracks");
        var options = new TrainerOptions
        {
            BatchSize = Arguments.Number(args, "--batch", 512),
            Epochs = Arguments.Number(args, "--epochs", 3),
            Threads = threads,
            ClipNorm = 0,
            Patience = 0,
            LearningRate = 1e-3,
            Schedule = new ScheduleOptions { Kind = ScheduleKind.Constant },
        };
        SyntheticSequences.List[] lists = isTracks ? SyntheticSequences.Tracks : SyntheticSequences.Displaced;
        var loss = new SoftmaxCrossEntropy(isTracks ? 4 : 3);
        SequenceRows train = SyntheticSequences.Make(lists, rows, loss.Classes, 1);
        SequenceRows validation = SyntheticSequences.Make(lists, 256, loss.Classes, 2);
        var model = new SequenceNetwork(
            SyntheticSequences.Features, [.. lists.Select(list => list.Width)], isTracks ? Tracks : Displaced,
            loss.OutputCount, seed: 1);
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
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            benchmark = isTracks ? "sequences of tracks" : "sequences of displaced jets",
            rows_per_second = speeds[speeds.Count / 2],
            rows_per_second_best = speeds[^1],
            processor_us_per_row = spent.Skip(1).Zip(spent, (b, a) => b - a).Min() / rows * 1e6,
            batch = options.BatchSize,
            threads,
            rows,
            epochs = options.Epochs,
            training_loss = result.History[^1].TrainingLoss,
        }));
        return 0;
    }

    private static SequenceNetworkOptions Displaced => new()
    {
        Branches =
        [
            new() { Convolutions = [64, 32, 32, 16], Units = 10, MaximumLength = 30 },
            new() { Convolutions = [64, 32, 32, 16], Units = 10, MaximumLength = 20 },
            new() { Convolutions = [32, 16, 8], Units = 5, MaximumLength = 30 },
        ],
        Hidden = [512, 64],
        Dropout = 0.2,
    };

    private static SequenceNetworkOptions Tracks => new()
    {
        Branches = [new() { Units = 25, MaximumLength = 15 }],
        Hidden = [],
    };

    // [s] of all threads of this process.
    private static double Spent() => Environment.CpuUsage.TotalTime.TotalSeconds;
}
