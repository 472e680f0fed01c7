using Moliere.Data.Geometry;
using Moliere.Simulation.Detector.Description;

namespace Moliere.Simulation.Detector;

/// <summary>
/// The surface where particles enter the calorimeter: the innermost cylinder with an absorber of its own and, beyond
/// its end, discs, each for the directions that no nearer one covers.
/// </summary>
internal sealed class CaloFaces
{
    private readonly double _radius = double.PositiveInfinity, _barrelSinh;
    private readonly (double HalfLength, double LowestSinh)[] _discs;

    /// <summary>Finds the faces.</summary>
    /// <param name="description">Detector.</param>
    public CaloFaces(DetectorDescription description)
    {
        LayerDescription[] own =
            [.. description.Layers.Where(layer => layer.WallOf is null && !layer.Medium.IsPlate)];
        if (own.Where(layer => layer.Shape == CaloShape.Barrel).MinBy(layer => layer.Inner) is { } barrel)
        {
            (_radius, _barrelSinh) = (barrel.Inner, Math.Sinh(barrel.Grids.Max(grid => grid.EtaHigh)));
        }

        var discs = new List<(double HalfLength, double LowestSinh)>();
        double reached = double.PositiveInfinity;
        foreach (LayerDescription layer in own.Where(layer => layer.Shape == CaloShape.EndCap)
            .OrderByDescending(layer => layer.Grids.Max(grid => grid.EtaHigh)).ThenBy(layer => layer.Inner))
        {
            double lowest = layer.Grids.Min(grid => grid.EtaLow);
            if (lowest < reached)
            {
                discs.Add((layer.Inner, Math.Sinh(lowest)));
                reached = lowest;
            }
        }

        _discs = [.. discs];
    }

    /// <summary>
    /// Distance from a point inside along a straight line to the faces [mm]; false when it meets none.
    /// </summary>
    /// <param name="x">Point [mm].</param>
    /// <param name="y">Point [mm].</param>
    /// <param name="z">Point [mm].</param>
    /// <param name="direction">Unit vector.</param>
    /// <param name="distance">Not negative [mm].</param>
    public bool TryReach(double x, double y, double z, in Heading direction, out double distance)
    {
        distance = ToCylinder(x, y, direction);
        if (distance >= 0 && Math.Abs(z + (distance * direction.Z)) <= _radius * _barrelSinh)
        {
            return true;
        }

        // Forward modules stand behind the hole of the end-cap, so the one that looks most forward is asked first.
        foreach ((double halfLength, double lowestSinh) in _discs)
        {
            distance = ToDisc(z, halfLength, direction);
            double px = x + (distance * direction.X), py = y + (distance * direction.Y);
            double transverse = Math.Sqrt((px * px) + (py * py));
            if (distance >= 0 && halfLength >= transverse * lowestSinh)
            {
                return true;
            }
        }

        // A flight from a shifted collision can slip between the directions of barrel and end-cap.
        distance = _discs.Length > 0 ? ToDisc(z, _discs[^1].HalfLength, direction) : -1;
        return distance >= 0;
    }

    private static double ToDisc(double z, double halfLength, in Heading d) =>
        ((Math.Sign(d.Z) * halfLength) - z) / d.Z;

    private double ToCylinder(double x, double y, in Heading d)
    {
        double a = (d.X * d.X) + (d.Y * d.Y), b = (x * d.X) + (y * d.Y), c = (x * x) + (y * y) - (_radius * _radius);
        return c <= 0 && a > 0 ? (Math.Sqrt((b * b) - (a * c)) - b) / a : -1;
    }
}

/// <summary>A unit vector.</summary>
/// <param name="X">Component along x.</param>
/// <param name="Y">Component along y.</param>
/// <param name="Z">Component along the beam.</param>
internal readonly record struct Heading(double X, double Y, double Z);
