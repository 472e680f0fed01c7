namespace Moliere.Validation.Plots.Events;

/// <summary>What all views of an event share.</summary>
internal static class Frame
{
    /// <summary>Defines a clipping rectangle.</summary>
    public static void Clip(SvgWriter svg, string id, Panel panel) =>
        Clip(svg, id, panel.Left, panel.Top, panel.Right - panel.Left, panel.Bottom - panel.Top);

    /// <summary>Defines a clipping rectangle.</summary>
    public static void Clip(SvgWriter svg, string id, double left, double top, double width, double height)
    {
        svg.Open("clipPath", ("id", id));
        svg.Element("rect", ("x", left), ("y", top), ("width", width), ("height", height));
        svg.Close("clipPath");
    }

    /// <summary>Heading of a view.</summary>
    public static void Heading(SvgWriter svg, string text, double left, double top) =>
        svg.Text(text, ("class", "view-title"), ("x", left), ("y", top - 10));

    /// <summary>A line of a known length, with its length beside it.</summary>
    public static void Ruler(SvgWriter svg, double left, double y, double millimetre)
    {
        string path = $"M{NumberText.Pixel(left)},{NumberText.Pixel(y)}h{NumberText.Pixel(1000 * millimetre)}";
        svg.Element("path", ("class", "ruler"), ("d", path + "m0,-3v6"));
        svg.Element("path", ("class", "ruler"), ("d", $"M{NumberText.Pixel(left)},{NumberText.Pixel(y - 3)}v6"));
        svg.Text("1 m", ("class", "small"), ("x", left + (1000 * millimetre) + 6), ("y", y + 4));
    }
}
