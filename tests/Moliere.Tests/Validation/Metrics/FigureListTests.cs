using Moliere.Validation.Metrics;

namespace Moliere.Tests.Validation.Metrics;

public sealed class FigureListTests
{
    private static readonly FigureEntry[] Entries =
    [
        new() { Metric = "resolution", Method = "a", Value = 1 },
        new() { Metric = "resolution", Method = "a", Variable = "mu", Low = 10, High = 20, Value = 3 },
        new() { Metric = "resolution", Method = "a", Variable = "mu", Low = 0, High = 10, Value = 2 },
        new() { Metric = "resolution", Method = "a", Variable = "mu", Low = 0, High = 20, Value = 9 },
    ];

    [Fact]
    public void Whole_FindsTheEntryWithoutVariable()
    {
        Assert.Equal(1, Entries.Whole("resolution", "a")!.Value);
        Assert.Null(Entries.Whole("resolution", "b"));
    }

    [Fact]
    public void InBin_NeedsExactlyTheBounds()
    {
        Assert.Equal(2, Entries.InBin("resolution", "a", "mu", 0, 10)!.Value);
        Assert.Null(Entries.InBin("resolution", "a", "mu", 0, null));
    }

    [Fact]
    public void Curve_LeavesOutOtherBinnings() =>
        Assert.Equal([3, 2], Entries.Curve("resolution", "a", BinAxis.Linear("mu", 2, 0, 20)).Select(e =>
            e.Value!.Value));
}
