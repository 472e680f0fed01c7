using Moliere.Validation.Plots;

namespace Moliere.Tests.Validation.Plots;

public sealed class FigureCsvTests
{
    [Fact]
    public void Curves_AreListedWithTheirRatios()
    {
        string[] lines = FigureCsv.Render(ExampleFigures.Curves()).Split('\n');

        Assert.Equal("panel,method,x_low,x_high,y_low,y_high,value,error,entries", lines[0]);
        Assert.Equal("main,lcw,0.3,1,,,0.6,0.05,200", lines[1]);
        Assert.Equal("main,mdn,1,10,,,,,12", lines[5]);
        Assert.StartsWith("ratio,mdn,0.3,1,,,0.5,", lines[7], StringComparison.Ordinal);
        Assert.Equal(11, lines.Length);
    }

    [Fact]
    public void TwoDimensionalBins_HaveBothBounds() =>
        Assert.Contains("main,em,1,10,1,2,3,,\n", FigureCsv.Render(ExampleFigures.Heat()), StringComparison.Ordinal);

    [Fact]
    public void NamesWithCommas_AreQuoted()
    {
        Figure figure = new()
        {
            Id = "masses",
            Title = "",
            X = new PlotAxis("m") { Names = ["125, 5 GeV", "the \"other\""] },
            Y = new PlotAxis(""),
            Layers = [new CurveLayer("a, b", [new CurvePoint(0, 1, 2, null), new CurvePoint(1, 2, 3, null)])],
        };
        string[] lines = FigureCsv.Render(figure).Split('\n');
        Assert.Equal("main,\"a, b\",0,1,,,2,,,\"125, 5 GeV\",", lines[1]);
        Assert.EndsWith("\"the \"\"other\"\"\",", lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Histogram_IsListedBinByBin() =>
        Assert.Contains(
            "main,mdn,-1,0,,,0.4,,\n", FigureCsv.Render(ExampleFigures.Histograms()), StringComparison.Ordinal);
}
