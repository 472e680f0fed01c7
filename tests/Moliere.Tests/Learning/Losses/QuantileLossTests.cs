using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Training;
using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Learning.Losses;

public sealed class QuantileLossTests : LossContract
{
    protected override Loss Loss { get; } = new QuantileLoss([0.05, 0.16, 0.5, 0.84, 0.95]);

    [Fact]
    public void Quantiles_NeverCross()
    {
        var loss = new QuantileLoss([0.1, 0.25, 0.5, 0.9]);
        float[] quantiles = new float[4];
        var rng = new Rng(3, "quantiles");
        for (int i = 0; i < 100; i++)
        {
            float[] outputs = [.. Enumerable.Range(0, 4).Select(_ => (float)(5 * rng.NextGaussian()))];
            loss.Quantiles(outputs, quantiles);
            Assert.Equal(quantiles.Order(), quantiles);
            Assert.Equal(outputs[2], quantiles[2]);
        }
    }

    [Fact]
    public void StartingOutputs_AreTheQuantilesOfANormalDensity()
    {
        float[] outputs = new float[5], quantiles = new float[5], mixture = new float[3];
        Loss.StartingOutputs(2, 0.25, outputs);
        ((QuantileLoss)Loss).Quantiles(outputs, quantiles);
        float[] expected = [2 - 0.82243f, 2 - 0.49723f, 2, 2 + 0.49723f, 2 + 0.82243f];
        Assert.All(expected.Zip(quantiles), pair => Assert.Equal(pair.First, pair.Second, 1e-4));
        Loss.Decode(outputs, mixture);
        Assert.Equal(0.5, mixture[2], 1e-4);
    }

    [Fact]
    public void Training_FindsTheQuantilesOfASkewedDistribution()
    {
        // t = x + e with e exponential: its quantiles are x - ln(1 - p).
        double[] probabilities = [0.1, 0.5, 0.8];
        var loss = new QuantileLoss(probabilities);
        var network = new Mlp(1, new() { Hidden = [8], Activation = Activation.Silu }, 3, seed: 1);
        var options = new TrainerOptions { Epochs = 12, BatchSize = 128, LearningRate = 0.02 };
        Trainer.Fit(network, loss, Rows(8000, 1), Rows(1000, 2), options);
        float[] outputs = new float[3], quantiles = new float[3];
        network.Predict(new[] { 0.5f }, 1, outputs, 1);
        loss.Quantiles(outputs, quantiles);
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(0.5 - Math.Log(1 - probabilities[i]), quantiles[i], 0.12);
        }
    }

    [Fact]
    public void OtherProbabilities_AreAnotherLoss()
    {
        var other = new QuantileLoss([0.05, 0.2, 0.5, 0.8, 0.95]);
        Assert.NotEqual(Loss, other);
        Assert.NotEqual(Loss.ToString(), other.ToString());
        Assert.Equal(new QuantileLoss([0.05, 0.2, 0.5, 0.8, 0.95]).GetHashCode(), other.GetHashCode());
    }

    [Theory]
    [InlineData("")]
    [InlineData("0.5")]
    [InlineData("0.1 0.5")]
    [InlineData("0.5 0.9")]
    [InlineData("0.1 0.4 0.9")]
    [InlineData("0.1 0.5 0.4")]
    [InlineData("0 0.5 0.9")]
    [InlineData("0.1 0.5 1")]
    public void ProbabilitiesThatCannotBe_AreRefused(string probabilities) => Assert.Throws<ArgumentException>(
        () => new QuantileLoss([.. probabilities.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(value => double.Parse(value, System.Globalization.CultureInfo.InvariantCulture))]));

    private static DataSet Rows(int rows, ulong stream)
    {
        var rng = new Rng(8, "skewed", stream);
        float[] features = new float[rows], targets = new float[rows];
        for (int i = 0; i < rows; i++)
        {
            features[i] = (float)rng.NextGaussian();
            targets[i] = (float)(features[i] - Math.Log(1 - rng.NextDouble()));
        }

        return new DataSet(features, 1, targets, null);
    }
}
