using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Training;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Learning.Losses;

public sealed class BinaryCrossEntropyTests : LossContract
{
    protected override Loss Loss { get; } = new BinaryCrossEntropy();

    protected override float Target(ref Rng rng) => rng.NextInt(2);

    [Fact]
    public void LargeLogits_DoNotOverflow()
    {
        float[] gradient = new float[1];
        Assert.Equal(500, Loss.Row([500], 0, gradient));
        Assert.Equal(1, gradient[0]);
        Assert.Equal(0, Loss.Row([500], 1, gradient));
    }

    [Fact]
    public void Start_IsTheShareOfClassOne()
    {
        float[] outputs = new float[1];
        Loss.Start(Rows([1, 0, 0], [3, 0.5f, 0.5f]), outputs);
        Assert.Equal(0.75, BinaryCrossEntropy.Probability(outputs[0]), 1e-6);
    }

    [Theory]
    [InlineData(1.5f)]
    [InlineData(-0.1f)]
    public void TargetThatIsNoProbability_IsRefused(float target) => Assert.StartsWith(
        $"Row 2 of the training data set has the target {target}; it must be the probability",
        Message([0, 1, target]));

    [Fact]
    public void MissingClass_IsRefused()
    {
        Assert.StartsWith("No row of the training data set is of class 1;", Message([0, 0]));
        Assert.StartsWith("No row of the training data set is of class 0;", Message([1, 1]));
    }

    private static string Message(float[] targets) => Assert.Throws<ArgumentException>(() => Trainer.Fit(
        new Mlp(1, new(), 1, 1), new BinaryCrossEntropy(), Rows(targets, null), Rows([0, 1], null), new())).Message;

    private static DataSet Rows(float[] targets, float[]? weights) =>
        new(new float[targets.Length], 1, targets, weights);
}
