namespace Moliere.Validation.Plots;

/// <summary>Draws horizontal bars from 0 with their errors as lines; those of several methods share a place.</summary>
internal static class BarDrawing
{
    private const double Filling = 0.78; // part of a place that bars take; the rest is air between places

    /// <summary>Draws into an open group; the caller clips it to the panel.</summary>
    /// <param name="svg">Destination.</param>
    /// <param name="panel">Where.</param>
    /// <param name="layer">One of the bar layers.</param>
    /// <param name="layers">All layers of the figure, among which the bar layers share every place.</param>
    /// <param name="palette">Colours.</param>
    /// <param name="names">Names of the places; null without.</param>
    public static void Draw(
        SvgWriter svg, Panel panel, BarLayer layer, IReadOnlyList<FigureLayer> layers, MethodPalette palette,
        IReadOnlyList<string>? names)
    {
        BarLayer[] bars = [.. layers.OfType<BarLayer>()];
        int number = Array.IndexOf(bars, layer);
        foreach (CurvePoint bar in layer.Bars.Where(bar => bar.Value is { } value && double.IsFinite(value)))
        {
            double place = (bar.High - bar.Low) * Filling, thickness = place / bars.Length;
            double high = (0.5 * (bar.Low + bar.High + place)) - (number * thickness); // first method on top
            string name = names?[(int)bar.Low] ?? NumberText.Reader(bar.Low);
            DrawBar(svg, panel, bar, (high - thickness, high), palette.Colour(layer.Method), $"{layer.Method}, {name}");
        }
    }

    private static void DrawBar(
        SvgWriter svg, Panel panel, CurvePoint bar, (double Low, double High) along, string colour, string name)
    {
        double value = bar.Value!.Value, zero = panel.X[panel.X.Clamp(0)], end = panel.X[panel.X.Clamp(value)];
        double top = panel.Y[along.High], bottom = panel.Y[along.Low], middle = 0.5 * (top + bottom);
        string error = bar.Error is { } half ? $" ± {NumberText.Reader(half)}" : string.Empty;
        svg.Tipped(
            "rect",
            $"{name}: {NumberText.Reader(value)}{error}",
            ("class", "point bar"),
            ("fill", colour),
            ("data-value", NumberText.Exact(value)),
            ("x", Math.Min(zero, end)),
            ("y", top),
            ("width", Math.Max(0.5, Math.Abs(end - zero))),
            ("height", bottom - top));
        if (bar.Error is { } size && double.IsFinite(size))
        {
            double left = panel.X[panel.X.Clamp(value - size)], right = panel.X[panel.X.Clamp(value + size)];
            string path = $"M{NumberText.Pixel(left)},{NumberText.Pixel(middle)}H{NumberText.Pixel(right)}";
            svg.Element("path", ("class", "frame"), ("d", path));
        }
    }
}
