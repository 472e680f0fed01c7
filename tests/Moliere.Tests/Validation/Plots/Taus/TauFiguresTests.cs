using Moliere.Tests.Validation.Metrics.Taus;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Taus;
using Moliere.Validation.Plots;
using Moliere.Validation.Plots.Taus;

namespace Moliere.Tests.Validation.Plots.Taus;

public sealed class TauFiguresTests
{
    private static readonly IReadOnlyList<FigureEntry> s_figures =
        TauValidation.Evaluate(ToyTaus.Of(4000), ["combined"], new() { Replicas = 10 });

    [Fact]
    public void Scale_IsDrawnWholeAndEnlarged()
    {
        IReadOnlyList<Figure> figures = TauFigures.Scale(s_figures, ToyTaus.Choices);
        Assert.Equal(
            [
                "tau_scale-pt_true", "tau_scale-pt_true-zoom", "tau_scale-eta-zoom", "tau_scale-mu-zoom",
                "tau_scale-truth_mode-zoom",
            ],
            figures.Select(figure => figure.Id));
        FigureEntry entry = s_figures.Curve(TauMetric.Scale, "lc", TauAxes.Momentum)[3];
        Assert.Equal(1 + entry.Value, ((CurveLayer)figures[0].Layers[0]).Points[3].Value);
        Assert.Equal(TauAxes.ModeNames, figures[^1].X.Names);
    }

    [Fact]
    public void Resolution_HasBothWidthsOverTheReference()
    {
        IReadOnlyList<Figure> figures = TauFigures.Resolution(s_figures, ToyTaus.Choices);
        Assert.Equal(8, figures.Count);
        Assert.All(figures, figure => Assert.Equal("combined", figure.Ratio!.Reference));
        FigureEntry entry = s_figures.Curve(TauMetric.Resolution95, "mdn", TauAxes.Momentum)[5];
        Figure outer = Assert.Single(figures, figure => figure.Id == "tau_resolution_95-pt_true");
        Assert.Equal(entry.Value, ((CurveLayer)outer.Layers[2]).Points[5].Value);
        Assert.All(
            TauFigures.Resolution(s_figures, ToyTaus.Choices with { Reference = null }),
            figure => Assert.Null(figure.Ratio));
    }

    [Fact]
    public void Gain_IsTheRatioOnTheSameTaus()
    {
        Figure gain = Assert.Single(TauFigures.Gain(s_figures, ["combined", "absent"], ToyTaus.Choices));
        Assert.Equal("tau_resolution_68_ratio-pt_true-combined", gain.Id);
        Assert.Equal(["mdn"], gain.Layers.Select(layer => layer.Method));
        Assert.Equal([0.9, 1], gain.Guides);
    }

    [Fact]
    public void Tails_ShowTheNormalLaw() =>
        Assert.Equal([1.6448536269514722], Assert.Single(TauFigures.Tails(s_figures, ToyTaus.Choices)).Guides);

    [Fact]
    public void WithoutFigures_NothingIsDrawn()
    {
        Assert.Empty(TauFigures.Scale([], ToyTaus.Choices));
        Assert.Empty(TauFigures.Resolution([], ToyTaus.Choices));
        Assert.Empty(TauFigures.Tails([], ToyTaus.Choices));
    }
}
