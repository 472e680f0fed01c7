using Moliere.Numerics.Statistics;

namespace Moliere.Tests.Numerics.Statistics;

public sealed class WeightedQuantileTests
{
    [Theory]
    [InlineData(0.5, 2)]
    [InlineData(0.25, 1.25)]
    [InlineData(0, 1)]
    [InlineData(1, 3)]
    public void EqualWeights_InterpolateBetweenMiddles(double probability, double expected) =>
        Assert.Equal(expected, Quantile([1, 2, 3], [1, 1, 1], probability), 1e-12);

    [Fact]
    public void HeavyRow_PullsTheMedian() => Assert.Equal(3, Quantile([1, 2, 3], [1, 1, 20], 0.6), 1e-12);

    [Fact]
    public void RowOfWeightZero_DoesNotExist() =>
        Assert.Equal(Quantile([1, 3], [1, 1], 0.4), Quantile([1, 2, 3], [1, 0, 1], 0.4), 1e-12);

    [Fact]
    public void NegativeWeight_CancelsAnEqualRow() =>
        Assert.Equal(2, Quantile([1, 2, 2, 2, 3], [1, 1, -1, 1, 1], 0.5), 1e-12);

    [Fact]
    public void TotalWeightNotPositive_GivesNaN()
    {
        Assert.True(double.IsNaN(Quantile([1, 2], [1, -1], 0.5)));
        Assert.True(double.IsNaN(Quantile([], [], 0.5)));
    }

    [Fact]
    public void Order_DoesNotMatter() =>
        Assert.Equal(
            [Quantile([1, 2, 4], [3, 1, 2], 0.2), Quantile([1, 2, 4], [3, 1, 2], 0.7)],
            WeightedQuantile.Of([4, 1, 2], [2, 3, 1], [0.2, 0.7]));

    private static double Quantile(float[] sorted, float[] weights, double probability)
    {
        var result = new double[1];
        WeightedQuantile.OfSorted(sorted, weights, [probability], result);
        return result[0];
    }
}
