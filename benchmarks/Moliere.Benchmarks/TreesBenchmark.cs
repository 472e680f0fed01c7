using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using Moliere.Learning.Trees;
using Moliere.Learning.Trees.Exchange;
using Moliere.Numerics.Random;

namespace Moliere.Benchmarks;

/// <summary>
/// Boosted trees on rows that a peer reads too (`rows`, `targets`, `labels` as float32 in a folder): `write` makes
/// them, `train` fits a model and says its loss, `predict` runs a model file of either program. Prints one line of
/// JSON; `processor` are seconds of all threads.
/// </summary>
internal static class TreesBenchmark
{
    private const int Features = 20, Held = 50_000;

    public static int Run(string[] args)
    {
        string folder = args[0];
        switch (args[1])
        {
            case "write":
                Write(folder, Arguments.Number(args, "--rows", 200_000));
                return 0;
            case "train":
                Train(folder, args);
                return 0;
            default:
                Predict(folder, args);
                return 0;
        }
    }

    // A smooth part, a slope that depends on a sign, a step, a part linear in many features, noise; a twentieth is
    // missing.
    // (A product of two features would make losses a matter of luck: no single split gains by it.)
    private static void Write(string folder, int rows)
    {
        int count = rows + Held;
        float[] x = new float[count * Features], targets = new float[count], labels = new float[count];
        for (int i = 0; i < count; i++)
        {
            var rng = new Rng(1, "trees", (ulong)i);
            Span<float> row = x.AsSpan(i * Features, Features);
            foreach (ref float value in row)
            {
                value = (float)rng.NextGaussian();
            }

            double signal = Math.Sin(2 * row[0]) + (row[1] * (row[2] > 0 ? 1.5 : 0.5)) + (row[3] > 0.5 ? 1 : 0);
            for (int f = 4; f < Features; f++)
            {
                signal += 0.05 * f * row[f] / Features;
            }

            targets[i] = (float)(signal + (0.5 * rng.NextGaussian()));
            labels[i] = rng.NextDouble() < 1 / (1 + Math.Exp(-2 * signal)) ? 1 : 0;
            foreach (ref float value in row)
            {
                value = rng.NextDouble() < 0.05 ? float.NaN : value;
            }
        }

        Save(folder, "rows", x);
        Save(folder, "targets", targets);
        Save(folder, "labels", labels);
    }

    private static void Train(string folder, string[] args)
    {
        bool isLogistic = args.Contains("--logistic");
        float[] x = Load(folder, "rows"), y = Load(folder, isLogistic ? "labels" : "targets");
        int rows = y.Length - Held;
        string[] names = [.. Enumerable.Range(0, Features).Select(f => $"f{f}")];
        var train = new TreeRows(x[..(rows * Features)], names, y[..rows]);
        var options = new BoostingOptions
        {
            Objective = isLogistic ? TreeObjective.Logistic : TreeObjective.Squared,
            Rounds = Arguments.Number(args, "--rounds", 100),
            Start = isLogistic ? 0 : null, // as the peer
            MaxDepth = Arguments.Number(args, "--depth", 6),
            Threads = Arguments.Number(args, "--threads", 1),
        };
        BoostedTreesTrainer.Fit(train, options with { Rounds = 3 }); // until the code is optimised
        TimeSpan spent = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        BoostedTrees model = BoostedTreesTrainer.Fit(train, options).Model;
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        double processor = (Environment.CpuUsage.TotalTime - spent).TotalSeconds;
        XgboostFile.Write(Path.Combine(folder, "ours.json"), model);
        Print(new
        {
            seconds,
            processor,
            loss = Loss(model, x.AsMemory(0, rows * Features), y.AsSpan(0, rows)),
            held = Loss(model, x.AsMemory(rows * Features), y.AsSpan(rows)),
        });
    }

    private static void Predict(string folder, string[] args)
    {
        float[] x = Load(folder, "rows");
        int rows = x.Length / Features;
        BoostedTrees model = XgboostFile.Read(Path.Combine(folder, args[2])).Trees;
        using var predictor = new TreePredictor(model, Arguments.Number(args, "--threads", 1));
        float[] margins = new float[rows];
        var seconds = new List<double>();
        TimeSpan spent = default;
        const int warm = 2, repeats = 5;
        for (int repeat = 0; repeat < warm + repeats; repeat++)
        {
            spent = repeat == warm ? Environment.CpuUsage.TotalTime : spent;
            long start = Stopwatch.GetTimestamp();
            predictor.Predict(x, rows, margins);
            seconds.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        double processor = (Environment.CpuUsage.TotalTime - spent).TotalSeconds / repeats;
        double middle = seconds.Skip(warm).Order().ElementAt(repeats / 2);
        Print(new { seconds = middle, processor, sum = margins.Sum(margin => (double)margin) });
    }

    // Root mean squared error, or cross-entropy of labels.
    private static double Loss(BoostedTrees model, ReadOnlyMemory<float> x, ReadOnlySpan<float> y)
    {
        using var predictor = new TreePredictor(model, 2);
        float[] margins = new float[y.Length];
        predictor.Predict(x, y.Length, margins);
        double sum = 0;
        for (int i = 0; i < y.Length; i++)
        {
            double m = margins[i];
            sum += model.Objective == TreeObjective.Logistic
                ? Math.Max(m, 0) - (m * y[i]) + Math.Log(1 + Math.Exp(-Math.Abs(m)))
                : (m - y[i]) * (m - y[i]);
        }

        return model.Objective == TreeObjective.Logistic ? sum / y.Length : Math.Sqrt(sum / y.Length);
    }

    private static void Print<T>(T result) => Console.WriteLine(JsonSerializer.Serialize(result));

    private static void Save(string folder, string name, float[] values) =>
        File.WriteAllBytes(Path.Combine(folder, name), MemoryMarshal.AsBytes<float>(values).ToArray());

    private static float[] Load(string folder, string name) =>
        MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(Path.Combine(folder, name))).ToArray();
}
