using Moliere.Tests.Validation.Metrics.Taus;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Taus;
using Moliere.Validation.Plots;
using Moliere.Validation.Plots.Taus;

namespace Moliere.Tests.Validation.Plots.Taus;

public sealed class TauClassFiguresTests
{
    private static readonly ValidationSample s_sample = ToyTaus.Of(4000);

    private static readonly IReadOnlyList<FigureEntry> s_figures =
        TauValidation.Evaluate(s_sample, [], new() { Replicas = 10 });

    [Fact]
    public void Efficiency_RisesFromTheBestToAllTaus()
    {
        IReadOnlyList<Figure> figures = TauClassFigures.Efficiency(s_figures, ToyTaus.Choices);
        Assert.Equal(
            ["tau_resolution_68-efficiency", "tau_resolution_95-efficiency", "tau_within_20-efficiency"],
            figures.Select(figure => figure.Id));
        var curve = (CurveLayer)Assert.Single(figures[0].Layers);
        Assert.Equal("mdn", curve.Method);
        Assert.Equal([0.05, 1], new[] { curve.Points[0].High, curve.Points[^1].High });
        Assert.Equal(s_figures.Whole(TauMetric.Resolution68, "mdn")!.Value, curve.Points[^1].Value);
    }

    [Fact]
    public void Halves_AreDrawnForBothKindsOfCut() =>
        Assert.Equal(
            ["tau_half_ratio-pt_true", "tau_half_ratio_fixed_pt-pt_true"],
            TauClassFigures.Halves(s_figures, ToyTaus.Choices).Select(figure => figure.Id));

    [Fact]
    public void Shapes_HaveOneHistogramPerClass()
    {
        IReadOnlyList<Figure> figures =
            TauClassFigures.Shapes(s_sample, s_sample.Methods[^1], ToyTaus.Choices);
        Assert.Equal(
            [
                "lineshape-classes-mdn", "lineshape-classes-mdn-log", "lineshape-literal-mdn",
                "lineshape-literal-mdn-log",
            ],
            figures.Select(figure => figure.Id));
        Assert.All(
            figures.SelectMany(figure => figure.Layers),
            layer => Assert.Contains(layer.Method, TauClassFigures.Layers));
        double Peak(int figure, int layer) => ((HistogramLayer)figures[figure].Layers[layer]).Contents.Max();
        Assert.InRange(Peak(0, 1) / Peak(0, 4), 2, 4); // a third of the width, as the toy has it
        Assert.InRange(Peak(2, 1) / Peak(2, 2), 2, 4);
    }
}
