// covers: TradeoffFamily
using Moliere.Tests.Validation.Metrics.Tagging;
using Moliere.Validation.Metrics.Tagging;
using Moliere.Validation.Plots;
using Moliere.Validation.Plots.Tagging;

namespace Moliere.Tests.Validation.Plots.Tagging;

public sealed class TaggingFiguresTests
{
    private static readonly TaggingSample s_sample = ToyTagging.Make(6000, 4);

    private static readonly FigureChoices s_choices = new() { Methods = ["blind", "mass"] };

    private static readonly ProtectedShape s_shape = ProtectedShape.Equal(s_sample.Variables["m"], 50, 50, 300);

    [Fact]
    public void Roc_DrawsRejectionOfTheCurve()
    {
        Figure figure = TaggingFigures.Roc(s_sample, s_choices);
        var curve = (CurveLayer)figure.Layers[0];
        CurvePoint half = curve.Points.First(point => Math.Abs(0.5 * (point.Low + point.High) - 0.5) < 1e-9);
        var wanted = RocCurve.Of(s_sample.Methods[0].Scores, s_sample.IsSignal, []);
        Assert.Equal(wanted.Rejection(0.5), half.Value!.Value, 1e-9);
        Assert.Contains("<svg", FigureSvg.Render(figure, new(s_choices.Methods)), StringComparison.Ordinal);
    }

    [Fact]
    public void Passing_HasUnitArea_AndPeaksWhereTheCutLooks()
    {
        Figure figure = TaggingFigures.Passing(s_sample, s_shape, new("m [GeV]"), s_choices);
        HistogramLayer[] histograms = [.. figure.Layers.Cast<HistogramLayer>()];
        Assert.All(histograms, histogram => Assert.Equal(1, histogram.Contents.Sum(), 1e-9));
        Assert.Equal(["all background", "blind", "mass"], histograms.Select(histogram => histogram.Method));
        Assert.True(histograms[2].Contents[6] > 3 * histograms[0].Contents[6]); // 80 to 85 GeV
    }

    [Fact]
    public void Profile_IsFlatForABlindScoreOnly()
    {
        Figure figure = TaggingFigures.Profile(s_sample, s_shape, new("m [GeV]"), s_choices);
        CurvePoint[][] curves = [.. figure.Layers.Cast<CurveLayer>().Select(curve => curve.Points.ToArray())];
        Assert.All(curves[0].Where(point => point.Value is not null),
            point => Assert.InRange(Math.Abs(point.Value!.Value - 1), 0, 2.5 * point.Error!.Value));
        Assert.True(curves[1].Max(point => point.Value) > 3);
    }

    [Fact]
    public void Profile_OfABinWithoutOnePassing_StillHasAnError()
    {
        TaggingSample sample = s_sample with
        {
            Methods = [new("never", [.. s_sample.Methods[0].Scores.Select((_, row) =>
                s_sample.Variables["m"][row] < 100 ? 1f : 0f)], 0.5f)],
        };
        Figure figure = TaggingFigures.Profile(sample, s_shape, new("m [GeV]"), new() { Methods = ["never"] });
        CurvePoint empty = ((CurveLayer)figure.Layers[0]).Points.First(point => point.Value == 0);
        Assert.Equal(0, figure.Y.Low);
        double size = s_sample.Variables["m"].Where((m, row) =>
            !s_sample.IsSignal[row] && m >= empty.Low && m < empty.High).Count();
        double mean = s_sample.Variables["m"].Where((m, row) => !s_sample.IsSignal[row] && m < 100 && m >= 50).Count()
            / (double)s_sample.Variables["m"].Where((m, row) => !s_sample.IsSignal[row] && m >= 50 && m < 300).Count();
        Assert.Equal(1.96 * 1.96 / (size + (1.96 * 1.96)) / mean, empty.Error!.Value, 1e-6);
    }

    [Fact]
    public void Tradeoff_ShowsTheFloor()
    {
        Figure figure = TaggingFigures.Tradeoff(
            [new("a", [(10, 5, 1), (7, 50, 8)]), new("b", [(3, 100, null)])], 120, "label");
        Assert.Equal([120], figure.Guides);
        Assert.Equal([5, 50], ((CurveLayer)figure.Layers[0]).Points.Select(point => point.Value!.Value));
    }
}
