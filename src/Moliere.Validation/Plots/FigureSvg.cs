namespace Moliere.Validation.Plots;

/// <summary>
/// Draws a figure as SVG text: a pure function of its arguments. Everything a method draws sits in groups
/// <c>class="method" data-method="NAME"</c>; what has a number has class <c>point</c> and a <c>title</c>.
/// </summary>
public static class FigureSvg
{
    private const double Width = 640, Left = 76, PlotWidth = 546, Top = 62, Height = 300, RatioHeight = 110, Gap = 10;
    private const double HeatMargin = 84; // room for the colour bar

    /// <summary>Style of a figure that stands alone; a page may override it, which is how figures follow a dark
    /// page.</summary>
    internal const string Style = """
          <style>
            .figure text { font-family: Helvetica, Arial, "DejaVu Sans", sans-serif; fill: #1c2026; }
            .figure .heading { font-size: 15px; font-weight: bold; }
            .figure .label { font-size: 12.5px; font-style: italic; fill: #5b6470; }
            .figure .title { font-size: 14px; } .figure .tick, .figure .legend text { font-size: 12.5px; }
            .figure .middle { text-anchor: middle; } .figure .end { text-anchor: end; }
            .figure .ground { fill: #ffffff; } .figure .frame { fill: none; stroke: #1c2026; stroke-width: 1; }
            .figure .grid { stroke: #e6e9ee; fill: none; }
            .figure .guide { stroke: #8a93a0; stroke-dasharray: 5 4; fill: none; }
            .figure .line { fill: none; stroke-width: 1.7; stroke-linejoin: round; }
            .figure .band { fill-opacity: 0.2; } .figure .filling { fill-opacity: 0.08; }
            .figure .point { stroke: #ffffff; stroke-opacity: 0; stroke-width: 9; pointer-events: all; }
            .figure .hit { fill: none; stroke: none; pointer-events: all; } .figure .cell { stroke: none; }
          </style>

        """;

    /// <summary>Draws a figure.</summary>
    /// <param name="figure">What to draw.</param>
    /// <param name="palette">Colours and markers, shared by all figures of a report.</param>
    public static string Render(Figure figure, MethodPalette palette) => Render(figure, palette, Style);

    /// <summary>Draws a figure for a page that carries <see cref="Style"/> once for all.</summary>
    internal static string RenderInline(Figure figure, MethodPalette palette) => Render(figure, palette, string.Empty);

    private static string Render(Figure figure, MethodPalette palette, string style)
    {
        HeatLayer? heat = figure.Layers.OfType<HeatLayer>().FirstOrDefault();
        Layout layout = Layout.Of(figure, heat is not null);
        double bottom = Top + layout.Height + (figure.Ratio is null ? 0 : Gap + RatioHeight), height = bottom + 50;
        double above = FigureHeader.Overflow(figure, palette, Left, layout.Right);
        height += above;
        var svg = new SvgWriter();
        svg.Open(
            "svg",
            ("xmlns", "http://www.w3.org/2000/svg"),
            ("class", "figure"),
            ("viewBox", $"0 {NumberText.Pixel(-above)} {NumberText.Pixel(Width)} {NumberText.Pixel(height)}"),
            ("width", Width),
            ("height", height),
            ("role", "img"),
            ("aria-label", figure.Title));
        svg.Raw(style);
        svg.Element("rect", ("class", "ground"), ("y", -above), ("width", Width), ("height", height));
        FigureHeader.Draw(svg, figure, palette, Left, layout.Right);
        DrawMain(svg, figure, palette, layout, heat);
        DrawRatio(svg, figure, palette, layout);
        svg.Text(figure.X.Title, ("class", "title end"), ("x", layout.Right), ("y", bottom + 40));
        svg.Close("svg");
        return svg.ToString();
    }

    private static void DrawMain(
        SvgWriter svg, Figure figure, MethodPalette palette, Layout layout, HeatLayer? heat)
    {
        (double low, double high) = AxisRange.Vertical(figure.Y, figure.Layers, figure.Guides);
        var y = new AxisScale(low, high, Top + layout.Height, Top, figure.Y.IsLogarithmic, figure.Y.Names);
        var panel = new Panel(Horizontal(figure, layout), y, layout.Left, Top, layout.Width, layout.Height);
        DrawPanel(svg, panel, figure, "main", figure.Layers, figure.Guides, palette, figure.Ratio is null);
        panel.DrawVerticalTitle(svg, figure.Y.Title, 20);
        if (heat is not null)
        {
            HeatDrawing.DrawBar(svg, panel, heat);
        }
    }

