namespace Moliere.Validation.Plots;

/// <summary>Draws a two-dimensional histogram and its colour bar.</summary>
internal static class HeatDrawing
{
    private const int BarSteps = 32;

    /// <summary>Draws the cells into an open group; empty ones stay transparent.</summary>
    public static void Draw(SvgWriter svg, Panel panel, HeatLayer heat)
    {
        double largest = Largest(heat);
        for (int i = 0; i + 1 < heat.XEdges.Length; i++)
        {
            for (int j = 0; j + 1 < heat.YEdges.Length; j++)
            {
                if (heat.Contents[i, j] > 0)
                {
                    DrawCell(svg, panel, heat, (i, j), heat.Contents[i, j] / largest);
                }
            }
        }
    }

    /// <summary>Colour bar at the right of the panel, from 0 to the largest content.</summary>
    public static void DrawBar(SvgWriter svg, Panel panel, HeatLayer heat)
    {
        double left = panel.Right + 12, height = panel.Bottom - panel.Top, step = height / BarSteps;
        for (int i = 0; i < BarSteps; i++)
        {
            svg.Element(
                "rect",
                ("fill", ColourMap.At((i + 0.5) / BarSteps)),
                ("x", left),
                ("y", panel.Bottom - ((i + 1) * step)),
                ("width", 12),
                ("height", step + 0.3));
        }

        var scale = new AxisScale(0, Largest(heat), panel.Bottom, panel.Top, isLogarithmic: false);
        foreach (double tick in scale.Major())
        {
            svg.Text(NumberText.Tick(tick), ("class", "tick"), ("x", left + 16), ("y", scale[tick] + 4));
        }

        double middle = 0.5 * (panel.Top + panel.Bottom);
        string place = $"translate({NumberText.Pixel(left + 62)},{NumberText.Pixel(middle)}) rotate(-90)";
        svg.Text(heat.Title, ("class", "title middle"), ("transform", place));
    }

    private static void DrawCell(SvgWriter svg, Panel panel, HeatLayer heat, (int X, int Y) cell, double fraction)
    {
        double left = panel.X[heat.XEdges[cell.X]], right = panel.X[heat.XEdges[cell.X + 1]];
        double bottom = panel.Y[heat.YEdges[cell.Y]], top = panel.Y[heat.YEdges[cell.Y + 1]];
        string x = panel.X.Bin(heat.XEdges[cell.X], heat.XEdges[cell.X + 1]);
        string y = panel.Y.Bin(heat.YEdges[cell.Y], heat.YEdges[cell.Y + 1]);
        svg.Tipped(
            "rect",
            $"{x}; {y}: {NumberText.Reader(heat.Contents[cell.X, cell.Y])}",
            ("class", "point cell"),
            ("fill", ColourMap.At(fraction)),
            ("x", left),
            ("y", top),
            ("width", right - left + 0.3),
            ("height", bottom - top + 0.3));
        if (heat.ShowsNumbers)
        {
            // The cell has its own colour on any page, so the number on it must not follow the page's style.
            svg.Text(
                NumberText.Reader(Math.Round(heat.Contents[cell.X, cell.Y], 3)),
                ("class", "tick middle"),
                ("style", fraction > 0.5 ? "fill:#ffffff" : "fill:#1c2026"),
                ("x", 0.5 * (left + right)),
                ("y", (0.5 * (top + bottom)) + 4));
        }
    }

    private static double Largest(HeatLayer heat)
    {
        double largest = heat.Contents.Cast<double>().DefaultIfEmpty(0).Max();
        return largest > 0 ? largest : 1;
    }
}
