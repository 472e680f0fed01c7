using System.Diagnostics;
using System.Text.Json;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Training;

namespace Moliere.Benchmarks;

/// <summary>
/// Predicted rows per second of a Bayesian 15-64-64-64-64-9 network with a mixture of 3 components: with draws, and in
/// one pass. Medians over repetitions, drawing of the weights included. Prints one line of JSON.
/// </summary>
internal static class PredictBenchmark
{
    public static int Run(string[] args)
    {
        int rows = Arguments.Number(args, "--rows", 50_000), threads = Arguments.Number(args, "--threads", 2);
        int draws = Arguments.Number(args, "--draws", 50), repeats = Arguments.Number(args, "--repeats", 5);
        var loss = new MixtureNll(3);
        var options = new BayesianOptions { Draws = draws };
        var model = new BayesianMlp(SyntheticRows.Features, new MlpOptions(), options, loss.OutputCount, seed: 1);
        DataSet data = SyntheticRows.Make(rows, 1);
        double drawn = Rate(() => model.Predict(data.Features, rows, loss, threads));
        double onePass = Rate(() => model.PredictInOnePass(data.Features, rows, loss, threads));
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            benchmark = "predict",
            rows_per_second = drawn,
            rows_per_second_one_pass = onePass,
            draws,
            threads,
            rows,
        }));
        return 0;

        double Rate(Func<NetworkPrediction> predict)
        {
            _ = predict();
            double[] seconds = [.. Enumerable.Range(0, repeats).Select(repeat =>
            {
                long start = Stopwatch.GetTimestamp();
                _ = predict();
                return Stopwatch.GetElapsedTime(start).TotalSeconds;
            }).Order()];
            return rows / seconds[repeats / 2];
        }
    }
}
