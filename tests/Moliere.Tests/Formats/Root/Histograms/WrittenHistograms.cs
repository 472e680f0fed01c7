using System.Text.Json;
using Moliere.Formats.Root.Histograms;
using Moliere.Formats.Root.Writing;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Formats.Root.Histograms;

/// <summary>Histograms written for tests.</summary>
internal static class WrittenHistograms
{
    /// <summary>A histogram of a class with other numbers everywhere.</summary>
    public static RootHistogram Make(string className)
    {
        int dimensions = className == "TProfile" ? 1 : className == "TProfile2D" ? 2 : className[2] - '0';
        RootAxis[] axes =
        [
            new(2, -1, 1) { Title = "x [GeV]" }, RootAxis.FromEdges([0, 0.5, 2, 10]), new(4, 3, 5) { Title = "z" },
        ];
        axes = axes[..dimensions];
        int cells = axes.Aggregate(1, (product, axis) => product * (axis.BinCount + 2));
        int[] sums = [0, 4, 7, 11];
        return new(className, "h")
        {
            Title = "a title",
            Axes = axes,
            Contents = [.. Enumerable.Range(0, cells).Select(i => (double)((i * 7 % 50) - 10))],
            SumW2 = [.. Enumerable.Range(0, cells).Select(i => i * 0.5)],
            Entries = 17,
            Statistics = [.. Enumerable.Range(1, sums[dimensions]).Select(i => i * 1.25)],
            Profile = className.StartsWith("TProfile", StringComparison.Ordinal) ? Profile(cells) : null,
        };
    }

    /// <summary>Histograms written into one file, as JSROOT saw them.</summary>
    public static JsonElement[] InJsRoot(TempFolder folder, params RootHistogram[] histograms)
    {
        string path = folder.At("h.root");
        using (RootFileWriter file = new(path))
        {
            Array.ForEach(histograms, histogram => file.Write(histogram));
            file.Complete();
        }

        JsonElement keys = JsRoot.ReadOrSkip(path).GetProperty("keys");
        return [.. keys.EnumerateArray().Select(key => key.GetProperty("object"))];
    }

    public static double[] Numbers(JsonElement element, string name) =>
        [.. element.GetProperty(name).EnumerateArray().Select(number => number.GetDouble())];

    private static RootProfile Profile(int cells) => new()
    {
        BinEntries = [.. Enumerable.Range(0, cells).Select(i => i * 0.75)],
        BinSumW2 = [.. Enumerable.Range(0, cells).Select(i => i * 0.25)],
        ErrorMode = 1,
        Low = -2.5,
        High = 12.5,
        SumWeighted = 8.25,
        SumWeightedSquares = 9.25,
    };
}
