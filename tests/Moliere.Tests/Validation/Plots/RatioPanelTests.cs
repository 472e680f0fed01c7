using Moliere.Validation.Plots;

namespace Moliere.Tests.Validation.Plots;

public sealed class RatioPanelTests
{
    private static readonly CurveLayer Reference =
        new("b", [new(0, 1, 2, 0.2), new(1, 2, null, null), new(2, 3, 0, 1)]);

    [Fact]
    public void Ratio_CombinesRelativeErrorsInQuadrature()
    {
        CurvePoint ratio = RatioPanel.Divide(new("a", [new(0, 1, 1, 0.1)]), Reference).Points[0];

        Assert.Equal(0.5, ratio.Value);
        Assert.Equal(0.5 * Math.Sqrt(0.02), ratio.Error!.Value, 1e-12);
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 3)]
    [InlineData(5, 6)]
    public void BinWithoutUsableReference_HasNoRatio(double low, double high) =>
        Assert.Null(RatioPanel.Divide(new("a", [new(low, high, 1, 0.1)]), Reference).Points[0].Value);
}
