using Moliere.Data.Histograms;

namespace Moliere.Tests.Data.Histograms;

public sealed class Histogram1DTests
{
    [Fact]
    public void Weights_AndTheirSquares_AreSummed()
    {
        var histogram = new Histogram1D(Axis.Uniform(2, 0, 2));
        histogram.Fill(0.5, 3);
        histogram.Fill(0.7, -4);
        histogram.Fill(1.5);
        Assert.Equal((-1, 5), (histogram.Content(0), histogram.Error(0)));
        Assert.Equal((1, 1), (histogram.Content(1), histogram.Error(1)));
        Assert.Equal((0, 3L), (histogram.Total, histogram.Entries));
    }

    [Fact]
    public void OutsideAndNaN_AreKept()
    {
        var histogram = new Histogram1D(Axis.Uniform(2, 0, 2));
        histogram.Fill(-1, 2);
        histogram.Fill(2, 3);
        histogram.Fill(double.NaN, 4);
        Assert.Equal((2, 7, 0), (histogram.Underflow, histogram.Overflow, histogram.Total));
        Assert.Equal(5, histogram.Error(2));
    }

    [Fact]
    public void Sum_IsBinByBin()
    {
        Histogram1D a = new(Axis.Uniform(2, 0, 2)), b = new(Axis.Uniform(2, 0, 2));
        a.Fill(0.5);
        b.Fill(0.5, 2);
        a.Add(b);
        Assert.Equal((3, 2L), (a.Content(0), a.Entries));
        Assert.Throws<ArgumentException>(() => a.Add(new(Axis.Uniform(3, 0, 2))));
    }

    [Fact]
    public void Bins_FilledElsewhere_AreTaken()
    {
        Histogram1D histogram = Histogram1D.FromBins(Axis.Uniform(1, 0, 1), [1, 2, 3], [4, 5, 6], 7);
        Assert.Equal((1, 2, 3, 7L), (histogram.Underflow, histogram.Content(0), histogram.Overflow, histogram.Entries));
        Assert.Equal(5, histogram.Variance(0));
        Assert.Throws<ArgumentException>(() => Histogram1D.FromBins(Axis.Uniform(1, 0, 1), [1, 2], [1, 2, 3], 1));
    }
}
