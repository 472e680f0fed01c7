using Moliere.Data.Histograms;

namespace Moliere.Tests.Data.Histograms;

public sealed class AxisTests
{
    public static TheoryData<Axis> Axes => new(
        Axis.Uniform(7, -0.3, 0.9), Axis.Logarithmic(23, 0.3, 1000), Axis.FromEdges([-5, -1, 0, 0.1, 30]));

    [Theory]
    [MemberData(nameof(Axes))]
    public void EveryBin_HoldsItsLowerEdgeAndNotItsUpper(Axis axis)
    {
        for (int bin = 0; bin < axis.Count; bin++)
        {
            Assert.Equal(bin, axis.BinOf(axis.Low(bin)));
            Assert.Equal(bin, axis.BinOf(axis.Center(bin)));
            Assert.Equal(bin, axis.BinOf(Math.BitDecrement(axis.High(bin))));
            Assert.Equal(bin + 1, axis.BinOf(axis.High(bin)));
        }

        Assert.Equal(-1, axis.BinOf(Math.BitDecrement(axis.Low(0))));
        Assert.Equal(-1, axis.BinOf(double.NegativeInfinity));
        Assert.Equal(axis.Count, axis.BinOf(double.PositiveInfinity));
        Assert.Equal(axis.Count, axis.BinOf(double.NaN));
    }

    [Fact]
    public void LogarithmicAxis_HasEqualRatiosAndExactEnds()
    {
        var axis = Axis.Logarithmic(3, 1, 1000);
        Assert.Equal([1.0, 10, 100, 1000], axis.Edges.Select(edge => Math.Round(edge, 9)));
        Assert.Equal((1.0, 1000.0), (axis.Edges[0], axis.Edges[^1]));
        Assert.Equal(Math.Sqrt(10), axis.Center(0), 1e-9);
    }

    [Fact]
    public void ImpossibleAxes_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => Axis.Uniform(0, 0, 1));
        Assert.Throws<ArgumentException>(() => Axis.Uniform(3, 1, 1));
        Assert.Throws<ArgumentException>(() => Axis.Uniform(3, 0, double.NaN));
        Assert.Throws<ArgumentException>(() => Axis.Logarithmic(3, 0, 1));
        Assert.Throws<ArgumentException>(() => Axis.FromEdges([1]));
        Assert.Throws<ArgumentException>(() => Axis.FromEdges([1, 1]));
        Assert.Throws<ArgumentException>(() => Axis.FromEdges([1, double.NaN]));
    }
}
