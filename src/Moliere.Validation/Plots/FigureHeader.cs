namespace Moliere.Validation.Plots;

/// <summary>Heading, label and legend above the panels, where they can never cover data.</summary>
internal static class FigureHeader
{
    private const double LetterWidth = 7.1; // average of the 12.5 px sans-serif faces, on the wide side
    private const double Gap = 12; // between the entries of the legend where they have room

    /// <summary>Draws between two horizontal positions.</summary>
    public static void Draw(SvgWriter svg, Figure figure, MethodPalette palette, double left, double right)
    {
        svg.Text(figure.Title, ("class", "heading"), ("x", left), ("y", 24));
        svg.Text(figure.Label, ("class", "label end"), ("x", right), ("y", 24));
        double x = left;
        IEnumerable<string> drawn = figure.Layers.Where(layer => layer is not HeatLayer).Select(layer => layer.Method);
        string[] entries = [.. palette.Methods.Intersect(drawn).Concat(drawn.Except(palette.Methods))];
        double narrowing = Math.Min(1, (right + Gap - left) / entries.Sum(Width));
        foreach (string method in entries)
        {
            DrawEntry(svg, figure, palette, method, x);
            x += narrowing * Width(method);
        }
    }

    private static double Width(string method) => 28 + Gap + (LetterWidth * method.Length);

    private static void DrawEntry(SvgWriter svg, Figure figure, MethodPalette palette, string method, double x)
    {
        string colour = palette.Colour(method), at = NumberText.Pixel(x);
        svg.Open("g", ("class", "legend"), ("data-legend", method));
        if (!palette.Knows(method))
        {
            svg.Element("path", ("class", "guide"), ("d", $"M{at},46h22"));
        }
        else
        {
            svg.Element("path", ("class", "line"), ("stroke", colour), ("d", $"M{at},46h22"));
        }

        if (palette.Knows(method) && figure.Layers.Any(layer => layer.Method == method && layer is CurveLayer))
        {
            string place = $"translate({NumberText.Pixel(x + 11)},46)";
            svg.Element("path", ("fill", colour), ("transform", place), ("d", palette.Marker(method)));
        }

        double width = 32 + (LetterWidth * method.Length);
        svg.Element("rect", ("class", "hit"), ("x", x), ("y", 34), ("width", width), ("height", 22));
        svg.Text(method, ("x", x + 28), ("y", 50));
        svg.Close("g");
    }
}
