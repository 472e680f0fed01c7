using Moliere.Validation.Metrics.Tagging;

namespace Moliere.Tests.Validation.Metrics.Tagging;

public sealed class StartMeanTests
{
    [Fact]
    public void Errors_AreOfStartsAndRowsInQuadrature()
    {
        // Means of the replicas: 3 and 5, of variance 2; the starts 3 and 5 have it too, over 2 of them.
        var mean = StartMean.Of([[3.0, 2, 6], [5.0, 4, 4]]);
        Assert.Equal(4, mean.Value);
        Assert.Equal(Math.Sqrt(1 + 2), mean.Error, 1e-12);
    }

    [Fact]
    public void OneStart_HasTheErrorOfRowsAlone()
    {
        Assert.Equal(new StartMean(7, Math.Sqrt(2)), StartMean.Of([[7.0, 6, 8]]));
        Assert.Equal(new StartMean(7, 0.5), StartMean.Of([7.0], 0.5));
    }

    [Fact]
    public void WhatIsCommon_LeavesTheDifference()
    {
        double[][] one = [[1.0, 5, 9], [2.0, 8, 3]], two = [[0.5, 4.5, 8.5], [1.5, 7.5, 2.5]];
        Assert.Equal(new StartMean(0.5, 0), StartMean.OfDifference(one, two));
    }

    [Fact]
    public void EqualValues_HaveNoError() =>
        Assert.Equal(0, StartMean.Of([.. Enumerable.Repeat(new[] { 0.1, 0.1, 0.1, 0.1 }, 3)]).Error);
}
