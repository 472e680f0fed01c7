using Moliere.Cli.Studies.Decorrelate;
using Moliere.Validation.Metrics;

namespace Moliere.Tests.Cli.Studies.Decorrelate;

public sealed class DecorrelateFindingsTests
{
    [Fact]
    public void CompleteStarts_GiveTheirMeanWithBothErrors()
    {
        FigureEntry mean = Mean(Entry(1, 0.3), Entry(2, 0.3), Entry(6, 0.3));
        Assert.Equal(3, mean.Value);
        Assert.Equal(Math.Sqrt((0.3 * 0.3) + (1.96 * 1.96 * 7 / 3)), mean.Error!.Value, 1e-12);
        Assert.Null(Mean(Entry(1, null), Entry(2, null)).Error);
    }

    [Fact]
    public void OneStart_KeepsItsFigure() => Assert.Equal(Entry(1, 0.3), Mean(Entry(1, 0.3)));

    [Fact]
    public void StartWithoutTheFigure_LeavesNone()
    {
        FigureEntry mean = Mean(Entry(1, 0.3), Entry(null, null));
        Assert.Equal((null, null), (mean.Value, mean.Error));
        mean = Mean(Entry(1, 0.3), Entry(2, 0.3) with { Metric = "another" });
        Assert.Null(mean.Value);
    }

    private static FigureEntry Mean(params FigureEntry[] starts) =>
        DecorrelateFindings.Mean(starts[0], [.. starts.Select(entry => new[] { entry })]);

    private static FigureEntry Entry(double? value, double? error) =>
        new() { Metric = "metric", Method = "method", Value = value, Error = error };
}
