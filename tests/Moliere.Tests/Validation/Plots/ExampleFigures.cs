using Moliere.Validation.Plots;

namespace Moliere.Tests.Validation.Plots;

/// <summary>Small figures with every kind of layer.</summary>
internal static class ExampleFigures
{
    public static readonly MethodPalette Palette = new(["em", "lcw", "mdn"]);

    public static Figure Curves() => new()
    {
        Id = "curves",
        Title = "Resolution & more",
        X = new PlotAxis("E_{dep} [GeV]") { IsLogarithmic = true },
        Y = new PlotAxis("(Q_{84} − Q_{16}) / 2 Q_{50}") { Low = 0 },
        Layers =
        [
            new CurveLayer(
                "lcw", [new(0.3, 1, 0.6, 0.05, 200), new(1, 10, 0.4, 0.02, 500), new(10, 100, 0.2, 0.01, 90)]),
            new CurveLayer(
                "mdn", [new(0.3, 1, 0.3, 0.04, 200), new(1, 10, null, null, 12), new(10, 100, 0.1, 0.02, 90)]),
        ],
        Ratio = new RatioPanel("lcw", new PlotAxis("ratio to lcw")),
        Guides = [0.5],
    };

    public static Figure Histograms() => new()
    {
        Id = "histograms",
        Title = "Pulls",
        X = new PlotAxis("pull"),
        Y = new PlotAxis("density") { Low = 0 },
        Layers =
        [
            new HistogramLayer("mdn", [-2, -1, 0, 1, 2], [0.1, 0.4, 0.35, 0]),
            new CurveLayer("normal", [new(-1, -1, 0.24, null), new(0, 0, 0.4, null), new(1, 1, 0.24, null)]),
        ],
    };

    public static Figure Bars() => new()
    {
        Id = "bars",
        Title = "Importance",
        X = new PlotAxis("increase"),
        Y = new PlotAxis("") { Names = ["clusters_center_lambda", "pt"] },
        Layers =
        [
            new BarLayer("mdn", [new(0, 1, -0.01, 0.02), new(1, 2, 0.4, 0.03)]),
            new BarLayer("lcw", [new(1, 2, 0.2, null)]),
        ],
    };

    public static Figure Classes() => new()
    {
        Id = "classes",
        Title = "Classes",
        X = new PlotAxis("true") { Names = ["a", "b"] },
        Y = new PlotAxis("found") { Names = ["a", "b"] },
        Layers =
        [
            new HeatLayer("em", [0, 1, 2], [0, 1, 2], new[,] { { 0.875, 0.125 }, { 0, 1 } }, "share")
            {
                ShowsNumbers = true,
            },
        ],
    };

    public static Figure Heat() => new()
    {
        Id = "heat",
        Title = "Response",
        X = new PlotAxis("E [GeV]") { IsLogarithmic = true },
        Y = new PlotAxis("r"),
        Layers = [new HeatLayer("em", [1, 10, 100], [0, 1, 2], new double[,] { { 1, 3 }, { 0, 2 } }, "density")],
    };
}
