using System.Globalization;

namespace Moliere.Validation.Plots.Events;

/// <summary>
/// Draws one event as one SVG text: the map in eta and phi, the view along the beam and across it, the jets in numbers.
/// A pure function of its argument; the text needs no other file.
/// </summary>
public static class EventSvg
{
    private const double Width = 1500, Height = 1010;

    private const string Style = """
          <style>
            .event text { font-family: Inter, Helvetica, Arial, "DejaVu Sans", sans-serif; fill: #e6edf3; }
            .event .ground { fill: #0b0f17; } .event .plate { fill: #10161f; }
            .event .heading { font-size: 27px; font-weight: 600; } .event .facts { font-size: 15px; fill: #9aa7b8; }
            .event .label { font-size: 14px; font-style: italic; fill: #9aa7b8; }
            .event .view-title { font-size: 14px; font-weight: 600; fill: #c5d0de; }
            .event .axis { font-size: 14px; fill: #9aa7b8; } .event .tick { font-size: 12.5px; fill: #9aa7b8; }
            .event .small { font-size: 13px; fill: #c5d0de; } .event .head { font-size: 13px; fill: #9aa7b8; }
            .event .cell-text { font-size: 14px; font-variant-numeric: tabular-nums; }
            .event .middle { text-anchor: middle; } .event .end { text-anchor: end; }
            .event .frame { fill: none; stroke: #55606f; } .event .grid { fill: none; stroke: #1a222d; }
            .event .rule, .event .beam, .event .ruler { fill: none; stroke: #3a4655; }
            .event .cluster { fill: none; stroke-width: 1; stroke-opacity: 0.75; }
            .event .other { stroke-width: 0.7; stroke-opacity: 0.75; }
            .event .jet { fill: none; stroke-width: 2.2; }
            .event .truth-jet { fill: none; stroke-width: 1.3; stroke-dasharray: 5 4; stroke-opacity: 0.85; }
            .event .jet-label { font-size: 15px; font-weight: 700; paint-order: stroke; stroke: #0b0f17;
              stroke-width: 4px; stroke-linejoin: round; }
            .event .tick-mark { fill: none; stroke: #ffffff; stroke-width: 1; stroke-opacity: 0.75; }
            .event .track { fill: none; stroke: #cfe3f5; stroke-width: 0.8; stroke-opacity: 0.6; }
            .event .ring { fill: none; stroke: #17202c; }
            .event .layer { fill: #17202c; stroke: #0b0f17; stroke-width: 0.6; }
            .event .ring.hadronic { stroke: #141b25; } .event .layer.hadronic { fill: #141b25; }
            .event .tracker { fill: none; stroke: #2a3442; stroke-dasharray: 3 4; }
            .event .cone { fill-opacity: 0.14; stroke-opacity: 0.45; }
          </style>

        """;

    /// <summary>Draws an event.</summary>
    /// <param name="picture">What to draw; the text is below 2 MB for any event of the house's calorimeter.</param>
    public static string Render(EventPicture picture)
    {
        var svg = new SvgWriter();
        svg.Open(
            "svg", ("xmlns", "http://www.w3.org/2000/svg"), ("class", "event"),
            ("viewBox", $"0 0 {NumberText.Pixel(Width)} {NumberText.Pixel(Height)}"), ("width", Width),
            ("height", Height), ("role", "img"), ("aria-label", picture.Title));
        svg.Raw(Style);
        svg.Element("rect", ("class", "ground"), ("width", Width), ("height", Height));
        svg.Text(picture.Title, ("class", "heading"), ("x", 40), ("y", 46));
        svg.Text(Facts(picture), ("class", "facts"), ("x", 40), ("y", 72));
        svg.Text(picture.Label, ("class", "label end"), ("x", Width - 40), ("y", 46));
        DrawViews(svg, picture);
        svg.Close("svg");
        return svg.ToString();
    }

    private static void DrawViews(SvgWriter svg, EventPicture picture)
    {
        Frame.Heading(svg, "Calorimeter unrolled", 74, 122);
        new EtaPhiView(picture, 74, 122, 886, 568).Draw(svg);
        Frame.Heading(svg, "Across the beam: barrel", 1010, 122);
        new TransverseView(picture, 1010, 122, 450).Draw(svg);
        Frame.Heading(svg, "Along the beam: φ > 0 above, φ < 0 below", 1010, 630);
        new LongitudinalView(picture, 1010, 630, 450, 350).Draw(svg);
        new JetTable(picture, 74, 752, 540).Draw(svg);
        new EventLegend(picture, 660, 752, 300).Draw(svg);
    }

    private static string Facts(EventPicture picture)
    {
        double sum = picture.Clusters.Sum(cluster => cluster.Momentum.Pt);
        string[] facts =
        [
            Text($"μ = {picture.Event.Mu:0.0}"),
            Text($"{picture.Event.VertexCount} vertices"),
            Text($"ΣE_{{T}} = {sum:0} GeV"),
            Text($"{picture.Clusters.Count} topo-clusters"),
            Text($"{picture.Jets.Count} jets"),
        ];
        return string.Join("   ·   ", facts);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
