// covers: FigureChoices
using Moliere.Tests.Validation.Metrics;
using Moliere.Validation.Metrics;
using Moliere.Validation.Plots;

namespace Moliere.Tests.Validation.Plots;

public sealed class ResponseFiguresTests
{
    private static readonly BinAxis[] Axes =
        [BinAxis.Logarithmic("E_dep", 8, 0.3, 1000), BinAxis.Ranges("E_dep", (1, 100)), BinAxis.Linear("mu", 4, 0, 80)];

    private static readonly FigureChoices Choices = new() { Methods = ["bare", "right"], Reference = "bare" };

    [Fact]
    public void Curves_ShowTheEntriesOfTheirAxis()
    {
        ValidationSample sample = SyntheticSample.LogNormal(4000, 0.8, 0.2);
        IReadOnlyList<FigureEntry> entries = ResponseValidation.Evaluate(sample, Axes, new() { Replicas = 20 });
        IReadOnlyList<Figure> figures = ResponseFigures.All(entries, Axes, Choices);

        Assert.Equal(
            [
                "linearity_median-E_dep", "linearity_mode-E_dep", "resolution-E_dep", "pull_width-E_dep",
                "linearity_median-mu", "linearity_mode-mu", "resolution-mu", "pull_width-mu", "spread_ratio-sigma_pred",
            ],
            figures.Select(figure => figure.Id));
        var curve = (CurveLayer)figures[4].Layers[0];
        FigureEntry first = entries.InBin(MetricName.LinearityMedian, "bare", "mu", 0, 20)!;
        Assert.Equal(new CurvePoint(0, 20, first.Value + 1, first.Error, first.Entries), curve.Points[0]);
        Assert.NotNull(figures[0].Ratio);
        Assert.Equal(["right"], figures[3].Layers.Select(layer => layer.Method));
    }
}
