using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Training;
using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Learning.Losses;

public sealed class DecorrelatedCrossEntropyTests
{
    [Fact]
    public void Gradient_IsThatOfDifferences()
    {
        CoupledRows rows = Toy(60, 2);
        float[] outputs = [.. Enumerable.Range(0, 60).Select(i => rows.Row(i)[0] - 0.3f)];
        var gradient = new float[60];
        var loss = new DecorrelatedCrossEntropy(5);
        loss.Evaluate(new(rows, [], outputs, 1), gradient);
        foreach (int i in (int[])[0, 1, 30, 59])
        {
            const float step = 1e-3f;
            double above = Shifted(step), below = Shifted(-step);
            Assert.Equal((above - below) / (2 * step), gradient[i], 2e-5);

            double Shifted(float by)
            {
                float[] moved = [.. outputs];
                moved[i] += by;
                return loss.Evaluate(new(rows, [], moved, 1), new float[60]);
            }
        }
    }

    [Fact]
    public void LambdaZero_IsTheMeanCrossEntropy()
    {
        CoupledRows rows = Toy(500, 3);
        float[] outputs = [.. Enumerable.Range(0, 500).Select(i => rows.Row(i)[0])];
        double sum = 0, total = 0;
        for (int i = 0; i < 500; i++)
        {
            sum += rows.Weight(i) * new BinaryCrossEntropy().Reference([outputs[i]], rows.Target(i));
            total += rows.Weight(i);
        }

        Verdict verdict = new DecorrelatedCrossEntropy(0).Judge(new(rows, [], outputs, 1));
        Assert.Equal(sum / total, verdict.Score, 1e-6);
        Assert.True(verdict.Measures[1] > 0.02, "the toy's classes are correlated with what they carry");
    }

    // One feature of the toy knows the class alone, the other one the context too: the network must give up the second.
    [Fact]
    public void Training_GivesUpWhatTellsTheContext()
    {
        CoupledRows train = Toy(6000, 4), validation = Toy(4000, 5);
        (double plain, double loose) = Train(train, validation, 0);
        (double careful, double tight) = Train(train, validation, 20);
        Assert.True(loose > 0.05, $"plain training leaves a correlation of {loose}");
        Assert.True(tight < 0.1 * loose, $"{tight} of {loose} is left");
        Assert.InRange(careful, plain, Math.Log(2));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    public void WrongLambda_IsRefused(double lambda) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new DecorrelatedCrossEntropy(lambda));

    private static (double Entropy, double Correlation) Train(CoupledRows train, CoupledRows validation, double lambda)
    {
        var network = new Mlp(2, new() { Hidden = [16], Activation = Activation.Tanh }, 1, 1);
        Trainer.Fit(
            network, new DecorrelatedCrossEntropy(lambda), train, validation,
            new() { Epochs = 25, BatchSize = 2048, LearningRate = 0.03 });
        float[] features = [.. Enumerable.Range(0, validation.RowCount).SelectMany(i => validation.Row(i).ToArray())];
        var outputs = new float[validation.RowCount];
        network.Predict(features, validation.RowCount, outputs, 1);
        Verdict verdict = new DecorrelatedCrossEntropy(lambda).Judge(new(validation, [], outputs, 1));
        return (verdict.Measures[0], verdict.Measures[1]);
    }

    private static CoupledRows Toy(int count, ulong seed)
    {
        var rng = new Rng(seed, "toy", 0);
        float[] features = new float[2 * count], targets = new float[count], context = new float[count];
        var weights = new float[count];
        for (int i = 0; i < count; i++)
        {
            targets[i] = i % 2;
            context[i] = (float)(rng.NextGaussian() + targets[i]);
            features[2 * i] = (float)((1.5 * context[i]) + (0.5 * rng.NextGaussian()));
            features[(2 * i) + 1] = (float)(targets[i] + rng.NextGaussian());
            weights[i] = (float)(0.5 + rng.NextDouble());
        }

        return new(new DataSet(features, 2, targets, weights), 1, context, 1);
    }
}
