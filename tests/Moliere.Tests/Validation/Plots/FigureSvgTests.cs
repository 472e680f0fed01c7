// covers: Figure, PlotAxis, FigureLayer, CurveLayer, HistogramLayer, HeatLayer, BarLayer, CurvePoint
using System.Globalization;
using System.Xml.Linq;
using Moliere.Tests.Toolbox;
using Moliere.Validation.Plots;

namespace Moliere.Tests.Validation.Plots;

public sealed class FigureSvgTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Names => ["curves", "histograms", "heat", "bars", "classes"];

    [Theory]
    [MemberData(nameof(Names))]
    public void Example_IsDrawnAsCheckedIn(string name) =>
        Golden.AssertMatches($"{name}.svg", FigureSvg.Render(Example(name), ExampleFigures.Palette));

    [Theory]
    [MemberData(nameof(Names))]
    public void EveryPoint_HasAValueAndATitleInsideTheGroupOfItsMethod(string name)
    {
        XDocument document = XDocument.Parse(FigureSvg.Render(Example(name), ExampleFigures.Palette));
        XElement[] points = [.. document.Descendants().Where(e =>
            ((string?)e.Attribute("class"))?.StartsWith("point") == true)];

        Assert.NotEmpty(points);
        Assert.All(points, point => Assert.NotEmpty(point.Element(Svg + "title")!.Value));
        Assert.All(points, point => Assert.NotNull(point.Parent!.Attribute("data-method")));
    }

    [Fact]
    public void MissingBin_BreaksTheLine()
    {
        string svg = FigureSvg.Render(ExampleFigures.Curves(), ExampleFigures.Palette);
        XElement group = XDocument.Parse(svg).Descendants(Svg + "g")
            .First(g => (string?)g.Attribute("data-method") == "mdn");
        XElement[] lines = [.. group.Elements().Where(e => (string?)e.Attribute("class") == "line")];

        Assert.Equal(2, lines.Length);
        Assert.All(lines, line => Assert.DoesNotContain("L", (string)line.Attribute("d")!, StringComparison.Ordinal));
    }

    [Fact]
    public void ValuesOnALogarithmicAxis_StandAtTheGeometricMiddle()
    {
        Figure figure = ExampleFigures.Curves() with
        {
            Ratio = null,
            Layers = [new CurveLayer("em", [new(1, 10, 2, 0.1), new(10, 100, 3, 0.1)])],
        };
        XDocument document = XDocument.Parse(FigureSvg.Render(figure, ExampleFigures.Palette));
        string place = (string)document.Descendants().First(e =>
            (string?)e.Attribute("class") == "point").Attribute("transform")!;

        Assert.StartsWith("translate(212.5,", place, StringComparison.Ordinal); // 76 + 546 / 4
    }

    [Fact]
    public void NamesThatExceedTheWidth_TakeFurtherLines()
    {
        string[] names = [.. Enumerable.Range(0, 7).Select(i => $"network with lambda {i}")];
        Figure figure = ExampleFigures.Curves() with
        {
            Ratio = null,
            Layers = [.. names.Select(name => new CurveLayer(name, [new(1, 2, 2, 0.1)]))],
        };
        XElement root = XDocument.Parse(FigureSvg.Render(figure, new MethodPalette(names))).Root!;
        double top = double.Parse(((string)root.Attribute("viewBox")!).Split(' ')[1], CultureInfo.InvariantCulture);
        (double X, double Y, double Width)[] hits = [.. root.Descendants(Svg + "rect")
            .Where(rect => (string?)rect.Attribute("class") == "hit" && rect.Parent!.Attribute("data-legend") != null)
            .Select(rect => ((double)rect.Attribute("x")!, (double)rect.Attribute("y")!,
                (double)rect.Attribute("width")!))];

        Assert.Equal(names.Length, hits.Length);
        Assert.True(hits.Select(hit => hit.Y).Distinct().Count() > 1, "one line");
        Assert.Equal(34, hits[^1].Y); // the last line is where a single one stands
        Assert.All(hits, hit => Assert.InRange(hit.X + hit.Width, 76, 76 + 546 + 4));
        Assert.All(hits, hit => Assert.True(hit.Y > top + 24, "over the heading"));
        Assert.All(hits.Zip(hits[1..]), pair => Assert.True(
            pair.Second.Y > pair.First.Y || pair.Second.X >= pair.First.X + pair.First.Width, "one over the other"));
    }

    [Fact]
    public void NoValueAtAll_StillGivesAWholeFigure()
    {
        Figure figure = ExampleFigures.Curves() with { Layers = [new CurveLayer("em", [new(1, 2, null, null)])] };
        string svg = FigureSvg.Render(figure, ExampleFigures.Palette);

        Assert.DoesNotContain("NaN", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", svg, StringComparison.Ordinal);
        Assert.NotNull(XDocument.Parse(svg).Root);
    }

    private static Figure Example(string name) => name switch
    {
        "curves" => ExampleFigures.Curves(),
        "histograms" => ExampleFigures.Histograms(),
        "bars" => ExampleFigures.Bars(),
        "classes" => ExampleFigures.Classes(),
        _ => ExampleFigures.Heat(),
    };
}
