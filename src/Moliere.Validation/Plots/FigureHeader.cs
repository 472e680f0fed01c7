namespace Moliere.Validation.Plots;

/// <summary>Heading, label and legend above the panels, where they can never cover data.</summary>
internal static class FigureHeader
{
    private const double LetterWidth = 7.1; // average of the 12.5 px sans-serif faces, on the wide side

    /// <summary>Draws between two horizontal positions.</summary>
    public static void Draw(SvgWriter svg, Figure figure, MethodPalette palette, double left, double right)
    {
        svg.Text(figure.Title, ("class", "heading"), ("x", left), ("y", 24));
        svg.Text(figure.Label, ("class", "label end"), ("x", right), ("y", 24));
        double x = left;
        foreach (string method in palette.Methods.Where(name => figure.Layers.Any(layer => layer.Method == name)))
        {
            if (!figure.Layers.Any(layer => layer.Method == method && layer is not HeatLayer))
            {
                continue;
            }

            DrawEntry(svg, figure, palette, method, x);
            x += 40 + (LetterWidth * method.Length);
        }
    }

    private static void DrawEntry(SvgWriter svg, Figure figure, MethodPalette palette, string method, double x)
    {
        string colour = palette.Colour(method), at = NumberText.Pixel(x);
        svg.Open("g", ("class", "legend"), ("data-legend", method));
        svg.Element("path", ("class", "line"), ("stroke", colour), ("d", $"M{at},46h22"));
        if (figure.Layers.Any(layer => layer.Method == method && layer is CurveLayer))
        {
            string place = $"translate({NumberText.Pixel(x + 11)},46)";
            svg.Element("path", ("fill", colour), ("transform", place), ("d", palette.Marker(method)));
        }

        svg.Text(method, ("x", x + 28), ("y", 50));
        svg.Close("g");
    }
}
