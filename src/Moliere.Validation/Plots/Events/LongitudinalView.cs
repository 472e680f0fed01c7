using System.Text;
using Moliere.Data.Geometry;
using Moliere.Data.Kinematics;

namespace Moliere.Validation.Plots.Events;

/// <summary>
/// The detector cut along the beam: cells with phi above 0 in the upper half, the others in the lower, summed over phi;
/// jets are cones.
/// </summary>
internal sealed class LongitudinalView
{
    private const double SmallestStep = 0.025; // finer strips are joined: they would be thinner than a pixel

    private readonly EventPicture _picture;
    private readonly double _x;
    private readonly double _y;
    private readonly double _scale; // pixels per mm
    private readonly (double Left, double Top, double Width, double Height) _box;
    private readonly (double Z, double R) _end;

    /// <summary>The view in a rectangle; the detector is centred and fills it in one direction.</summary>
    public LongitudinalView(EventPicture picture, double left, double top, double width, double height)
    {
        (_picture, _box) = (picture, (left, top, width, height));
        (_x, _y) = (left + (width / 2), top + (height / 2));
        (double Z, double R)[] corners = [.. picture.Event.Geometry.Regions.SelectMany(Corners)];
        _end = (corners.Max(corner => Math.Abs(corner.Z)), corners.Max(corner => corner.R));
        _scale = Math.Min(width / (2.08 * _end.Z), height / (2.16 * _end.R));
    }

    /// <summary>Draws everything.</summary>
    public void Draw(SvgWriter svg)
    {
        Frame.Clip(svg, "along", _box.Left, _box.Top, _box.Width, _box.Height);
        svg.Open("g", ("clip-path", "url(#along)"));
        DrawOutlines(svg);
        DrawJets(svg);
        DrawCells(svg);
        DrawTracks(svg);
        svg.Element("path", ("class", "beam"), ("d", $"M{Px(_box.Left)},{Px(_y)}h{Px(_box.Width)}"));
        svg.Close("g");
        DrawLabels(svg);
        Frame.Ruler(svg, _box.Left + 2, _box.Top + _box.Height - 8, _scale);
    }

    private static IEnumerable<(double Z, double R)> Corners(CaloRegion region) =>
        Corners(region, region.EtaMin, region.EtaMax);

    // Cells point to the origin: their sides are lines of constant eta.
    private static (double Z, double R)[] Corners(CaloRegion region, double from, double to)
    {
        (double near, double far) = (region.Inner, region.Outer);
        return region.Shape == CaloShape.Barrel
            ? [(near * Math.Sinh(from), near), (near * Math.Sinh(to), near), (far * Math.Sinh(to), far),
                (far * Math.Sinh(from), far)]
            : [OnDisc(near, from), OnDisc(near, to), OnDisc(far, to), OnDisc(far, from)];
    }

    private static (double Z, double R) OnDisc(double distance, double eta) =>
        (Math.CopySign(distance, eta), distance / Math.Abs(Math.Sinh(eta)));

    private void DrawOutlines(SvgWriter svg)
    {
        foreach (CaloRegion region in _picture.Event.Geometry.Regions)
        {
            (double Z, double R)[] corners = Corners(region, region.EtaMin, region.EtaMax);
            svg.Element(
                "path", ("class", DepthGroup.Of(region.Sampling) < 4 ? "layer" : "layer hadronic"),
                ("d", Outline(corners, 1) + Outline(corners, -1)));
        }

        double radius = _picture.TrackerRadius * _scale, half = radius * Math.Sinh(1.6);
        svg.Element(
            "rect", ("class", "tracker"), ("x", _x - half), ("y", _y - radius), ("width", 2 * half),
            ("height", 2 * radius));
    }

