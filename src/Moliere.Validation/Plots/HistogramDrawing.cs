using System.Text;

namespace Moliere.Validation.Plots;

/// <summary>Draws a histogram as a stepped outline with a light filling; every bin shows its content on
/// hover.</summary>
internal static class HistogramDrawing
{
    /// <summary>Draws into an open group; the caller clips it to the panel.</summary>
    public static void Draw(SvgWriter svg, Panel panel, HistogramLayer histogram, MethodPalette palette)
    {
        string colour = palette.Colour(histogram.Method), outline = Outline(panel, histogram);
        double first = panel.X[histogram.Edges[0]], last = panel.X[histogram.Edges[^1]];
        string closed = $"{outline}V{Px(panel.Bottom)}H{Px(first)}Z";
        svg.Element("path", ("class", "filling"), ("fill", colour), ("d", closed));
        svg.Element("path", ("class", "line"), ("stroke", colour), ("d", outline));
        for (int bin = 0; bin < histogram.Contents.Length; bin++)
        {
            double left = panel.X[histogram.Edges[bin]], right = panel.X[histogram.Edges[bin + 1]];
            double top = Height(panel, histogram.Contents[bin]);
            if (histogram.Contents[bin] > 0 && right <= last + 1e-9)
            {
                svg.Tipped(
                    "rect",
                    Tip(histogram, bin),
                    ("class", "point hit"),
                    ("data-value", NumberText.Exact(histogram.Contents[bin])),
                    ("x", left),
                    ("y", top - 4),
                    ("width", right - left),
                    ("height", 8));
            }
        }
    }

    private static string Outline(Panel panel, HistogramLayer histogram)
    {
        var path = new StringBuilder($"M{Px(panel.X[histogram.Edges[0]])},{Px(panel.Bottom)}");
        for (int bin = 0; bin < histogram.Contents.Length; bin++)
        {
            path.Append('V').Append(Px(Height(panel, histogram.Contents[bin])));
            path.Append('H').Append(Px(panel.X[histogram.Edges[bin + 1]]));
        }

        return path.ToString();
    }

    private static double Height(Panel panel, double value) => panel.Y.CanShow(value) ? panel.Y[value] : panel.Bottom;

    private static string Tip(HistogramLayer histogram, int bin)
    {
        string low = NumberText.Reader(histogram.Edges[bin]), high = NumberText.Reader(histogram.Edges[bin + 1]);
        return $"{histogram.Method}, {low} to {high}: {NumberText.Reader(histogram.Contents[bin])}";
    }

    private static string Px(double value) => NumberText.Pixel(value);
}
