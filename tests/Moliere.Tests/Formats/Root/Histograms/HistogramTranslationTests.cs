using Moliere.Data.Histograms;
using Moliere.Formats.Root.Histograms;

namespace Moliere.Tests.Formats.Root.Histograms;

public sealed class HistogramTranslationTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void ThereAndBack_IsTheSame(bool isLogarithmic)
    {
        var histogram = new Histogram1D(isLogarithmic ? Axis.Logarithmic(3, 1, 1000) : Axis.Uniform(3, 0, 3));
        Array.ForEach([-1.0, 0.5, 1.5, 2.5, 500, 5000], value => histogram.Fill(value, value * 0.1));
        RootHistogram root = HistogramTranslation.ToRoot(histogram, "h", "title");
        Assert.Equal(("TH1D", "h", "title", 6), (root.ClassName, root.Name, root.Title, root.Entries));
        Assert.Equal(isLogarithmic ? 4 : 0, root.Axes[0].Edges.Count);
        Histogram1D back = HistogramTranslation.ToHistogram1D(root);
        Assert.Equal(histogram.Axis.Edges, back.Axis.Edges);
        Assert.Equal(histogram.Entries, back.Entries);
        for (int bin = -1; bin <= 3; bin++)
        {
            Assert.Equal((histogram.Content(bin), histogram.Error(bin)), (back.Content(bin), back.Error(bin)));
        }
    }

    [Fact]
    public void Statistics_CountBinsAtTheirCentre()
    {
        var histogram = new Histogram1D(Axis.Uniform(2, 0, 4));
        histogram.Fill(0.1, 2);
        histogram.Fill(3.9, 3);
        histogram.Fill(17, 5);
        Assert.Equal([5, 13, 11, 29], HistogramTranslation.ToRoot(histogram, "h").Statistics);
    }

    [Fact]
    public void MissingSquares_AreThoseOfWeightOne()
    {
        RootHistogram root = new("TH1F", "h") { Axes = [new(1, 0, 1)], Contents = [1, 4, 9], Entries = 14 };
        Histogram1D histogram = HistogramTranslation.ToHistogram1D(root);
        Assert.Equal((4, 2, 14L), (histogram.Content(0), histogram.Error(0), histogram.Entries));
        RootHistogram two = new("TH2F", "h") { Axes = [new(1, 0, 1), new(1, 0, 1)], Contents = new double[9] };
        Assert.Contains(
            "only histograms of one axis",
            Assert.Throws<ArgumentException>(() => HistogramTranslation.ToHistogram1D(two)).Message);
    }
}
