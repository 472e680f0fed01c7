using Moliere.Validation.Metrics;
using Moliere.Validation.Plots;

namespace Moliere.Tests.Validation.Plots;

public sealed class ImportanceFiguresTests
{
    private static readonly FigureChoices s_choices = new() { Methods = ["mdn", "brt"] };

    [Fact]
    public void LargestOfTheFirstMethod_IsOnTop()
    {
        Figure figure = ImportanceFigures.Bars(
            "importance", "Importance", "resolution",
            [
                (
                    "mdn",
                    [
                        new("pt", 0.125, 0.25, 0.25, 3), new("mu", 0, 0.25, 0.25, 3),
                        new("width", 0.25, 0.125, 0.25, 3),
                    ]
                ),
                ("brt", [new("only_brt", 0.5, double.NaN, 0.25, 1), new("pt", 0.25, 0.125, 0.25, 3)]),
            ],
            s_choices);
        Assert.Equal(["only_brt", "mu", "pt", "width"], figure.Y.Names);
        var first = (BarLayer)figure.Layers[0];
        Assert.Equal([new(1, 2, 0, 1), new(2, 3, 0.5, 1), new(3, 4, 1, 0.5)], first.Bars);
        var second = (BarLayer)figure.Layers[1];
        Assert.Equal([new(0, 1, 2, null), new(2, 3, 1, 0.5)], second.Bars);
    }

    [Fact]
    public void Caption_WarnsOfRelatedQuantities() =>
        Assert.Contains(
            "others repeat",
            ImportanceFigures.Bars("i", "I", "loss", [("mdn", [new("pt", 1, 0, 1, 2)])], s_choices).Caption,
            StringComparison.Ordinal);
}