    private void DrawCells(SvgWriter svg)
    {
        CaloGeometry geometry = _picture.Event.Geometry;
        var sums = new SortedDictionary<(int Region, int Row, int Side), double>();
        foreach ((int cell, double energy) in ShownCells.InClusters(_picture))
        {
            CaloRegion region = geometry.RegionOf(cell);
            int row = ShownCells.PlaceIn(region, cell).Eta / Joined(region);
            var key = (geometry.RegionIndex[cell], row, geometry.Phi[cell] >= 0 ? 1 : -1);
            sums[key] = sums.GetValueOrDefault(key) + energy;
        }

        var paths = new ShadedPaths();
        foreach (((int index, int row, int side), double energy) in sums)
        {
            CaloRegion region = geometry.Regions[index];
            double width = Joined(region) * region.EtaWidth, from = region.EtaMin + (row * width);
            paths.Add(0, energy, Outline(Corners(region, from, Math.Min(from + width, region.EtaMax)), side));
        }

        svg.Open("g", ("class", "cells"));
        paths.Draw(svg);
        svg.Close("g");
    }

    private static int Joined(CaloRegion region) =>
        Math.Max(1, (int)Math.Round(SmallestStep / region.EtaWidth));

    private void DrawTracks(SvgWriter svg)
    {
        double radius = _picture.TrackerRadius, half = radius * Math.Sinh(1.6);
        var path = new StringBuilder();
        foreach (PictureTrack track in _picture.Tracks)
        {
            double sinh = Math.Sinh(track.Eta), reach = Math.Min(radius, half / Math.Abs(sinh));
            int side = track.Phi >= 0 ? 1 : -1;
            path.Append($"M{Px(_x)},{Px(_y)}L{At(reach * sinh, side * reach)}");
        }

        svg.Element("path", ("class", "track"), ("d", path));
    }

    private void DrawJets(SvgWriter svg)
    {
        for (int j = _picture.Jets.Count - 1; j >= 0; j--)
        {
            FourVector jet = _picture.Jets[j].Momentum;
            int side = jet.Phi >= 0 ? 1 : -1;
            string from = End(jet.Eta - _picture.JetRadius, side), to = End(jet.Eta + _picture.JetRadius, side);
            svg.Element(
                "path", ("class", "cone"), ("fill", JetColours.Of(j)), ("stroke", JetColours.Of(j)),
                ("d", $"M{Px(_x)},{Px(_y)}L{from}L{End(jet.Eta, side)}L{to}z"));
        }
    }

    private void DrawLabels(SvgWriter svg)
    {
        var labels = new LabelPlacement(
            _box.Left, _box.Top, _box.Left + _box.Width, _box.Top + _box.Height);
        for (int j = 0; j < _picture.Jets.Count; j++)
        {
            FourVector jet = _picture.Jets[j].Momentum;
            (double z, double r) = Reach(jet.Eta, 1.0);
            double x = _x + (z * _scale), y = _y - (Math.Sign(jet.Phi) * r * _scale);
            (double left, double baseline) = labels.Take(x, y, (2, 2), 10);
            svg.Text(
                $"{j + 1}", ("class", "jet-label"), ("style", JetColours.Fill(j)), ("x", left), ("y", baseline));
        }
    }

    private string End(double eta, int side)
    {
        (double z, double r) = Reach(eta, 1.02);
        return At(z, side * r);
    }

    // Where a direction leaves the detector.
    private (double Z, double R) Reach(double eta, double factor)
    {
        double sinh = Math.Sinh(eta), r = Math.Min(_end.R, _end.Z / Math.Max(Math.Abs(sinh), 1e-9)) * factor;
        return (r * sinh, r);
    }

    private string Outline((double Z, double R)[] corners, int side) =>
        $"M{string.Join('L', corners.Select(corner => At(corner.Z, side * corner.R)))}z";

    private string At(double z, double r) => $"{Px(_x + (z * _scale))},{Px(_y - (r * _scale))}";

    private static string Px(double value) => NumberText.Pixel(Math.Round(value, 1));
}
