using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Training;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Learning.Losses;

public sealed class SoftmaxCrossEntropyTests : LossContract
{
    protected override Loss Loss { get; } = new SoftmaxCrossEntropy(3, [1, 0.5f, 2]);

    protected override float Target(ref Rng rng) => rng.NextInt(3);

    [Fact]
    public override void StartingOutputs_DecodeToAMixtureAroundTheMean()
    {
        float[] outputs = [1, 1, 1];
        Loss.StartingOutputs(0.7, 0.04, outputs);
        Assert.All(outputs, output => Assert.Equal(0, output));
    }

    [Fact]
    public override void StartingOutputs_BeatOutputsOfZero()
    {
        float[] outputs = new float[3], shares = new float[3];
        Loss.Start(Rows([0, 0, 0, 1, 2, 2], [1, 1, 1, 2, 1, -0.5f]), outputs);
        SoftmaxCrossEntropy.Probabilities(outputs, shares);

        // Weights of classes times those of their rows: 3, 1 and 1.
        Assert.All(shares.Zip([0.6, 0.2, 0.2]), pair => Assert.Equal(pair.Second, pair.First, 1e-6));
    }

    [Fact]
    public void ClassWithNothingLeft_StartsAtAFiniteOutput()
    {
        float[] outputs = new float[3];
        Loss.Start(Rows([0, 1, 2, 2], [1, 1, 1, -1.5f]), outputs);
        Assert.Equal(Math.Log(1e-6), outputs[2], 1e-5);
    }

    [Fact]
    public void LargeOutputs_DoNotOverflow()
    {
        float[] gradient = new float[3];
        Assert.Equal(200, new SoftmaxCrossEntropy(3).Row([1000, 800, -1000], 1, gradient), 1e-9);
        Assert.Equal([1, -1, 0], gradient);
    }

    [Theory]
    [InlineData(3f)]
    [InlineData(-1f)]
    [InlineData(0.5f)]
    public void TargetThatIsNoClass_IsRefused(float target)
    {
        string message = Message([0, 1, 2, target]);
        Assert.StartsWith($"Row 3 of the training data set has the target {target}; it must be the number", message);
    }

    [Fact]
    public void MissingClass_IsRefused() =>
        Assert.StartsWith("No row of the training data set is of class 1 of 3;", Message([0, 0, 2, 2]));

    [Fact]
    public void OtherWeights_AreAnotherLoss()
    {
        Assert.NotEqual(Loss, new SoftmaxCrossEntropy(3));
        Assert.NotEqual(Loss.ToString(), new SoftmaxCrossEntropy(3, [1, 0.5f, 1]).ToString());
        Assert.Equal(Loss.GetHashCode(), new SoftmaxCrossEntropy(3, [1, 0.5f, 2]).GetHashCode());
    }

    [Fact]
    public void ClassesAndWeightsThatCannotBe_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new SoftmaxCrossEntropy(1));
        Assert.Throws<ArgumentException>(() => new SoftmaxCrossEntropy(2, [1]));
        Assert.Throws<ArgumentException>(() => new SoftmaxCrossEntropy(2, [1, -1]));
        Assert.Throws<ArgumentException>(() => new SoftmaxCrossEntropy(2, [0, 0]));
    }

    [Fact]
    public void Training_FindsTheProbabilitiesOfOverlappingClasses()
    {
        var network = new Mlp(1, new() { Hidden = [8], Activation = Moliere.Numerics.Kernels.Activation.Tanh }, 3, 1);
        var options = new TrainerOptions { Epochs = 8, BatchSize = 128, LearningRate = 0.01 };
        Trainer.Fit(network, new SoftmaxCrossEntropy(3), Classes(9000, 1), Classes(1000, 2), options);
        float[] outputs = new float[3], shares = new float[3];
        network.Predict(new[] { 0.4f }, 1, outputs, 1);
        SoftmaxCrossEntropy.Probabilities(outputs, shares);

        // Class c is normal around c - 1 with width 1: densities at 0.4.
        double[] densities = [Math.Exp(-0.98), Math.Exp(-0.08), Math.Exp(-0.18)];
        Assert.All(densities.Zip(shares), pair => Assert.Equal(pair.First / densities.Sum(), pair.Second, 0.03));
    }

    private static string Message(float[] targets)
    {
        DataSet train = Rows(targets, null), validation = Rows([0, 1, 2], null);
        return Assert.Throws<ArgumentException>(() => Trainer.Fit(
            new Mlp(1, new(), 3, 1), new SoftmaxCrossEntropy(3), train, validation, new())).Message;
    }

    private static DataSet Rows(float[] targets, float[]? weights) =>
        new(new float[targets.Length], 1, targets, weights);

    private static DataSet Classes(int rows, ulong stream)
    {
        var rng = new Rng(8, "classes", stream);
        float[] features = new float[rows], targets = new float[rows];
        for (int i = 0; i < rows; i++)
        {
            targets[i] = rng.NextInt(3);
            features[i] = (float)(targets[i] - 1 + rng.NextGaussian());
        }

        return new DataSet(features, 1, targets, null);
    }
}
