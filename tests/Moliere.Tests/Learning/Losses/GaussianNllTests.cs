using Moliere.Learning.Losses;

namespace Moliere.Tests.Learning.Losses;

public sealed class GaussianNllTests : LossContract
{
    protected override Loss Loss => new GaussianNll();

    [Theory]
    [InlineData(1e30f, 1e4f)]
    [InlineData(-1e30f, 1e-3f)]
    public void ExtremeLogVariance_StaysFinite(float logVariance, float target)
    {
        float[] gradient = new float[2];
        Assert.True(double.IsFinite(Loss.Row([0, logVariance], target, gradient)));
        Assert.All(gradient, g => Assert.True(float.IsFinite(g)));
    }

    [Fact]
    public void ConfidentAndWrongAtTheBound_IsLedBackInside()
    {
        float[] gradient = new float[2];
        Loss.Row([0, -25], 1, gradient);
        Assert.True(gradient[1] < 0, "a descent step must raise the log-variance");
    }

    [Fact]
    public void ConfidentAndRightAtTheBound_IsNotLedFurtherOut()
    {
        float[] gradient = new float[2];
        Loss.Row([0, -25], 0, gradient);
        Assert.Equal(0, gradient[1]);
    }
}
