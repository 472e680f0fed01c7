namespace Moliere.Validation.Plots;

/// <summary>Heading, label and legend above the panels, where they can never cover data.</summary>
internal static class FigureHeader
{
    private const double LetterWidth = 7.1; // average of the 12.5 px sans-serif faces, on the wide side
    private const double Gap = 12; // between the entries of the legend
    private const double LineHeight = 20; // of the legend

    /// <summary>Height of the lines of the legend beyond the first; they stand above the place of a header.</summary>
    public static double Overflow(Figure figure, MethodPalette palette, double left, double right) =>
        -Places(Entries(figure, palette), left, right)[0].Y;

    /// <summary>Draws between two horizontal positions; the last line of the legend is at the same height.</summary>
    public static void Draw(SvgWriter svg, Figure figure, MethodPalette palette, double left, double right)
    {
        string[] entries = Entries(figure, palette);
        (double X, double Y)[] places = Places(entries, left, right);
        double heading = 24 + places[0].Y;
        svg.Text(figure.Title, ("class", "heading"), ("x", left), ("y", heading));
        svg.Text(figure.Label, ("class", "label end"), ("x", right), ("y", heading));
        foreach ((string method, (double x, double y)) in entries.Zip(places))
        {
            DrawEntry(svg, figure, palette, method, x, y);
        }
    }

    private static string[] Entries(Figure figure, MethodPalette palette)
    {
        IEnumerable<string> drawn = figure.Layers.Where(layer => layer is not HeatLayer).Select(layer => layer.Method);
        return [.. palette.Methods.Intersect(drawn).Concat(drawn.Except(palette.Methods))];
    }

    // Heights against the last line; the first entry also without any.
    private static (double X, double Y)[] Places(string[] entries, double left, double right)
    {
        var places = new (double X, double Y)[Math.Max(1, entries.Length)];
        (double x, double y) = (left, 0);
        for (int i = 0; i < entries.Length; i++)
        {
            if (x > left && x + Width(entries[i]) - Gap > right)
            {
                (x, y) = (left, y + LineHeight);
            }

            places[i] = (x, y);
            x += Width(entries[i]);
        }

        return Array.ConvertAll(places, place => (place.X, place.Y - y));
    }

    private static double Width(string method) => 28 + Gap + (LetterWidth * method.Length);

    private static void DrawEntry(
        SvgWriter svg, Figure figure, MethodPalette palette, string method, double x, double y)
    {
        string colour = palette.Colour(method), at = $"{NumberText.Pixel(x)},{NumberText.Pixel(46 + y)}";
        svg.Open("g", ("class", "legend"), ("data-legend", method));
        if (!palette.Knows(method))
        {
            svg.Element("path", ("class", "guide"), ("d", $"M{at}h22"));
        }
        else
        {
            svg.Element("path", ("class", "line"), ("stroke", colour), ("d", $"M{at}h22"));
        }

        if (palette.Knows(method) && figure.Layers.Any(layer => layer.Method == method && layer is CurveLayer))
        {
            string place = $"translate({NumberText.Pixel(x + 11)},{NumberText.Pixel(46 + y)})";
            svg.Element("path", ("fill", colour), ("transform", place), ("d", palette.Marker(method)));
        }

        double width = 32 + (LetterWidth * method.Length);
        svg.Element("rect", ("class", "hit"), ("x", x), ("y", 34 + y), ("width", width), ("height", 22));
        svg.Text(method, ("x", x + 28), ("y", 50 + y));
        svg.Close("g");
    }
}
