using System.Text;
using Moliere.Data.Geometry;
using Moliere.Data.Kinematics;

namespace Moliere.Validation.Plots.Events;

/// <summary>
/// The barrel seen along the beam: each layer a ring, its cells summed over eta; tracks bend in the field, jets are
/// sectors.
/// </summary>
internal sealed class TransverseView
{
    private readonly EventPicture _picture;
    private readonly double _x;
    private readonly double _y;
    private readonly double _scale; // pixels per mm
    private readonly double _outer;
    private readonly double _etaMax;
    private readonly (double Left, double Top, double Size) _box;

    /// <summary>The view in a square.</summary>
    public TransverseView(EventPicture picture, double left, double top, double size)
    {
        (_picture, _box) = (picture, (left, top, size));
        (_x, _y) = (left + (size / 2), top + (size / 2));
        CaloRegion[] barrel = [.. Barrel(picture.Event.Geometry)];
        _outer = barrel.Length > 0 ? barrel.Max(region => region.Outer) : picture.TrackerRadius;
        _etaMax = barrel.Length > 0 ? barrel.Max(region => region.EtaMax) : 1;
        _scale = size / 2 / (1.09 * _outer);
    }

    /// <summary>Draws everything.</summary>
    public void Draw(SvgWriter svg)
    {
        Frame.Clip(svg, "across", _box.Left, _box.Top, _box.Size, _box.Size);
        svg.Open("g", ("clip-path", "url(#across)"));
        DrawRings(svg);
        DrawJets(svg);
        DrawCells(svg);
        DrawTracks(svg);
        svg.Close("g");
        DrawLabels(svg);
        Frame.Ruler(svg, _box.Left + 2, _box.Top + _box.Size - 8, _scale);
    }

    private static IEnumerable<CaloRegion> Barrel(CaloGeometry geometry) =>
        geometry.Regions.Where(region => region.Shape == CaloShape.Barrel);

    private void DrawRings(SvgWriter svg)
    {
        foreach (CaloRegion region in Barrel(_picture.Event.Geometry).DistinctBy(region => region.Inner))
        {
            double middle = (region.Inner + region.Outer) / 2, width = region.Outer - region.Inner;
            svg.Element(
                "circle", ("class", DepthGroup.Of(region.Sampling) < 4 ? "ring" : "ring hadronic"), ("cx", _x),
                ("cy", _y), ("r", middle * _scale), ("stroke-width", Math.Max((width * _scale) - 0.8, 0.6)));
        }

        svg.Element(
            "circle", ("class", "tracker"), ("cx", _x), ("cy", _y), ("r", _picture.TrackerRadius * _scale));
    }

    private void DrawCells(SvgWriter svg)
    {
        var sums = new SortedDictionary<(double Inner, double Outer, int Bins, int Phi), double>();
        foreach ((int cell, double energy) in ShownCells.InClusters(_picture))
        {
            CaloRegion region = _picture.Event.Geometry.RegionOf(cell);
            if (region.Shape == CaloShape.Barrel)
            {
                var key = (region.Inner, region.Outer, region.PhiBins, ShownCells.PlaceIn(region, cell).Phi);
                sums[key] = sums.GetValueOrDefault(key) + energy;
            }
        }

        var paths = new ShadedPaths();
        foreach (((double inner, double outer, int bins, int phi), double energy) in sums)
        {
            double from = Math.PI * ((2.0 * phi / bins) - 1), to = Math.PI * ((2.0 * (phi + 1) / bins) - 1);
            double low = inner * _scale, high = Math.Max(outer * _scale, low + 1.2);
            paths.Add(0, energy, $"M{At(low, from)}L{At(high, from)}L{At(high, to)}L{At(low, to)}z");
        }

        svg.Open("g", ("class", "cells"));
        paths.Draw(svg);
        svg.Close("g");
    }

    private void DrawTracks(SvgWriter svg)
    {
        var path = new StringBuilder();
        double field = _picture.FieldTesla, end = _picture.TrackerRadius;
        foreach (PictureTrack track in _picture.Tracks.Where(track => Math.Abs(track.Eta) < _etaMax))
        {
            // Radius of curvature in mm: pT [GeV] / (0.2998 B [T]) in metres. A stronger bend never arrives.
            double radius = 1000 * track.Pt / (0.2998 * Math.Max(field, 1e-6));
            if (end < 2 * radius)
            {
                double turn = Math.CopySign(Math.Asin(end / (2 * radius)), track.Charge);
                int side = track.Charge > 0 ? 1 : 0;
                string arc = $"A{Px(radius * _scale)},{Px(radius * _scale)} 0 0 {side}";
                path.Append($"M{Px(_x)},{Px(_y)}{arc} {At(end * _scale, track.Phi - turn)}");
            }
        }

        svg.Element("path", ("class", "track"), ("d", path));
    }

    private void DrawJets(SvgWriter svg)
    {
        for (int j = _picture.Jets.Count - 1; j >= 0; j--)
        {
            FourVector jet = _picture.Jets[j].Momentum;
            if (Math.Abs(jet.Eta) < _etaMax)
            {
                double r = _outer * _scale * 1.015, from = jet.Phi - _picture.JetRadius;
                double to = jet.Phi + _picture.JetRadius;
                string arc = $"A{Px(r)},{Px(r)} 0 0 0 {At(r, to)}";
                svg.Element(
                    "path", ("class", "cone"), ("fill", JetColours.Of(j)), ("stroke", JetColours.Of(j)),
                    ("d", $"M{Px(_x)},{Px(_y)}L{At(r, from)}{arc}z"));
            }
        }
    }

    private void DrawLabels(SvgWriter svg)
    {
        var taken = new List<double>();
        for (int j = 0; j < _picture.Jets.Count; j++)
        {
            FourVector jet = _picture.Jets[j].Momentum;
            if (Math.Abs(jet.Eta) < _etaMax && taken.All(phi => Math.Abs(EtaPhi.DeltaPhi(phi, jet.Phi)) > 0.09))
            {
                taken.Add(jet.Phi);
                double r = _outer * _scale * 1.055;
                svg.Text(
                    $"{j + 1}", ("class", "jet-label middle"), ("style", JetColours.Fill(j)),
                    ("x", _x + (r * Math.Cos(jet.Phi))), ("y", _y - (r * Math.Sin(jet.Phi)) + 5));
            }
        }
    }

    private string At(double radius, double phi) =>
        $"{Px(_x + (radius * Math.Cos(phi)))},{Px(_y - (radius * Math.Sin(phi)))}";

    private static string Px(double value) => NumberText.Pixel(Math.Round(value, 1));
}
