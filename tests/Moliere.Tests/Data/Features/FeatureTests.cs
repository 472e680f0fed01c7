// covers: FeatureTransform
using Moliere.Data.Features;

namespace Moliere.Tests.Data.Features;

public sealed class FeatureTests
{
    private static readonly Feature s_plain = new() { Name = "x", Expression = "x" };

    [Fact]
    public void Log10_StopsAtTheFloor()
    {
        Feature log = s_plain with { Transform = FeatureTransform.Log10, Floor = 1e-3 };
        Assert.Equal([2.0, -3, -3, -3], new[] { 100.0, 1e-5, 0, -7 }.Select(log.Apply));
    }

    [Fact]
    public void SignedCubeRoot_KeepsTheSign()
    {
        Feature root = s_plain with { Transform = FeatureTransform.SignedCubeRoot };
        Assert.Equal(2, root.Apply(8), 1e-12);
        Assert.Equal(-2, root.Apply(-8), 1e-12);
    }

    [Fact]
    public void Clip_ComesBeforeTheTransform()
    {
        Feature clipped = s_plain with { Low = 10, High = 1000, Transform = FeatureTransform.Log10 };
        Assert.Equal([1.0, 2, 3], new[] { -1.0, 100, 1e9 }.Select(clipped.Apply));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void NotFinite_IsNeverHiddenByAFloor(double value) =>
        Assert.Equal(double.NaN, (s_plain with { Transform = FeatureTransform.Log10, Low = 0, High = 1 }).Apply(value));
}
