// covers: RootHistogram, RootAxis, RootProfile
using System.Text.Json;
using Moliere.Formats.Root.Histograms;
using Moliere.Formats.Root.Writing;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Root.Histograms;

public sealed class RootHistogramTests
{
    private static readonly string[] Classes =
        ["TH1C", "TH1S", "TH1I", "TH1F", "TH1D", "TH2I", "TH2F", "TH2D", "TH3F", "TH3D", "TProfile", "TProfile2D"];

    private static readonly string[] Sums =
    [
        "fTsumw", "fTsumw2", "fTsumwx", "fTsumwx2", "fTsumwy", "fTsumwy2", "fTsumwxy", "fTsumwz", "fTsumwz2",
        "fTsumwxz", "fTsumwyz",
    ];

    [SkippableFact]
    public void EveryClass_ReadsInJsRoot()
    {
        using TempFolder folder = new();
        RootHistogram[] written = [.. Classes.Select(WrittenHistograms.Make)];
        JsonElement[] found = WrittenHistograms.InJsRoot(folder, written);
        for (int i = 0; i < written.Length; i++)
        {
            Assert.Equal(Classes[i], found[i].GetProperty("_typename").GetString());
            Compare(written[i], found[i]);
            if (written[i].Profile is { } profile)
            {
                Compare(profile, found[i], Classes[i] == "TProfile" ? 'y' : 'z');
            }
            else
            {
                Assert.Equal(
                    written[i].Statistics,
                    Sums[..written[i].Statistics.Count].Select(name => found[i].GetProperty(name).GetDouble()));
            }
        }
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
        JsonElement labels = WrittenHistograms.InJsRoot(folder, histogram)[0].GetProperty("fXaxis")
            .GetProperty("fLabels").GetProperty("arr");
        Assert.Equal(
            ["1 all", "3 selected"],
            labels.EnumerateArray()
                .Select(label => $"{label.GetProperty("fUniqueID")} {label.GetProperty("fString")}"));
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

    private static void Compare(RootHistogram written, JsonElement found)
    {
        Assert.Equal("a title", found.GetProperty("fTitle").GetString());
        Assert.Equal(written.Contents, WrittenHistograms.Numbers(found, "fArray"));
        Assert.Equal(written.SumW2, WrittenHistograms.Numbers(found, "fSumw2"));
        Assert.Equal(17, found.GetProperty("fEntries").GetDouble());
        string[] names = ["fXaxis", "fYaxis", "fZaxis"];
        foreach ((RootAxis axis, JsonElement json) in written.Axes.Zip(names.Select(name => found.GetProperty(name))))
        {
            Assert.Equal(axis.BinCount, json.GetProperty("fNbins").GetInt32());
            Assert.Equal(axis.Low, json.GetProperty("fXmin").GetDouble());
            Assert.Equal(axis.High, json.GetProperty("fXmax").GetDouble());
            Assert.Equal(axis.Edges, WrittenHistograms.Numbers(json, "fXbins"));
            Assert.Equal(axis.Title, json.GetProperty("fTitle").GetString());
        }
    }

    private static void Compare(RootProfile written, JsonElement found, char axis)
    {
        Assert.Equal(written.BinEntries, WrittenHistograms.Numbers(found, "fBinEntries"));
        Assert.Equal(written.BinSumW2, WrittenHistograms.Numbers(found, "fBinSumw2"));
        Assert.Equal(written.ErrorMode, found.GetProperty("fErrorMode").GetInt32());
        Assert.Equal(written.Low, found.GetProperty($"f{char.ToUpperInvariant(axis)}min").GetDouble());
        Assert.Equal(written.High, found.GetProperty($"f{char.ToUpperInvariant(axis)}max").GetDouble());
        Assert.Equal(written.SumWeighted, found.GetProperty($"fTsumw{axis}").GetDouble());
        Assert.Equal(written.SumWeightedSquares, found.GetProperty($"fTsumw{axis}2").GetDouble());
    }
}
