// covers: RootHistogram, RootAxis, RootProfile
using System.Text.Json;
using Moliere.Formats.Root.Histograms;
using Moliere.Formats.Root.Writing;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Root.Histograms;

public sealed class RootHistogramTests
{
    [SkippableTheory]
    [InlineData("TH1C")]
    [InlineData("TH1S")]
    [InlineData("TH1I")]
    [InlineData("TH1F")]
    [InlineData("TH1D")]
    [InlineData("TH2I")]
    [InlineData("TH2F")]
    [InlineData("TH2D")]
    [InlineData("TH3F")]
    [InlineData("TH3D")]
    public void EveryClass_ReadsInJsRoot(string className)
    {
        using TempFolder folder = new();
        RootHistogram histogram = WrittenHistograms.Make(className);
        JsonElement found = WrittenHistograms.InJsRoot(folder, histogram);
        Assert.Equal(className, found.GetProperty("_typename").GetString());
        Assert.Equal("a title", found.GetProperty("fTitle").GetString());
        Assert.Equal(histogram.Contents, WrittenHistograms.Numbers(found, "fArray"));
        Assert.Equal(histogram.SumW2, WrittenHistograms.Numbers(found, "fSumw2"));
        Assert.Equal(17, found.GetProperty("fEntries").GetDouble());
        string[] axes = ["fXaxis", "fYaxis", "fZaxis"];
        for (int i = 0; i < histogram.Axes.Count; i++)
        {
            JsonElement axis = found.GetProperty(axes[i]);
            Assert.Equal(histogram.Axes[i].BinCount, axis.GetProperty("fNbins").GetInt32());
            Assert.Equal(histogram.Axes[i].Low, axis.GetProperty("fXmin").GetDouble());
            Assert.Equal(histogram.Axes[i].High, axis.GetProperty("fXmax").GetDouble());
            Assert.Equal(histogram.Axes[i].Edges, WrittenHistograms.Numbers(axis, "fXbins"));
            Assert.Equal(histogram.Axes[i].Title, axis.GetProperty("fTitle").GetString());
        }

        string[] sums =
        [
            "fTsumw", "fTsumw2", "fTsumwx", "fTsumwx2", "fTsumwy", "fTsumwy2", "fTsumwxy", "fTsumwz", "fTsumwz2",
            "fTsumwxz", "fTsumwyz",
        ];
        Assert.Equal(
            histogram.Statistics,
            sums[..histogram.Statistics.Count].Select(name => found.GetProperty(name).GetDouble()));
    }

    [SkippableTheory]
    [InlineData("TProfile", "fYmin", "fTsumwy2")]
    [InlineData("TProfile2D", "fZmin", "fTsumwz2")]
    public void Profile_ReadsInJsRoot(string className, string low, string squares)
    {
        using TempFolder folder = new();
        RootHistogram histogram = WrittenHistograms.Make(className);
        JsonElement found = WrittenHistograms.InJsRoot(folder, histogram);
        Assert.Equal(histogram.Contents, WrittenHistograms.Numbers(found, "fArray"));
        Assert.Equal(histogram.Profile!.BinEntries, WrittenHistograms.Numbers(found, "fBinEntries"));
        Assert.Equal(histogram.Profile.BinSumW2, WrittenHistograms.Numbers(found, "fBinSumw2"));
        Assert.Equal(1, found.GetProperty("fErrorMode").GetInt32());
        Assert.Equal(-2.5, found.GetProperty(low).GetDouble());
        Assert.Equal(9.25, found.GetProperty(squares).GetDouble());
    }

    [SkippableFact]
    public void Labels_ReadInJsRoot()
    {
        using TempFolder folder = new();
        RootHistogram histogram = new("TH1D", "cutflow")
        {
            Axes = [new(3, 0, 3) { Labels = new Dictionary<int, string> { [1] = "all", [3] = "selected" } }],
            Contents = [0, 10, 5, 2, 0],
        };
        JsonElement labels = WrittenHistograms.InJsRoot(folder, histogram).GetProperty("fXaxis").GetProperty("fLabels")
            .GetProperty("arr");
        Assert.Equal(
            ["1 all", "3 selected"],
            labels.EnumerateArray().Select(label => $"{label.GetProperty("fUniqueID")} {label.GetProperty("fString")}"));
    }

    [Fact]
    public void Cell_CountsTheFirstAxisFastest()
    {
        RootHistogram histogram = WrittenHistograms.Make("TH3D");
        Assert.Equal(0, histogram.Cell(0, 0, 0));
        Assert.Equal(1 + (4 * (2 + (5 * 3))), histogram.Cell(1, 2, 3));
    }

    [Fact]
    public void Edge_OfEqualAndOtherBins()
    {
        Assert.Equal([0, 0.5, 1], Enumerable.Range(0, 3).Select(new RootAxis(2, 0, 1).Edge));
        Assert.Equal([0, 0.25, 1], Enumerable.Range(0, 3).Select(RootAxis.FromEdges([0, 0.25, 1]).Edge));
    }

    [Theory]
    [InlineData("TH4D", "can be written")]
    [InlineData("TH2D", "needs 2 axes")]
    [InlineData("TH1C", "contents that its type of cell can hold")]
    [InlineData("TProfile", "the numbers of a profile")]
    public void WrongHistogram_IsRefused(string className, string sentence)
    {
        using TempFolder folder = new();
        using RootFileWriter file = new(folder.At("x.root"));
        RootHistogram histogram = new(className, "h") { Axes = [new(1, 0, 1)], Contents = [0, 200, 0] };
        Assert.Contains(sentence, Assert.Throws<ArgumentException>(() => file.Write(histogram)).Message);
    }
}
