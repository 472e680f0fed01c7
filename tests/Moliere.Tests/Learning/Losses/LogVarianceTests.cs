using Moliere.Learning.Losses;

namespace Moliere.Tests.Learning.Losses;

public sealed class LogVarianceTests
{
    [Theory]
    [InlineData(-21, -20)]
    [InlineData(0.5, 0.5)]
    [InlineData(11, 10)]
    public void Value_IsHeldWithinBounds(float predicted, float expected) =>
        Assert.Equal(expected, LogVariance.Bounded(predicted));

    [Theory]
    [InlineData(-21, 1, 0)]
    [InlineData(-21, -1, -1)]
    [InlineData(11, -1, 0)]
    [InlineData(11, 1, 1)]
    [InlineData(0, 1, 1)]
    [InlineData(0, -1, -1)]
    public void Gradient_OnlyLeadsInwards(float predicted, float derivative, float expected) =>
        Assert.Equal(expected, LogVariance.Gradient(predicted, derivative));
}
