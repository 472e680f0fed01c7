using Moliere.Data.Objects;
using Moliere.Learning.Tabular;

namespace Moliere.Tests.Learning.Tabular;

public sealed class TargetScalingTests
{
    [Fact]
    public void Linear_HasMeanZeroAndSpreadOneOnItsRowsOnly()
    {
        float[] target = [1, 3, 1e6f];
        TargetScaling scaling = TargetScaling.Fit(target, [0, 1], null, ResponseScale.Linear);
        Assert.Equal((2, 1), (scaling.Mean, scaling.Sigma));
        Assert.Equal([-1, 1], target.Take(2).Select(scaling.Standard));
        Assert.Equal(5, scaling.Unscaled(3), 12);
    }

    [Fact]
    public void LargeOffset_KeepsItsSpread()
    {
        TargetScaling scaling = TargetScaling.Fit([1_000_001, 1_000_003], [0, 1], null, ResponseScale.Linear);
        Assert.Equal(1, scaling.Sigma, 9);
    }

    [Fact]
    public void Weights_CountByTheirSize()
    {
        TargetScaling scaling = TargetScaling.Fit([0, 4], [0, 1], [3, -1], ResponseScale.Linear);
        Assert.Equal(1, scaling.Mean, 12);
    }

    [Fact]
    public void Logarithm_IsDecimal()
    {
        TargetScaling scaling = TargetScaling.Fit([10, 1000], [0, 1], null, ResponseScale.Log10);
        Assert.Equal((2, 1), (scaling.Mean, scaling.Sigma));
        Assert.Equal(1, scaling.Standard(1000));
    }

    [Theory]
    [InlineData(2f, 2f, ResponseScale.Linear, "nothing to learn")]
    [InlineData(2f, float.NaN, ResponseScale.Linear, "expected a finite number")]
    [InlineData(2f, 0f, ResponseScale.Log10, "expected a positive number")]
    public void UselessTarget_IsRefused(float first, float second, ResponseScale scale, string expected)
    {
        var error = Assert.Throws<ArgumentException>(
            () => TargetScaling.Fit([first, second], [0, 1], null, scale));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }
}
