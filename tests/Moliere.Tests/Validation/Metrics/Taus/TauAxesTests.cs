using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Taus;

namespace Moliere.Tests.Validation.Metrics.Taus;

public sealed class TauAxesTests
{
    [Fact]
    public void Momentum_HasFifteenBinsOfEqualRatio()
    {
        Assert.Equal(15, TauAxes.Momentum.Bins.Count);
        Assert.Equal((10, 200), (TauAxes.Momentum.Bins[0].Low, TauAxes.Momentum.Bins[^1].High));
        Assert.All(
            TauAxes.Momentum.Bins, bin => Assert.Equal(Math.Pow(20, 1 / 15.0), bin.High / bin.Low, 1e-12));
    }

    [Fact]
    public void Modes_HaveOneBinEachAndNoneForUnknownOnes()
    {
        Assert.Equal(TauAxes.ModeNames, TauAxes.Modes.Names);
        int[] hits = [.. new double[] { -1, 0, 1, 2, 3, 4, 5, double.NaN }
            .Select(mode => TauAxes.Modes.Bins.Count(bin => bin.Contains(mode)))];
        Assert.Equal([0, 1, 1, 1, 1, 1, 0, 0], hits);
    }

    [Fact]
    public void LargestProbability_WinsAndTiesGoToTheFirst()
    {
        float[][] probabilities =
        [
            [0.1f, 0.4f, float.NaN], [0.6f, 0.4f, 0.1f], [0.1f, 0.1f, 0.1f], [0.1f, 0.05f, 0.1f], [0.1f, 0.05f, 0.1f],
        ];
        Assert.Equal([1f, 0f, float.NaN], TauAxes.LargestOf(probabilities));
    }

    [Fact]
    public void Efficiency_EndsWithAllTaus() =>
        Assert.Equal(new ValueBin(0, 1), TauAxes.Efficiency.Bins[^1]);
}
