using System.Globalization;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;

namespace Moliere.Validation.Plots.Events;

/// <summary>The leading jets in numbers, each with a bar of its energy by depth.</summary>
internal sealed class JetTable(EventPicture picture, double left, double top, double width)
{
    private const int MostRows = 6;
    private const double RowHeight = 26;

    // Right ends of the columns of numbers; the bar takes the rest.
    private static readonly double[] Columns = [92, 144, 196, 286];

    /// <summary>Draws the table.</summary>
    public void Draw(SvgWriter svg)
    {
        string[] heads = ["p_{T} [GeV]", "η", "φ", "true p_{T}"];
        for (int c = 0; c < heads.Length; c++)
        {
            svg.Text(heads[c], ("class", "head end"), ("x", left + Columns[c]), ("y", top + 12));
        }

        svg.Text("energy by depth", ("class", "head"), ("x", BarLeft), ("y", top + 12));
        svg.Element("path", ("class", "rule"), ("d", $"M{Px(left)},{Px(top + 21)}h{Px(width)}"));
        for (int j = 0; j < Math.Min(picture.Jets.Count, MostRows); j++)
        {
            DrawRow(svg, j, top + 42 + (j * RowHeight));
        }

        if (picture.Jets.Count == 0)
        {
            svg.Text("no jets", ("class", "small"), ("x", left), ("y", top + 42));
        }

        DrawLegend(svg, top + 56 + (Math.Clamp(picture.Jets.Count, 1, MostRows) * RowHeight));
    }

    private double BarLeft => left + Columns[^1] + 26;

    private double BarWidth => width - (BarLeft - left);

    private void DrawRow(SvgWriter svg, int rank, double y)
    {
        FourVector jet = picture.Jets[rank].Momentum;
        svg.Text($"{rank + 1}", ("class", "jet-label"), ("style", JetColours.Fill(rank)), ("x", left + 2), ("y", y));
        string[] cells = [Text(jet.Pt, "0.0"), Text(jet.Eta, "0.00"), Text(jet.Phi, "0.00"), TruthOf(jet)];
        for (int c = 0; c < cells.Length; c++)
        {
            svg.Text(cells[c], ("class", "cell-text end"), ("x", left + Columns[c]), ("y", y));
        }

        double[] depth = Depth(picture.Jets[rank]);
        double total = depth.Sum(), x = BarLeft;
        for (int group = 0; group < depth.Length && total > 0; group++)
        {
            double part = BarWidth * depth[group] / total;
            svg.Tipped(
                "rect", $"{DepthGroup.Names[group]}: {NumberText.Reader(100 * depth[group] / total)} %",
                ("fill", DepthGroup.Colours[group]), ("x", x), ("y", y - 11), ("width", part), ("height", 14));
            x += part;
        }
    }

    private void DrawLegend(SvgWriter svg, double y)
    {
        double x = left;
        for (int group = 0; group < DepthGroup.Names.Count; group++)
        {
            svg.Element(
                "rect", ("fill", DepthGroup.Colours[group]), ("x", x), ("y", y - 10), ("width", 11), ("height", 11));
            svg.Text(DepthGroup.Names[group], ("class", "small"), ("x", x + 16), ("y", y));
            x += 32 + (7.0 * DepthGroup.Names[group].Length);
        }
    }

    // Cells below zero would take from their layer what others have measured; a bar shows what was seen.
    private double[] Depth(Jet jet)
    {
        var sums = new double[DepthGroup.Names.Count];
        foreach (Cluster cluster in jet.Constituents.Select(index => picture.Clusters[index]))
        {
            for (int i = 0; i < cluster.Cells.Length; i++)
            {
                int cell = cluster.Cells[i];
                double energy = cluster.Weights[i] * picture.Event.Energy[cell];
                sums[DepthGroup.Of(picture.Event.Geometry.Sampling[cell])] += Math.Max(energy, 0);
            }
        }

        return sums;
    }

    private string TruthOf(FourVector jet)
    {
        double[] near = [.. picture.TruthJets
            .Where(truth => EtaPhi.DeltaR(truth.Eta, truth.Phi, jet.Eta, jet.Phi) < picture.JetRadius)
            .Select(truth => truth.Pt)];
        return near.Length == 0 ? "–" : Text(near.Max(), "0.0");
    }

    private static string Text(double value, string format) =>
        value.ToString(format, CultureInfo.InvariantCulture).Replace('-', '−');

    private static string Px(double value) => NumberText.Pixel(value);
}
