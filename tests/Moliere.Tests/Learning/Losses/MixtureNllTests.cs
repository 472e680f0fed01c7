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

    [Theory]
    [InlineData(0)]
    [InlineData(65)]
    public void ImpossibleNumberOfComponents_IsRefused(int components) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new MixtureNll(components));
}
