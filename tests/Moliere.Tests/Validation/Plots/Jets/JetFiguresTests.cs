// covers: JetAnchors
using Moliere.Tests.Validation.Metrics.Jets;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Jets;
using Moliere.Validation.Plots;
using Moliere.Validation.Plots.Jets;

namespace Moliere.Tests.Validation.Plots.Jets;

public sealed class JetFiguresTests
{
    private static readonly FigureChoices s_choices = new()
    {
        Methods = ["raw", "scaled", "sharp"],
        Reference = "scaled",
        Quantity = "transverse momentum",
        Symbol = "p_{T}",
    };

    private static readonly IReadOnlyList<FigureEntry> s_figures =
        JetValidation.Evaluate(ToyJets.Of(12000), "scaled", new() { Replicas = 10 });

    [Fact]
    public void Closure_IsDrawnWholeAndEnlarged()
    {
        IReadOnlyList<Figure> figures = JetFigures.Response(s_figures, s_choices);
        Assert.Equal(
            [
                "jet_closure-pt_true", "jet_closure-pt_true-zoom", "jet_closure-pt_true_central-zoom",
                "jet_closure-pt_true_endcap-zoom", "jet_closure-pt_true_forward-zoom",
                "jet_closure-eta_det_30_80-zoom", "jet_closure-eta_det_80_300-zoom", "jet_closure-eta_det_300-zoom",
                "jet_closure-pt_calib-zoom",
            ],
            figures.Select(figure => figure.Id));
        Assert.Null(figures[0].Y.Low);
        Assert.Equal((0.93, 1.07), (figures[1].Y.Low, figures[1].Y.High));
        var scaled = (CurveLayer)figures[1].Layers[1];
        FigureEntry entry = s_figures.InBin(JetMetric.Closure, "scaled", JetAxes.TruePt, 100, 130)!;
        Assert.Contains(scaled.Points, point => point.Low == 100 && point.Value == 1 + entry.Value);
    }

    [Fact]
    public void Resolution_ShowsAnchorsOfCentralJetsAndDividesByTheReference()
    {
        IReadOnlyList<Figure> figures = JetFigures.Resolution(s_figures, s_choices);
        Figure first = Assert.Single(figures, figure => figure.Id == "jet_resolution-pt_true_central");
        Assert.Equal(JetAnchors.Name, first.Layers[^1].Method);
        Assert.All(
            figures.Where(figure => figure != first),
            other => Assert.DoesNotContain(other.Layers, layer => layer.Method == JetAnchors.Name));
        Assert.Equal("scaled", first.Ratio!.Reference);
        CurvePoint[] points = [.. ((CurveLayer)first.Layers[^1]).Points.Where(point => point.Value is not null)];
        Assert.Equal([0.24, 0.06], points.Select(point => point.Value!.Value));
        string svg = FigureSvg.Render(first, new MethodPalette([.. s_choices.Methods, JetAnchors.Name]));
        Assert.Contains("data-method=\"ATLAS\"", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Gain_IsTheRatioOnTheSameJets()
    {
        Figure gain = Assert.Single(JetFigures.Gain(s_figures, s_choices));
        Assert.Equal(["raw", "sharp"], gain.Layers.Select(layer => layer.Method));
        FigureEntry entry = s_figures.InBin(JetMetric.ResolutionRatio, "sharp/scaled", JetAxes.TruePt, 300, 450)!;
        Assert.Contains(((CurveLayer)gain.Layers[1]).Points, point => point.Low == 300 && point.Value == entry.Value);
        Assert.Empty(JetFigures.Gain(s_figures, s_choices with { Reference = null }));
    }

    [Fact]
    public void FlavourPileupAndTails_AreDrawnWhereThereAreFigures()
    {
        string[] ids = [.. JetFigures.Flavour(s_figures, s_choices).Concat(JetFigures.Pileup(s_figures, s_choices))
            .Concat(JetFigures.Tails(s_figures, s_choices)).Select(figure => figure.Id)];
        Assert.Equal(
            [
                "jet_flavour_difference-pt_true", "jet_vertex_slope-pt_true", "jet_mu_slope-pt_true",
                "jet_tail_ratio-pt_true",
            ],
            ids);
        Assert.Empty(JetFigures.Flavour([], s_choices));
    }
}
