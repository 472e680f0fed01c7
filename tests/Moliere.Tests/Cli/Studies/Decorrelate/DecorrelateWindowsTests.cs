using Moliere.Cli.Recipes.Decorrelate;
using Moliere.Cli.Studies.Decorrelate;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Tagging;
using Moliere.Validation.Report;

namespace Moliere.Tests.Cli.Studies.Decorrelate;

public sealed class DecorrelateWindowsTests
{
    private static readonly DecorrelateRecipe s_recipe =
        new() { Methods = [DecorrelateMethod.D2, DecorrelateMethod.Knn] };

    [Fact]
    public void FlatterMethod_ReachesTheWindow()
    {
        ReportCheck window = Flatness((8, 1), (60, 10), passing: 0.2);
        Assert.True(window.Passed);
        Assert.StartsWith("7.5 ± 1.6", window.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void CutThatNoBackgroundPasses_CannotBeJudged()
    {
        ReportCheck window = Flatness((8, 1), (null, null), passing: 0);
        Assert.False(window.Passed);
        Assert.Equal("cannot be judged: no background passes the cut of knn", window.Found);
    }

    // A value whose replicas gave no interval would pass as one without error.
    [Fact]
    public void ValueWithoutInterval_CannotBeJudged()
    {
        ReportCheck window = Flatness((8, 1), (60, null), passing: 0.2);
        Assert.False(window.Passed);
        Assert.Equal("cannot be judged: too few test jets for a figure of knn", window.Found);
    }

    private static ReportCheck Flatness((double?, double?) plain, (double?, double?) flat, double passing) =>
        Assert.Single(new DecorrelateWindows(
        [
            Entry(TaggingMetric.Flatness, "d2", plain), Entry(TaggingMetric.Flatness, "knn", flat),
            Entry(TaggingMetric.SculptingFloor, "knn", (0.01, 0.001)),
            Entry(TaggingMetric.BackgroundEfficiency, "knn", (passing, 0)),
        ], s_recipe).All);

    private static FigureEntry Entry(string metric, string method, (double? Value, double? Error) figure) =>
        new() { Metric = metric, Method = method, Value = figure.Value, Error = figure.Error };
}
