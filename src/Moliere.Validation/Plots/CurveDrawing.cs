using System.Text;

namespace Moliere.Validation.Plots;

/// <summary>Draws a curve: band, line, and markers that show their numbers on hover.</summary>
internal static class CurveDrawing
{
    /// <summary>Draws into an open group; the caller clips it to the panel.</summary>
    public static void Draw(SvgWriter svg, Panel panel, CurveLayer curve, MethodPalette palette, string quantity)
    {
        if (!palette.Knows(curve.Method))
        {
            foreach (CurvePoint[] run in Runs(panel, curve.Points))
            {
                svg.Element("path", ("class", "guide"), ("d", Guide(panel, run)));
            }

            return;
        }

        string colour = palette.Colour(curve.Method), marker = palette.Marker(curve.Method);
        foreach (CurvePoint[] run in Runs(panel, curve.Points))
        {
            svg.Element("path", ("class", "band"), ("fill", colour), ("d", Band(panel, run)));
            svg.Element("path", ("class", "line"), ("stroke", colour), ("d", Line(panel, run)));
            foreach (CurvePoint point in run.Where(point => point.Value >= panel.Y.Low && point.Value <= panel.Y.High))
            {
                svg.Tipped(
                    "path",
                    Tip(curve.Method, quantity, point, panel.X.Bin(point.Low, point.High)),
                    ("class", "point"),
                    ("fill", colour),
                    ("data-value", NumberText.Exact(point.Value)),
                    ("transform", $"translate({Px(Middle(panel, point))},{Px(panel.Y[point.Value!.Value])})"),
                    ("d", marker));
            }
        }
    }

    // Neighbouring bins with values; a bin without one ends the run, and classes are no neighbours.
    private static IEnumerable<CurvePoint[]> Runs(Panel panel, IReadOnlyList<CurvePoint> points) =>
        panel.X.HasNames
            ? points.Where(point => CanShow(panel, point)).Select(point => new[] { point })
            : Joined(panel, points);

    private static bool CanShow(Panel panel, CurvePoint point) =>
        point.Value is { } value && panel.Y.CanShow(value) && panel.X.CanShow(point.High);

    private static IEnumerable<CurvePoint[]> Joined(Panel panel, IReadOnlyList<CurvePoint> points)
    {
        var run = new List<CurvePoint>();
        foreach (CurvePoint point in points)
        {
            if (CanShow(panel, point))
            {
                run.Add(point);
            }
            else if (run.Count > 0)
            {
                yield return [.. run];
                run.Clear();
            }
        }

        if (run.Count > 0)
        {
            yield return [.. run];
        }
    }

    // A lone bin gets a line as wide as the bin.
    private static string Guide(Panel panel, CurvePoint[] run)
    {
        if (run.Length > 1)
        {
            return Line(panel, run);
        }

        string height = Px(Height(panel, run[0].Value!.Value));
        string low = Px(panel.X[panel.X.Clamp(run[0].Low)]), high = Px(panel.X[panel.X.Clamp(run[0].High)]);
        return $"M{low},{height}L{high},{height}";
    }

    private static string Line(Panel panel, CurvePoint[] run)
    {
        var path = new StringBuilder();
        foreach (CurvePoint point in run)
        {
            path.Append(path.Length == 0 ? 'M' : 'L');
            path.Append(Px(Middle(panel, point))).Append(',').Append(Px(Height(panel, point.Value!.Value)));
        }

        return path.ToString();
    }

    // A lone bin gets a band as wide as the bin, so that its error is visible too.
    private static string Band(Panel panel, CurvePoint[] run)
    {
        IEnumerable<(double X, CurvePoint Point)> corners = run.Length > 1
            ? run.Select(point => (Middle(panel, point), point))
            : [(panel.X[panel.X.Clamp(run[0].Low)], run[0]), (panel.X[panel.X.Clamp(run[0].High)], run[0])];
        (double X, CurvePoint Point)[] along = [.. corners];
        IEnumerable<string> upper = along.Select(corner => Corner(panel, corner, 1));
        IEnumerable<string> lower = along.Reverse().Select(corner => Corner(panel, corner, -1));
        return $"M{string.Join('L', upper.Concat(lower))}Z";
    }

    private static string Corner(Panel panel, (double X, CurvePoint Point) corner, int sign)
    {
        double value = corner.Point.Value!.Value + (sign * (corner.Point.Error ?? 0));
        return $"{Px(corner.X)},{Px(Height(panel, value))}";
    }

    private static double Height(Panel panel, double value) =>
        panel.Y.CanShow(value) ? panel.Y[value] : panel.Bottom + 50;

    private static double Middle(Panel panel, CurvePoint point) => panel.X.Middle(point.Low, point.High);

    private static string Tip(string method, string quantity, CurvePoint point, string bin)
    {
        string error = point.Error is { } half ? $" ± {NumberText.Reader(half)}" : string.Empty;
        string entries = point.Entries > 0 ? $", {point.Entries} entries" : string.Empty;
        return $"{method}, {quantity} {bin}: {NumberText.Reader(point.Value!.Value)}{error}{entries}";
    }

    private static string Px(double value) => NumberText.Pixel(value);
}
