namespace Moliere.Validation.Plots;

/// <summary>A rectangle with two scales, its frame, ticks and titles.</summary>
internal sealed class Panel(AxisScale x, AxisScale y, double left, double top, double width, double height)
{
    private const double MajorTick = 7, MinorTick = 3.5;

    public AxisScale X { get; } = x;

    public AxisScale Y { get; } = y;

    public double Left { get; } = left;

    public double Top { get; } = top;

    public double Right { get; } = left + width;

    public double Bottom { get; } = top + height;

    /// <summary>Grid lines, behind the data.</summary>
    public void DrawGrid(SvgWriter svg)
    {
        foreach (double tick in X.Major())
        {
            svg.Element("path", ("class", "grid"), ("d", $"M{Px(X[tick])},{Px(Top)}V{Px(Bottom)}"));
        }

        foreach (double tick in Y.Major())
        {
            svg.Element("path", ("class", "grid"), ("d", $"M{Px(Left)},{Px(Y[tick])}H{Px(Right)}"));
        }
    }

    /// <summary>Dashed lines at given heights, those inside the range.</summary>
    public void DrawGuides(SvgWriter svg, IEnumerable<double> values)
    {
        foreach (double value in values.Where(value => value > Y.Low && value < Y.High))
        {
            svg.Element("path", ("class", "guide"), ("d", $"M{Px(Left)},{Px(Y[value])}H{Px(Right)}"));
        }
    }

    /// <summary>Frame and ticks, in front of the data.</summary>
    /// <param name="svg">Destination.</param>
    /// <param name="withNumbersBelow">Whether the horizontal axis carries numbers.</param>
    public void DrawFrame(SvgWriter svg, bool withNumbersBelow)
    {
        string outline = $"M{Px(Left)},{Px(Top)}H{Px(Right)}V{Px(Bottom)}H{Px(Left)}Z";
        svg.Element("path", ("class", "frame"), ("d", outline + TickPath()));
        foreach (double tick in Y.Major())
        {
            svg.Text(Y.Text(tick), ("class", "tick end"), ("x", Left - 7), ("y", Y[tick] + 4));
        }

        foreach (double tick in withNumbersBelow ? X.Major() : [])
        {
            svg.Text(X.Text(tick), ("class", "tick middle"), ("x", X[tick]), ("y", Bottom + 17));
        }
    }

    /// <summary>Title of the vertical axis, along its upper end.</summary>
    public void DrawVerticalTitle(SvgWriter svg, string title, double x)
    {
        double middle = 0.5 * (Top + Bottom);
        svg.Text(title, ("class", "title middle"), ("transform", $"translate({Px(x)},{Px(middle)}) rotate(-90)"));
    }

    private string TickPath()
    {
        IEnumerable<string> horizontal = Marks(X).SelectMany(mark => new[]
        {
            $"M{Px(X[mark.Value])},{Px(Bottom)}v{Px(-mark.Size)}",
            $"M{Px(X[mark.Value])},{Px(Top)}v{Px(mark.Size)}",
        });
        IEnumerable<string> vertical = Marks(Y).SelectMany(mark => new[]
        {
            $"M{Px(Left)},{Px(Y[mark.Value])}h{Px(mark.Size)}",
            $"M{Px(Right)},{Px(Y[mark.Value])}h{Px(-mark.Size)}",
        });
        return string.Concat(horizontal.Concat(vertical));
    }

    // Names stand below their step, not at a point of the axis.
    private static IEnumerable<(double Value, double Size)> Marks(AxisScale scale) => scale.HasNames ? []
        : scale.Minor().Select(tick => (tick, MinorTick)).Concat(scale.Major().Select(tick => (tick, MajorTick)));

    private static string Px(double value) => NumberText.Pixel(value);
}
