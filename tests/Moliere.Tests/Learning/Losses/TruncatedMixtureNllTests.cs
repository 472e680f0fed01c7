using Moliere.Learning.Losses;
using Moliere.Learning.Training;
using Moliere.Numerics.Random;

namespace Moliere.Tests.Learning.Losses;

public sealed class TruncatedMixtureNllTests : LossContract
{
    protected override Loss Loss => new TruncatedMixtureNll(4);

    [Fact]
    public void Density_IntegratesToOneOverTheRange()
    {
        var rng = new Rng(3, "outputs", 0);
        float[] outputs = new float[12];
        foreach (ref float output in outputs.AsSpan())
        {
            output = (float)(2 * rng.NextGaussian());
        }

        const int steps = 20_000;
        double sum = 0;
        for (int i = 0; i < steps; i++)
        {
            sum += Math.Exp(-Loss.Row(outputs, (i + 0.5f) / steps, new float[12])) / steps;
        }

        Assert.Equal(1, sum, 1e-5);
    }

    [Fact]
    public void ExtremeOutputs_StayFinite()
    {
        float[] gradient = new float[12];
        foreach (float size in (float[])[-200, 200])
        {
            float[] outputs = [.. Enumerable.Range(0, 12).Select(i => i % 3 == 0 ? -size : size)];
            Assert.True(double.IsFinite(Loss.Row(outputs, 0.5f, gradient)));
            Assert.All(gradient, derivative => Assert.True(float.IsFinite(derivative)));
        }
    }

    // Targets of the contract lie outside of the range.
    [Fact]
    public override void StartingOutputs_BeatOutputsOfZero()
    {
        float[] start = new float[12], zero = new float[12];
        Loss.StartingOutputs(0.2, 0.01, start);
        double started = 0, unstarted = 0;
        for (int i = 0; i < 50; i++)
        {
            float target = 0.1f + (0.2f * i / 49);
            started += Loss.Row(start, target, new float[12]);
            unstarted += Loss.Row(zero, target, new float[12]);
        }

        Assert.True(started < unstarted, $"{started} {unstarted}");
    }

    [Theory]
    [InlineData(-0.1f)]
    [InlineData(1.5f)]
    public void TargetOutsideOfTheRange_IsNamed(float target)
    {
        var rows = new DataSet(new float[3], 1, [0, 1, target], null);
        string message = Assert.Throws<ArgumentException>(() => Loss.CheckTargets(rows, "training")).Message;
        Assert.Contains("Row 2 of the training data set", message, StringComparison.Ordinal);
        Loss.CheckTargets(rows with { Targets = [0, 0.5f, 1] }, "training");
    }

    protected override float Target(ref Rng rng) => (float)rng.NextDouble();
}
