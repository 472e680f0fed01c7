using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Numerics.Special;
using Xunit.Abstractions;

namespace Moliere.Tests.Learning.Models;

public sealed class BayesianPredictorTests(ITestOutputHelper output)
{
    private const int Draws = 50;

    private static Loss Loss => BayesianToy.Plan.Loss;

    [Fact]
    public void Moments_AreThoseOfTheDraws()
    {
        NetworkPrediction prediction = Predict(Draws, 1);
        float[][] mixtures = Mixtures();
        for (int row = 0; row < BayesianToy.Rows; row += 37)
        {
            double[] means = [.. mixtures.Select(draw => new NormalMixture(Own(draw, row)).Mean())];
            double variance = mixtures.Average(draw => new NormalMixture(Own(draw, row)).Variance());
            double mean = means.Average(), spread = means.Sum(m => (m - mean) * (m - mean)) / (Draws - 1);
            Assert.Equal(mean, prediction.Mean[row], 1e-6);
            Assert.Equal(Math.Sqrt(spread), prediction.SigmaStat![row], 1e-5 * Math.Sqrt(spread));
            Assert.Equal(Math.Sqrt(variance), prediction.SigmaSyst![row], 1e-6);
        }
    }

    [Fact]
    public void Mixture_KeepsMeanAndVarianceOfAllDraws()
    {
        NetworkPrediction prediction = Predict(Draws, 1);
        for (int row = 0; row < BayesianToy.Rows; row++)
        {
            var mixture = new NormalMixture(prediction.Mixture.AsSpan(row * 9, 9));
            double stat = prediction.SigmaStat![row] * Math.Sqrt((Draws - 1.0) / Draws);
            double syst = prediction.SigmaSyst![row], total = (stat * stat) + (syst * syst);
            Assert.Equal(prediction.Mean[row], mixture.Mean(), 1e-5);
            Assert.Equal(1, mixture.Variance() / total, 1e-3);
        }
    }

    [Fact]
    public void Mixture_IsCloseToThatOfAllComponentsOfAllDraws()
    {
        NetworkPrediction prediction = Predict(Draws, 1);
        float[][] mixtures = Mixtures();
        double largest = 0, sum = 0;
        int rows = 0;
        for (int row = 0; row < BayesianToy.Rows; row += 7)
        {
            double deviation = Deviation(prediction, mixtures, row);
            (largest, sum, rows) = (Math.Max(largest, deviation), sum + deviation, rows + 1);
        }

        output.WriteLine($"largest |dF|: mean {sum / rows:f5}, worst {largest:f5}");
        Assert.InRange(sum / rows, 0, 0.005);
        Assert.InRange(largest, 0, 0.02);
    }

    [Fact]
    public void ThreadsAndBlocks_DoNotChangeABit()
    {
        NetworkPrediction one = Predict(Draws, 1);
        foreach (int threads in new[] { 2, 3 })
        {
            NetworkPrediction other = Predict(Draws, threads);
            Assert.Equal(one.Mean, other.Mean);
            Assert.Equal(one.SigmaStat!, other.SigmaStat!);
            Assert.Equal(one.Mixture, other.Mixture);
        }

        using var predictor = new BayesianPredictor(BayesianToy.Trained, Draws, 1);
        float[] row = predictor.Predict(BayesianToy.Features.AsMemory(300 * 3, 3), 1, Loss).Mixture;
        Assert.Equal(one.Mixture[(300 * 9)..(301 * 9)], row);
    }

    [Fact]
    public void OneDraw_HasNoStatisticalPart() =>
        Assert.All(Predict(1, 1).SigmaStat!, sigma => Assert.Equal(0, sigma));

    [Fact]
    public void NonFiniteRow_LeavesOthersAlone()
    {
        float[] x = [.. BayesianToy.Features];
        x[3 * 3] = float.NaN;
        using var predictor = new BayesianPredictor(BayesianToy.Trained, 5, 1);
        float[] clean = predictor.Predict(BayesianToy.Features, BayesianToy.Rows, Loss).Mean;
        float[] found = predictor.Predict(x, BayesianToy.Rows, Loss).Mean;
        Assert.True(float.IsNaN(found[3]));
        found[3] = clean[3];
        Assert.Equal(clean, found);
    }

    [Fact]
    public void NoRows_GiveNothing()
    {
        using var predictor = new BayesianPredictor(BayesianToy.Trained, 2, 2);
        Assert.Equal(0, predictor.Predict(default, 0, Loss).RowCount);
    }

    private static NetworkPrediction Predict(int draws, int threads)
    {
        using var predictor = new BayesianPredictor(BayesianToy.Trained, draws, threads);
        return predictor.Predict(BayesianToy.Features, BayesianToy.Rows, Loss);
    }

    // Each draw as a plain network of its own.
    private static float[][] Mixtures() => [.. Enumerable.Range(0, Draws).Select(draw =>
    {
        var network = new Mlp(3, BayesianToy.Plan.Shape, Loss.OutputCount, seed: 0);
        BayesianToy.Trained.Draw(draw, network.Parameters);
        return network.Predict(BayesianToy.Features, BayesianToy.Rows, Loss, 1).Mixture;
    })];

    private static ReadOnlySpan<float> Own(float[] mixtures, int row) => mixtures.AsSpan(row * 9, 9);

    // Largest difference of the distribution functions on a grid of ± 4 total sigma.
    private static double Deviation(NetworkPrediction prediction, float[][] mixtures, int row)
    {
        var matched = new NormalMixture(Own(prediction.Mixture, row));
        double sigma = Math.Sqrt(matched.Variance()), largest = 0;
        for (int i = -40; i <= 40; i++)
        {
            double x = matched.Mean() + (0.1 * i * sigma);
            double exact = mixtures.Average(draw => new NormalMixture(Own(draw, row)).Probability(x));
            largest = Math.Max(largest, Math.Abs(exact - matched.Probability(x)));
        }

        return largest;
    }
}
