using Moliere.Data.Objects;
using Moliere.Validation.Metrics;
using Moliere.Validation.Plots;

namespace Moliere.Tests.Validation.Plots;

public sealed class RegressionFiguresTests
{
    private static readonly float[] s_observed = [.. Enumerable.Range(0, 200).Select(i => i / 10f)];
    private static readonly FigureChoices s_choices = new() { Methods = ["a"], Label = "test" };

    [Fact]
    public void PerfectPredictions_LieOnTheDiagonal()
    {
        Figure figure = RegressionFigures.PredictedAgainstObserved("y", s_observed, Method(0, 1), s_choices);
        HeatLayer heat = Assert.IsType<HeatLayer>(figure.Layers.Single());
        Assert.Equal(200, Enumerable.Range(0, 50).Sum(i => heat.Contents[i, i]));
        Assert.Contains("<svg", FigureSvg.Render(figure, new MethodPalette(["a"])), StringComparison.Ordinal);
    }

    [Fact]
    public void Residuals_ShowAConstantErrorInEveryBin()
    {
        Figure figure = RegressionFigures.Residuals("x y", s_observed, s_observed, [Method(0.5f, 1)], s_choices);
        CurveLayer curve = Assert.IsType<CurveLayer>(figure.Layers.Single());
        Assert.Equal("residuals-x_y", figure.Id);
        Assert.Equal(10, curve.Points.Count);
        Assert.All(curve.Points, point => Assert.Equal(0.5, point.Value!.Value, 1e-5));
        Assert.Equal(200, curve.Points.Sum(point => point.Entries));
    }

    [Fact]
    public void SpreadOverTruth_IsCountedWhereItIs()
    {
        float[] truth = [.. Enumerable.Repeat(2f, 200)];
        Figure figure = RegressionFigures.SpreadOverTruth(truth, [Method(0, 1)], s_choices)!;
        HistogramLayer histogram = Assert.IsType<HistogramLayer>(figure.Layers.Single());
        int full = Array.FindIndex(histogram.Contents, content => content > 0);
        Assert.InRange(0.5, histogram.Edges[full] - 1e-9, histogram.Edges[full + 1] + 1e-9);
        Assert.Equal(30, histogram.Contents[full], 1e-6);
    }

    [Fact]
    public void WithoutSpread_ThereAreNoPulls()
    {
        Assert.Null(RegressionFigures.Pulls(s_observed, [Method(0, null)], s_choices));
        Assert.Null(RegressionFigures.SpreadOverTruth(s_observed, [Method(0, null)], s_choices));
        Assert.NotNull(RegressionFigures.Pulls(s_observed, [Method(0, 1)], s_choices));
    }

    private static MethodSample Method(float shift, float? sigma) => new("a", new()
    {
        Response = [.. s_observed.Select(y => y + shift)],
        SigmaSyst = sigma is { } s ? [.. s_observed.Select(_ => s)] : null,
        Status = new CalibrationStatus[s_observed.Length],
    });
}
