using System.Text;
using Moliere.Data.Geometry;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;

namespace Moliere.Validation.Plots.Events;

/// <summary>
/// The unrolled calorimeter: cells of all layers, deep ones below, outlines of clusters, jets as circles.
/// </summary>
internal sealed class EtaPhiView
{
    private const double SmallestPt = 0.5; // of an outlined cluster outside jets [GeV]: fainter ones clutter

    private readonly EventPicture _picture;
    private readonly Panel _panel;
    private readonly LabelPlacement _labels;

    /// <summary>The view in a rectangle.</summary>
    public EtaPhiView(EventPicture picture, double left, double top, double width, double height)
    {
        _picture = picture;
        double etaMax = ShownCells.EtaMax(picture.Event.Geometry);
        _panel = new Panel(
            new AxisScale(-etaMax, etaMax, left, left + width, isLogarithmic: false),
            new AxisScale(-Math.PI, Math.PI, top + height, top, isLogarithmic: false),
            left, top, width, height);
        _labels = new LabelPlacement(left + 3, top + 3, left + width - 3, top + height - 3);
    }

    /// <summary>Draws everything.</summary>
    public void Draw(SvgWriter svg)
    {
        Frame.Clip(svg, "map", _panel);
        svg.Open("g", ("clip-path", "url(#map)"));
        _panel.DrawGrid(svg);
        DrawCells(svg);
        DrawClusters(svg);
        DrawTracks(svg);
        DrawTruthJets(svg);
        DrawJets(svg);
        svg.Close("g");
        _panel.DrawFrame(svg, withNumbersBelow: true);
        svg.Text("η", ("class", "axis end"), ("x", _panel.Right), ("y", _panel.Bottom + 33));
        svg.Text("φ [rad]", ("class", "axis end"),
            ("transform", $"translate({Px(_panel.Left - 34)},{Px(_panel.Top)}) rotate(-90)"));
    }

    private void DrawCells(SvgWriter svg)
    {
        var paths = new ShadedPaths();
        CaloGeometry geometry = _picture.Event.Geometry;
        foreach ((int cell, double energy) in ShownCells.Of(_picture))
        {
            CaloRegion region = geometry.RegionOf(cell);
            double eta = geometry.Eta[cell], phi = geometry.Phi[cell];
            double left = _panel.X[eta - (region.EtaWidth / 2)], right = _panel.X[eta + (region.EtaWidth / 2)];
            double top = _panel.Y[phi + (region.PhiWidth / 2)], bottom = _panel.Y[phi - (region.PhiWidth / 2)];
            double width = Math.Max(right - left, 0.9), height = bottom - top;
            paths.Add(
                -DepthGroup.Of(region.Sampling), energy,
                $"M{Px(left)},{Px(top)}h{Px(width)}v{Px(height)}h{Px(-width)}z");
        }

        svg.Open("g", ("class", "cells"));
        paths.Draw(svg);
        svg.Close("g");
    }

    private void DrawClusters(SvgWriter svg)
    {
        var jetOf = new int?[_picture.Clusters.Count];
        for (int j = _picture.Jets.Count - 1; j >= 0; j--)
        {
            foreach (int c in _picture.Jets[j].Constituents)
            {
                jetOf[c] = j;
            }
        }

        var paths = new SortedDictionary<int, StringBuilder>(Comparer<int>.Create((a, b) => b.CompareTo(a)));
        for (int c = 0; c < jetOf.Length; c++)
        {
            Cluster cluster = _picture.Clusters[c];
            if (jetOf[c] is not null || cluster.Momentum.Pt >= SmallestPt)
            {
                int key = jetOf[c] ?? int.MaxValue;
                paths.TryAdd(key, new StringBuilder());
                paths[key].Append(new ClusterOutline(_picture.Event.Geometry, cluster).Path(_panel.X, _panel.Y));
            }
        }

        foreach ((int jet, StringBuilder path) in paths)
        {
            string colour = jet == int.MaxValue ? JetColours.Other : JetColours.Of(jet);
            string name = jet == int.MaxValue ? "cluster other" : "cluster";
            svg.Element("path", ("class", name), ("stroke", colour), ("d", path));
        }
    }

    private void DrawTracks(SvgWriter svg)
    {
        var path = new StringBuilder();
        foreach (PictureTrack track in _picture.Tracks)
        {
            path.Append($"M{Px(_panel.X[track.Eta] - 3)},{Px(_panel.Y[track.Phi])}h6m-3,-3v6");
        }

        svg.Element("path", ("class", "tick-mark"), ("d", path));
    }

    private void DrawTruthJets(SvgWriter svg)
    {
        foreach (FourVector jet in _picture.TruthJets)
        {
            DrawCircle(svg, jet, "truth-jet", "#ffffff", $"true jet, pT {NumberText.Reader(jet.Pt)} GeV");
        }
    }

    private void DrawJets(SvgWriter svg)
    {
        for (int j = 0; j < _picture.Jets.Count; j++)
        {
            FourVector jet = _picture.Jets[j].Momentum;
            DrawCircle(svg, jet, "jet", JetColours.Of(j), $"jet {j + 1}, pT {NumberText.Reader(jet.Pt)} GeV");
        }

        for (int j = 0; j < _picture.Jets.Count; j++)
        {
            FourVector jet = _picture.Jets[j].Momentum;
            string label = $"{j + 1}: {Math.Round(jet.Pt)} GeV";
            (double x, double y) = _labels.Take(
                _panel.X[jet.Eta], _panel.Y[jet.Phi], Radius, 8.4 * label.Length);
            svg.Text(label, ("class", "jet-label"), ("style", JetColours.Fill(j)), ("x", x), ("y", y));
        }
    }

    // Beyond the seam at phi = pi the circle shows on the other side too.
    private void DrawCircle(SvgWriter svg, FourVector jet, string name, string colour, string tip)
    {
        double circle = 2 * Math.PI;
        foreach (double phi in new[] { jet.Phi - circle, jet.Phi, jet.Phi + circle })
        {
            if (Math.Abs(phi) < Math.PI + _picture.JetRadius)
            {
                svg.Tipped(
                    "ellipse", tip, ("class", name), ("stroke", colour), ("cx", _panel.X[jet.Eta]),
                    ("cy", _panel.Y[phi]), ("rx", Radius.X), ("ry", Radius.Y));
            }
        }
    }

    private (double X, double Y) Radius => (
        _panel.X[_picture.JetRadius] - _panel.X[0], _panel.Y[0] - _panel.Y[_picture.JetRadius]);

    private static string Px(double value) => NumberText.Pixel(Math.Round(value, 1));
}
