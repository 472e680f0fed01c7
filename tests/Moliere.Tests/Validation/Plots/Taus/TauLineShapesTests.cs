using Moliere.Tests.Validation.Metrics.Taus;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Taus;
using Moliere.Validation.Plots;
using Moliere.Validation.Plots.Taus;

namespace Moliere.Tests.Validation.Plots.Taus;

public sealed class TauLineShapesTests
{
    private static readonly ValidationSample s_sample = ToyTaus.Of(4000);

    [Fact]
    public void Momentum_DrawsLinearAndLogarithmicShapesOfAllMethods()
    {
        IReadOnlyList<Figure> figures = TauLineShapes.Momentum(s_sample, ToyTaus.Choices);
        Assert.Equal(
            [
                "lineshape-all", "lineshape-all-log", "lineshape-pt-20-60", "lineshape-pt-20-60-log",
                "lineshape-pt-60-200", "lineshape-pt-60-200-log",
            ],
            figures.Select(figure => figure.Id));
        Assert.All(figures, figure => Assert.Equal(ToyTaus.Choices.Methods, figure.Layers.Select(l => l.Method)));
        Assert.All(
            figures,
            figure => Assert.Equal(figure.Id.EndsWith("-log", StringComparison.Ordinal), figure.Y.IsLogarithmic));
        var raw = (HistogramLayer)figures[0].Layers[0];
        double mode = raw.Edges[Array.IndexOf(raw.Contents, raw.Contents.Max())];
        Assert.InRange(mode, 0.74, 0.84); // the uncalibrated scale
    }

    [Fact]
    public void Modes_HaveOneFigureEach()
    {
        IReadOnlyList<Figure> figures = TauLineShapes.Modes(s_sample, ToyTaus.Choices);
        Assert.Equal(TauAxes.ModeNames.Select(name => $"lineshape-mode-{name}"), figures.Select(figure => figure.Id));
    }

    [Fact]
    public void MissingColumns_LeaveTheirShapesOut()
    {
        ValidationSample bare = s_sample with { Variables = new Dictionary<string, float[]>() };
        Assert.Equal(2, TauLineShapes.Momentum(bare, ToyTaus.Choices).Count);
        Assert.Empty(TauLineShapes.Modes(bare, ToyTaus.Choices));
    }
}
