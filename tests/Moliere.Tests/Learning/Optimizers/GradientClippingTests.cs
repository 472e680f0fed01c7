using Moliere.Learning.Optimizers;

namespace Moliere.Tests.Learning.Optimizers;

public sealed class GradientClippingTests
{
    [Fact]
    public void LongGradient_IsShortenedAndKeepsItsDirection()
    {
        float[] gradient = [3, 0, 0, 0, 4];
        Assert.Equal(5, GradientClipping.ClipInPlace(gradient, 1), 1e-12);
        Assert.Equal([0.6f, 0f, 0f, 0f, 0.8f], gradient);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(0)]
    public void ShortGradientOrNoLimit_IsLeftAlone(double maximum)
    {
        float[] gradient = [3, 4];
        Assert.Equal(5, GradientClipping.ClipInPlace(gradient, maximum), 1e-12);
        Assert.Equal([3f, 4f], gradient);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void NonFiniteElement_GivesNonFiniteNorm(float broken) =>
        Assert.False(double.IsFinite(GradientClipping.Norm([1, 2, broken, 3, 4, 5])));
}
