using Moliere.Simulation.Pileup;

namespace Moliere.Tests.Simulation.Pileup;

public class PulseWeightsTests
{
    // Physics notes 5.3: sums 0.02 and 2.96 for liquid argon, 2.17 for Tile.
    [Fact]
    public void Sums_AreThePublishedOnes()
    {
        double sum = Enumerable.Range(PulseWeights.First, PulseWeights.Last - PulseWeights.First + 1)
            .Sum(k => (double)PulseWeights.Of(false, k));
        Assert.Equal(0.02, sum, 0.005);
        Assert.Equal(2.96, PulseWeights.SumOfSquares(false), 0.01);
        Assert.Equal(2.17, PulseWeights.SumOfSquares(true), 0.01);
    }

    [Theory]
    [InlineData(false, 0, 1)]
    [InlineData(true, 0, 1)]
    [InlineData(false, 1, 0.75)]
    [InlineData(false, -1, 0.74)]
    [InlineData(true, -4, -0.2)]
    [InlineData(true, 5, 0)]
    [InlineData(false, 21, 0)]
    [InlineData(false, -5, 0)]
    public void Crossing_HasItsWeight(bool isTile, int crossing, float expected) =>
        Assert.Equal(expected, PulseWeights.Of(isTile, crossing));
}
