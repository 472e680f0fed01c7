using Moliere.Cli.Studies.Simulation;

namespace Moliere.Tests.Cli.Studies.Simulation;

public sealed class WeightedMeanTests
{
    [Fact]
    public void EqualWeights_GiveTheUsualErrors()
    {
        var mean = new WeightedMean();
        foreach (double value in new[] { 1.0, 2, 3, 4 })
        {
            mean.Add(value, 7);
        }

        Assert.Equal((4, 2.5), (mean.Count, mean.Mean));
        Assert.Equal(Math.Sqrt(1.25), mean.Rms, 12);
        Assert.Equal(Math.Sqrt(1.25 / 4), mean.MeanError, 12);
        Assert.Equal(Math.Sqrt(1.25 / 8), mean.RmsError, 12);
    }

    [Fact]
    public void OneHeavyEvent_CountsAlmostAlone()
    {
        var mean = new WeightedMean();
        mean.Add(0, 1000);
        mean.Add(1, 1);
        mean.Add(1, 1);
        Assert.Equal(0.002, mean.Mean, 4);
        Assert.True(mean.MeanError > 0.9 * mean.Rms);
    }

    [Fact]
    public void NoValue_HasNoMean() => Assert.True(double.IsNaN(new WeightedMean().Mean));
}
