using System.Text.RegularExpressions;
using Moliere.Validation.Metrics;
using Moliere.Validation.Plots;

namespace Moliere.Tests.Validation.Plots;

public sealed class NamedAxisTests
{
    private static readonly Figure s_bars = ExampleFigures.Bars();

    [Fact]
    public void Bars_HaveANameAValueAndAnError()
    {
        string svg = FigureSvg.Render(s_bars, ExampleFigures.Palette);
        Assert.Contains("<title>mdn, pt: 0.4 ± 0.03</title>", svg, StringComparison.Ordinal);
        Assert.Contains("<title>mdn, clusters_center_lambda: −0.01 ± 0.02</title>", svg, StringComparison.Ordinal);
        Assert.Contains("<title>lcw, pt: 0.2</title>", svg, StringComparison.Ordinal);
        Assert.Equal(3, svg.Split("point bar").Length - 1);
    }

    [Fact]
    public void LongNames_MoveTheFrame()
    {
        string svg = FigureSvg.Render(s_bars, ExampleFigures.Palette);
        Figure brisk = s_bars with { Y = new PlotAxis("") { Names = ["a", "b"] } };
        string brief = FigureSvg.Render(brisk, ExampleFigures.Palette);
        Assert.True(LeftOf(svg) > LeftOf(brief) + 50, $"{LeftOf(svg)} against {LeftOf(brief)}");
        Assert.Contains(">clusters_center_lambda</text>", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void ManyNames_MakeAHigherFigure()
    {
        string[] names = [.. Enumerable.Range(0, 40).Select(i => $"f{i}")];
        Figure figure = s_bars with
        {
            Y = new PlotAxis("") { Names = names },
            Layers = [new BarLayer("mdn", [.. names.Select((_, i) => new CurvePoint(i, i + 1, 1, null))])],
        };
        string svg = FigureSvg.Render(figure, ExampleFigures.Palette);
        Assert.Contains("viewBox=\"0 0 640 792\"", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Classes_AreNotJoinedByALine()
    {
        Figure figure = s_bars with
        {
            X = PlotAxis.Of(BinAxis.Classes("mode", "1p0n", "1p1n", "3p0n")),
            Y = new PlotAxis("resolution"),
            Layers = [new CurveLayer("mdn", [new(0, 1, 0.1, 0.01), new(1, 2, 0.2, 0.01)])],
        };
        string svg = FigureSvg.Render(figure, ExampleFigures.Palette);
        Assert.Equal(2, svg.Split("class=\"band\"").Length - 1);
        Assert.Contains(">3p0n</text>", svg, StringComparison.Ordinal); // also where no curve has a value
        Assert.Contains("<title>mdn, mode 1p1n: 0.2 ± 0.01</title>", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Reference_IsALineAsWideAsItsClass()
    {
        Figure figure = s_bars with
        {
            X = PlotAxis.Of(BinAxis.Classes("mode", "1p0n", "1p1n")),
            Y = new PlotAxis("resolution") { Low = 0, High = 1 },
            Layers = [new CurveLayer("published", [new(0, 1, 0.5, null)])],
        };
        string svg = FigureSvg.Render(figure, ExampleFigures.Palette);
        Match line = Regex.Match(svg, "class=\"guide\" d=\"M([0-9.]+),([0-9.]+)L([0-9.]+),([0-9.]+)\"");
        Assert.Equal(line.Groups[2].Value, line.Groups[4].Value);
        Assert.NotEqual(line.Groups[1].Value, line.Groups[3].Value);
    }

    [Fact]
    public void Cells_CarryTheirNumbersWhenAsked()
    {
        string svg = FigureSvg.Render(ExampleFigures.Classes(), ExampleFigures.Palette);
        Assert.Contains(">0.875</text>", svg, StringComparison.Ordinal);
        Assert.Contains("<title>a; b: 0.125</title>", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_EndsWithTheNames()
    {
        string[] lines = FigureCsv.Render(s_bars).Split('\n');
        Assert.Equal("panel,method,x_low,x_high,y_low,y_high,value,error,entries,x_name,y_name", lines[0]);
        Assert.Equal("main,mdn,,,0,1,-0.01,0.02,,,clusters_center_lambda", lines[1]);
        Assert.Equal("main,lcw,,,1,2,0.2,,,,pt", lines[3]);
    }

    private static double LeftOf(string svg)
    {
        int at = svg.IndexOf("<rect x=\"", StringComparison.Ordinal) + 9;
        return double.Parse(svg[at..svg.IndexOf('"', at)], System.Globalization.CultureInfo.InvariantCulture);
    }
}
