using System.Text.Json;
using Moliere.Formats.Root.Histograms;
using Moliere.Formats.Root.Writing;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Root.Histograms;

public sealed class RootGraphTests
{
    private static readonly RootGraph[] Graphs =
    [
        RootGraph.Plain("plain", [1, 2, 3], [4, 5, 6]) with { Title = "points" },
        RootGraph.WithErrors("errors", [1, 2], [3, 4], [0.1, 0.2], [0.3, 0.4]),
        new("TGraphAsymmErrors", "asymmetric", [1, 2], [3, 4])
        {
            XLow = [0.1, 0.2], XHigh = [0.3, 0.4], YLow = [0.5, 0.6], YHigh = [0.7, 0.8],
        },
        RootGraph.Plain("empty", [], []),
    ];

    [SkippableFact]
    public void EveryClass_ReadsInJsRoot()
    {
        using TempFolder folder = new();
        string path = folder.At("g.root");
        using (RootFileWriter file = new(path))
        {
            Array.ForEach(Graphs, graph => file.Write(graph));
            file.Complete();
        }

        JsonElement[] keys = [.. JsRoot.ReadOrSkip(path).GetProperty("keys").EnumerateArray()];
        Assert.Equal(
            Graphs.Select(graph => graph.ClassName), keys.Select(key => key.GetProperty("class").GetString()!));
        JsonElement[] found = [.. keys.Select(key => key.GetProperty("object"))];
        Assert.Equal("points", found[0].GetProperty("fTitle").GetString());
        Assert.Equal([1, 2, 3], WrittenHistograms.Numbers(found[0], "fX"));
        Assert.Equal([4, 5, 6], WrittenHistograms.Numbers(found[0], "fY"));
        Assert.Equal([0.1, 0.2], WrittenHistograms.Numbers(found[1], "fEX"));
        Assert.Equal([0.3, 0.4], WrittenHistograms.Numbers(found[1], "fEY"));
        Assert.Equal([0.1, 0.2], WrittenHistograms.Numbers(found[2], "fEXlow"));
        Assert.Equal([0.3, 0.4], WrittenHistograms.Numbers(found[2], "fEXhigh"));
        Assert.Equal([0.5, 0.6], WrittenHistograms.Numbers(found[2], "fEYlow"));
        Assert.Equal([0.7, 0.8], WrittenHistograms.Numbers(found[2], "fEYhigh"));
        Assert.Equal(0, found[3].GetProperty("fNpoints").GetInt32());
    }

    [Fact]
    public void WrongGraph_IsRefused()
    {
        using TempFolder folder = new();
        using RootFileWriter file = new(folder.At("x.root"));
        Assert.Contains(
            "as many y", Assert.Throws<ArgumentException>(() => file.Write(RootGraph.Plain("g", [1], []))).Message);
        Assert.Contains(
            "can be written",
            Assert.Throws<ArgumentException>(() => file.Write(new RootGraph("TGraph2D", "g", [1], [1]))).Message);
    }
}
