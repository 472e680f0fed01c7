using Moliere.Learning.Losses;

namespace Moliere.Tests.Learning.Losses;

public sealed class MixtureNllTests : LossContract
{
    protected override Loss Loss => new MixtureNll(3);

    [Fact]
    public void OneComponent_EqualsGaussian()
    {
        float[] mixture = new float[3], gaussian = new float[2];
        double expected = new GaussianNll().Row([0.3f, -1.2f], 0.9f, gaussian);
        Assert.Equal(expected, new MixtureNll(1).Row([0.3f, -1.2f, 5], 0.9f, mixture), 1e-6);
        Assert.Equal(gaussian[0], mixture[0], 1e-6f);
        Assert.Equal(gaussian[1], mixture[1], 1e-6f);
        Assert.Equal(0, mixture[2]);
    }

    [Fact]
    public void LargeLogitsAndFarTarget_StayFinite()
    {
        float[] gradient = new float[9];
        double loss = Loss.Row([0, 0, 0, -20, -20, -20, 500, -500, 0], 30, gradient);
        Assert.True(double.IsFinite(loss));
        Assert.All(gradient, g => Assert.True(float.IsFinite(g)));
    }

    [Fact]
    public void Floor_KeepsWidthsAndLossFromRunningAway()
    {
        var floored = new MixtureNll(2) { LeastSigma = 0.1 };
        float[] outputs = [0, 0.5f, -15, -1, 0.2f, 0], gradient = new float[6], mixture = new float[6];
        floored.Decode(outputs, mixture);
        Assert.Equal(0.1f, mixture[4], 1e-6f);
        Assert.Equal(MathF.Exp(-0.5f), mixture[5], 1e-6f);
        float[] atFloor = [0, 0.5f, 2 * MathF.Log(0.1f), -1, 0.2f, 0];
        double expected = Loss2().Reference([.. atFloor.Select(value => (double)value)], 0);
        Assert.Equal(expected, floored.Row(outputs, 0, gradient), 1e-5);
        Assert.Equal(0, gradient[2]);
        float[] both = [.. outputs, .. atFloor], gradients = new float[12];
        Assert.Equal(2 * expected, floored.Sum(both, 6, [0, 0], [1, 1], gradients), 1e-4);
        Assert.Equal(gradient[0], gradients[0], 1e-5f);

        static MixtureNll Loss2() => new(2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void FloorThatIsNotPositive_IsRefused(double floor) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new MixtureNll(2) { LeastSigma = floor });

    [Theory]
    [InlineData(0)]
    [InlineData(65)]
    public void ImpossibleNumberOfComponents_IsRefused(int components) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new MixtureNll(components));
}
