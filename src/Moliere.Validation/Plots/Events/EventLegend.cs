namespace Moliere.Validation.Plots.Events;

/// <summary>What the signs and colours of the views mean.</summary>
internal sealed class EventLegend(EventPicture picture, double left, double top, double width)
{
    private const double LineHeight = 24;

    /// <summary>Draws the colour scale and the signs below it.</summary>
    public void Draw(SvgWriter svg)
    {
        DrawScale(svg);
        string least = NumberText.Reader(picture.JetPtMin), radius = NumberText.Reader(picture.JetRadius);
        (string, string, string, string)?[] signs =
        [
            ("cluster", JetColours.Of(0), Footprint, "topo-cluster in a jet"),
            ("cluster other", JetColours.Other, Footprint, "other topo-cluster"),
            ("jet", JetColours.Of(0), Circle, $"jet, anti-k_{{t}} {radius}, p_{{T}} > {least} GeV"),
            picture.TruthJets.Count > 0 ? ("truth-jet", "#ffffff", Circle, "the same of true particles") : null,
            picture.Tracks.Count > 0 ? ("tick-mark", "#e6edf3", "M3,0h8m-4,-4v8", picture.TrackLabel) : null,
        ];
        double y = top + 78;
        foreach (var (name, colour, path, meaning) in signs.OfType<(string, string, string, string)>())
        {
            DrawSign(svg, y, name, colour, path, meaning);
            y += LineHeight;
        }
    }

    private const string Footprint = "M0,-6h8v4h6v8h-14z";

    private const string Circle = "M0,0a7,7 0 1,0 14,0a7,7 0 1,0 -14,0z";

    private void DrawScale(SvgWriter svg)
    {
        double step = width / EnergyShades.Count;
        svg.Text("transverse energy of cells above 2σ of noise [GeV]", ("class", "head"), ("x", left), ("y", top + 12));
        for (int shade = 0; shade < EnergyShades.Count; shade++)
        {
            svg.Element(
                "rect", ("fill", EnergyShades.Colour(shade)), ("x", left + (shade * step)), ("y", top + 22),
                ("width", step + 0.3), ("height", 12));
        }

        var scale = new AxisScale(EnergyShades.Low, EnergyShades.High, left, left + width, isLogarithmic: true);
        foreach (double tick in scale.Major())
        {
            svg.Text(
                NumberText.Tick(tick), ("class", "small middle"), ("x", Math.Max(scale[tick], left + 8)),
                ("y", top + 50));
        }
    }

    private void DrawSign(SvgWriter svg, double y, string name, string colour, string path, string meaning)
    {
        string place = $"translate({NumberText.Pixel(left)},{NumberText.Pixel(y)})";
        svg.Element("path", ("class", name), ("stroke", colour), ("transform", place), ("d", path));
        svg.Text(meaning, ("class", "small"), ("x", left + 26), ("y", y + 4));
    }
}
