// covers: BayesianOptions
using System.Text.Json.Nodes;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Numerics.Autodiff;
using Moliere.Tests.Toolbox;
using Xunit.Abstractions;

namespace Moliere.Tests.Learning.Models;

public sealed class BayesianMlpTests(ITestOutputHelper output)
{
    [Fact]
    public void Plan_MakesMeansOfUnitGainAndTheStartingWidth()
    {
        var plan = BayesianToy.Plan with { Shape = new() { Hidden = [200] } };
        var model = Assert.IsType<BayesianMlp>(plan.Create(50, seed: 1));
        var layer = (BayesianDenseOperation)model.Tape.Operations[0];
        ReadOnlySpan<float> means = model.Parameters.AsSpan(layer.MeanOffset, layer.WeightCount);
        Assert.Equal(1 / Math.Sqrt(50), Math.Sqrt(means.ToArray().Average(mu => (double)mu * mu)), 0.003);
        Assert.All(model.Parameters[layer.LogVarianceOffset..layer.ParameterCount], s => Assert.Equal(-9, s));
        Assert.Equal((50, 9), (model.InputCount, model.OutputCount));
    }

    [Fact]
    public void OutputBias_IsThePredictionOfWeightsWithoutMeanAndWidth()
    {
        var model = new BayesianMlp(2, new MlpOptions { Hidden = [] }, new BayesianOptions(), 1, 1);
        model.Parameters.AsSpan().Fill(-1000);
        model.Parameters.AsSpan(0, 2).Clear();
        model.SetOutputBias([3]);
        NetworkPrediction prediction = model.Predict(new float[] { 7, 8 }, 1, new MeanSquaredError(), 1);
        Assert.Equal(3, prediction.Mean[0], 1e-3f);
        Assert.InRange(prediction.SigmaStat![0], 1e-4f, 2e-3f);
        Assert.Null(prediction.SigmaSyst);
        Assert.Throws<ArgumentException>(() => model.SetOutputBias([1, 2]));
    }

    [Fact]
    public void ModelFile_PredictsTheSameBits()
    {
        using var folder = new TempFolder();
        JsonObject metadata = new() { ["target"] = "toy" };
        NetworkPlan plan = BayesianToy.Plan with { Bayesian = new() { Draws = 7, DrawSeed = 31 } };
        var model = (BayesianMlp)plan.Create(3, seed: 1);
        BayesianToy.Trained.Parameters.CopyTo(model.Parameters, 0);
        ModelFile.Write(folder.At("file"), plan, model, metadata);
        (NetworkPlan readPlan, Network read, _) = ModelFile.Read(folder.At("file"));
        Assert.Equal(plan.Bayesian, readPlan.Bayesian);
        NetworkPrediction before = model.Predict(BayesianToy.Features, BayesianToy.Rows, plan.Loss, 1);
        NetworkPrediction after = read.Predict(BayesianToy.Features, BayesianToy.Rows, plan.Loss, 2);
        Assert.Equal(before.Mixture, after.Mixture);
        Assert.Equal(before.SigmaStat!, after.SigmaStat!);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(10_001)]
    public void DrawsThatCannotBe_AreRefused(int draws)
    {
        var plan = BayesianToy.Plan with { Bayesian = new() { Draws = draws } };
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => plan.Create(3, seed: 1));
        Assert.Contains("1 to 10000 draws", exception.Message);
        Assert.Equal(draws, exception.ActualValue);
        Assert.Throws<ArgumentOutOfRangeException>(() => new BayesianPredictor(BayesianToy.Trained, draws, 1));
    }

    [Fact]
    public void PriorWithoutWidth_IsRefused()
    {
        var options = new BayesianOptions { PriorSigma = 0 };
        var exception = Assert.Throws<ArgumentOutOfRangeException>(
            () => new BayesianMlp(2, new MlpOptions(), options, 1, 1));
        Assert.Contains("positive standard deviation", exception.Message);
    }

    [Fact]
    public void OnePassWithOneHiddenLayer_EqualsManyDraws()
    {
        // Units of the first hidden layer are independent, so the pass is exact up to the error of the draws.
        var model = new BayesianMlp(3, new MlpOptions { Hidden = [20] }, new BayesianOptions { Draws = 4000 }, 1, 2);
        foreach (BayesianDenseOperation layer in model.Layers)
        {
            model.Parameters.AsSpan(layer.LogVarianceOffset, layer.WeightCount).Fill(-3);
        }

        float[] x = BayesianToy.Features[..30];
        NetworkPrediction drawn = model.Predict(x, 10, new MeanSquaredError(), 1);
        NetworkPrediction passed = model.PredictInOnePass(x, 10, new MeanSquaredError(), 1);
        for (int row = 0; row < 10; row++)
        {
            double sigma = drawn.SigmaStat![row];
            Assert.Equal(drawn.Mean[row], passed.Mean[row], 4.5 * sigma / Math.Sqrt(4000));
            Assert.Equal(1, passed.SigmaStat![row] / sigma, 0.055);
        }
    }

    [Fact]
    public void OnePass_IsCloseToDrawsOnATrainedNetwork()
    {
        BayesianMlp model = BayesianToy.Trained;
        Loss loss = BayesianToy.Plan.Loss;
        using var predictor = new BayesianPredictor(model, 1000, 2);
        NetworkPrediction drawn = predictor.Predict(BayesianToy.Features, BayesianToy.Rows, loss);
        NetworkPrediction passed = model.PredictInOnePass(BayesianToy.Features, BayesianToy.Rows, loss, 2);
        double[] shifts = Sorted(i => Math.Abs(passed.Mean[i] - drawn.Mean[i]) / drawn.SigmaSyst![i]);
        double[] stats = Sorted(i => passed.SigmaStat![i] / drawn.SigmaStat![i]);
        double[] systs = Sorted(i => passed.SigmaSyst![i] / drawn.SigmaSyst![i]);
        output.WriteLine(
            $"shift {shifts[200]:f4} {shifts[380]:f4}; stat {stats[20]:f3} {stats[200]:f3} {stats[380]:f3}; "
            + $"syst {systs[20]:f3} {systs[200]:f3} {systs[380]:f3}");
        Assert.InRange(shifts[380], 0, 0.1);
        Assert.InRange(stats[200], 0.8, 1.25);
        Assert.InRange(systs[200], 0.97, 1.03);
        Assert.Equal(
            passed.Mixture, model.PredictInOnePass(BayesianToy.Features, BayesianToy.Rows, loss, 1).Mixture);

        static double[] Sorted(Func<int, double> value) =>
            [.. Enumerable.Range(0, BayesianToy.Rows).Select(value).Order()];
    }
}
