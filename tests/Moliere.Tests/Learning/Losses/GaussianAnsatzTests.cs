using System.Text.Json;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Training;
using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Learning.Losses;

public sealed class GaussianAnsatzTests
{
    private const double Sigma = 0.3;

    private static readonly GaussianAnsatz Loss = new(0, 3, 4);

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(40)]
    public void SumAndGradient_EqualTheDefinition(int rows)
    {
        (float[] outputs, float[] targets, float[] weights) = Draw(rows);
        float[] gradients = new float[outputs.Length];
        double sum = Loss.Sum(outputs, 6, targets, weights, gradients);
        Assert.Equal(Defined(Double(outputs), targets, weights), sum, 1e-4);
        const double h = 1e-5;
        for (int i = 0; i < outputs.Length; i++)
        {
            double[] up = Double(outputs), down = Double(outputs);
            (up[i], down[i]) = (up[i] + h, down[i] - h);
            double expected = (Defined(up, targets, weights) - Defined(down, targets, weights)) / (2 * h);
            Assert.Equal(expected, gradients[i], 1e-4 * Math.Max(1, Math.Abs(expected)));
        }
    }

    [Fact]
    public void Row_EqualsItsDefinition()
    {
        (float[] outputs, float[] targets, _) = Draw(20);
        for (int i = 0; i < 20; i++)
        {
            ReadOnlySpan<float> row = outputs.AsSpan(i * 6, 6);
            double expected = Loss.Reference(Double(row.ToArray()), targets[i]);
            Assert.Equal(expected, Loss.Row(row, targets[i], new float[6]), 1e-5 * Math.Max(1, expected));
            Assert.Equal(
                Loss.ReferenceLogRatio(Double(row.ToArray()), targets[i]), Loss.LogRatio(row, targets[i]), 1e-4);
        }
    }

    // x = z + noise of 0.3. Under a falling spectrum exp(-2 z) the mean of z given x is x - 2 * 0.09 where the spectrum
    // has no edge; the most likely z is x, whatever the spectrum.
    [Theory]
    [InlineData(2, 3)]
    [InlineData(2, 5)]
    [InlineData(0, 3)]
    [InlineData(0, 5)]
    [Trait("Speed", "Slow")]
    public void MaximumLikelihood_DoesNotDependOnTheSpectrum(double slope, ulong seed)
    {
        Mlp regression = Fitted(new GaussianNll(), slope, seed), ansatz = Fitted(Loss, slope, seed);
        NetworkPrediction expected = Predict(regression, new GaussianNll()), found = Predict(ansatz, Loss);
        double shift = expected.Mean[0] - 1, freed = found.Mean[0] - 1;
        Assert.InRange(shift, (-slope * Sigma * Sigma) - 0.05, (-slope * Sigma * Sigma) + 0.05);
        Assert.InRange(freed, -0.05, 0.05);
        Assert.InRange(found.SigmaSyst![0], 0.85 * Sigma, 1.2 * Sigma);
    }

    [Fact]
    public void Decode_GivesTheWidthAtTheEstimate()
    {
        // Knots at 0, 1, 2, 3: halfway between the second and third one the log-variance is halfway, too.
        float[] mixture = new float[3];
        Loss.Decode([5, 1.5f, 9, -2, -4, 9], mixture);
        Assert.Equal([1, 1.5f, MathF.Exp(-1.5f)], mixture);
        Loss.Decode([5, 7, 9, 9, 9, -2], mixture);
        Assert.Equal([1, 7, MathF.Exp(-1)], mixture);
        Assert.Equal(1.5f, Loss.Mean([5, 1.5f, 9, -2, -4, 9], new float[6]));
    }

    [Fact]
    public void LossOfAWildGuess_HasABoundedGradientByA()
    {
        float[] outputs = [1e6f, 1, 0, 0, 0, 0, 1e6f, 2, 0, 0, 0, 0], gradients = new float[12];
        Assert.True(double.IsFinite(Loss.Sum(outputs, 6, [1, 2], [1, 1], gradients)));
        Assert.Equal(1, gradients[0]);
        outputs[1] = float.NaN;
        Assert.True(double.IsNaN(Loss.Sum(outputs, 6, [1, 2], [1, 1], gradients)));
    }

    [Fact]
    public void RowsThatSayNothing_CountZero()
    {
        float[] gradients = new float[12];
        Assert.Equal(0, Loss.Sum(new float[6], 6, [1], [1], gradients.AsSpan(0, 6)));
        Assert.Equal(0, Loss.Sum(new float[12], 6, [1, 2], [1, -1], gradients));
        Assert.All(gradients, value => Assert.Equal(0, value));
    }

    [Fact]
    public void Json_BringsTheLossBack() =>
        Assert.Equal(Loss, JsonSerializer.Deserialize<Loss>(JsonSerializer.Serialize<Loss>(Loss)));

    [Theory]
    [InlineData(1, 1, 4)]
    [InlineData(0, double.PositiveInfinity, 4)]
    [InlineData(0, 1, 1)]
    [InlineData(0, 1, 65)]
    public void KnotsThatCannotBe_AreRefused(double low, double high, int knots) =>
        Assert.Throws<ArgumentException>(() => new GaussianAnsatz(low, high, knots));

    private static Mlp Fitted(Loss loss, double slope, ulong seed)
    {
        var network = new Mlp(1, new() { Hidden = [24, 24], Activation = Activation.Silu }, loss.OutputCount, seed);
        var options = new TrainerOptions { Epochs = 20, BatchSize = 256, LearningRate = 0.01 };
        Trainer.Fit(network, loss, Smeared(6000, 1, slope), Smeared(2000, 2, slope), options);
        return network;
    }

    private static NetworkPrediction Predict(Mlp network, Loss loss) => network.Predict(new[] { 1f }, 1, loss, 1);

    private static DataSet Smeared(int rows, ulong stream, double slope)
    {
        var rng = new Rng(5, "smeared", stream);
        float[] seen = new float[rows], truth = new float[rows];
        for (int i = 0; i < rows; i++)
        {
            double u = rng.NextDouble();
            double z = slope == 0 ? 3 * u : -Math.Log(1 - (u * (1 - Math.Exp(-3 * slope)))) / slope;
            (truth[i], seen[i]) = ((float)z, (float)Distributions.Gaussian(z, Sigma, ref rng));
        }

        return new DataSet(seen, 1, truth, null);
    }

    // The sum as its comment states it, in double precision.
    private static double Defined(double[] outputs, float[] targets, float[] weights)
    {
        int n = targets.Length, partners = Math.Min(n - 1, GaussianAnsatz.MostPartners);
        double mean = weights.Average(weight => (double)weight), sum = 0;
        for (int i = 0; i < n; i++)
        {
            double[] row = outputs[(i * 6)..((i + 1) * 6)];
            sum += weights[i] * Math.Log(1 + Math.Exp(-Loss.ReferenceLogRatio(row, targets[i])));
            for (int k = 1; k <= partners; k++)
            {
                int j = (i + k) % n;
                double loss = Math.Log(1 + Math.Exp(Loss.ReferenceLogRatio(row, targets[j])));
                sum += weights[i] * weights[j] / mean * loss / partners;
            }

            for (int k = 3; k < 6; k++)
            {
                sum += 0.05 * weights[i] * Math.Pow(row[k] - row[k - 1], 2);
            }
        }

        return sum;
    }

    private static (float[] Outputs, float[] Targets, float[] Weights) Draw(int rows)
    {
        var rng = new Rng(11, "ansatz rows");
        float[] outputs = new float[rows * 6], targets = new float[rows], weights = new float[rows];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < 6; j++)
            {
                outputs[(i * 6) + j] = (float)rng.NextGaussian();
            }

            (targets[i], weights[i]) = ((float)(4 * rng.NextDouble()) - 0.5f, (float)rng.NextDouble());
        }

        return (outputs, targets, weights);
    }

    private static double[] Double(float[] values) => [.. values.Select(value => (double)value)];
}