    private static void DrawRatio(SvgWriter svg, Figure figure, MethodPalette palette, Layout layout)
    {
        if (figure.Ratio is not { } ratio)
        {
            return;
        }

        CurveLayer[] curves = [.. figure.Layers.OfType<CurveLayer>()];
        CurveLayer? reference = Array.Find(curves, curve => curve.Method == ratio.Reference);
        FigureLayer[] layers = reference is null
            ? []
            : [.. curves.Where(curve => curve != reference).Select(curve => RatioPanel.Divide(curve, reference))];
        double top = Top + layout.Height + Gap;
        (double low, double high) = AxisRange.Vertical(ratio.Axis, layers, [1]);
        var y = new AxisScale(low, high, top + RatioHeight, top, ratio.Axis.IsLogarithmic);
        var panel = new Panel(Horizontal(figure, layout), y, layout.Left, top, layout.Width, RatioHeight);
        DrawPanel(svg, panel, figure, "ratio", layers, [1], palette, withNumbersBelow: true);
        panel.DrawVerticalTitle(svg, ratio.Axis.Title, 20);
    }

    private static void DrawPanel(
        SvgWriter svg,
        Panel panel,
        Figure figure,
        string name,
        IEnumerable<FigureLayer> layers,
        IEnumerable<double> guides,
        MethodPalette palette,
        bool withNumbersBelow)
    {
        string clip = $"clip-{figure.Id}-{name}";
        svg.Open("clipPath", ("id", clip));
        svg.Element(
            "rect",
            ("x", panel.Left),
            ("y", panel.Top),
            ("width", panel.Right - panel.Left),
            ("height", panel.Bottom - panel.Top));
        svg.Close("clipPath");
        panel.DrawGrid(svg);
        panel.DrawGuides(svg, guides);
        foreach (FigureLayer layer in layers)
        {
            svg.Open(
                "g",
                ("class", $"method method-{layer.Method}"),
                ("data-method", layer.Method),
                ("clip-path", $"url(#{clip})"));
            DrawLayer(svg, panel, figure, layer, palette);
            svg.Close("g");
        }

        panel.DrawFrame(svg, withNumbersBelow);
    }

    private static void DrawLayer(SvgWriter svg, Panel panel, Figure figure, FigureLayer layer, MethodPalette palette)
    {
        switch (layer)
        {
            case CurveLayer curve:
                CurveDrawing.Draw(svg, panel, curve, palette, ScriptText.ToPlain(figure.X.Title));
                break;
            case HistogramLayer histogram:
                HistogramDrawing.Draw(svg, panel, histogram, palette);
                break;
            case BarLayer bars:
                BarDrawing.Draw(svg, panel, bars, figure.Layers, palette, figure.Y.Names);
                break;
            case HeatLayer heat:
                HeatDrawing.Draw(svg, panel, heat);
                break;
        }
    }

    private static AxisScale Horizontal(Figure figure, Layout layout)
    {
        (double low, double high) = AxisRange.Horizontal(figure);
        return new AxisScale(low, high, layout.Left, layout.Right, figure.X.IsLogarithmic, figure.X.Names);
    }

    // The main panel: names need room at the left, and many of them height.
    private readonly record struct Layout(double Left, double Width, double Height)
    {
        private const double LetterWidth = 7.1, NameHeight = 17; // of the 12.5 px sans-serif faces

        public double Right => Left + Width;

        public static Layout Of(Figure figure, bool hasBar)
        {
            IReadOnlyList<string> names = figure.Y.Names ?? [];
            double wanted = 14 + (LetterWidth * names.Select(name => name.Length).DefaultIfEmpty(0).Max());
            double left = Math.Max(FigureSvg.Left, wanted + (figure.Y.Title.Length > 0 && names.Count > 0 ? 30 : 0));
            double right = FigureSvg.Left + (hasBar ? PlotWidth - HeatMargin + 10 : PlotWidth);
            return new(left, right - left, Math.Max(FigureSvg.Height, NameHeight * names.Count));
        }
    }
}
