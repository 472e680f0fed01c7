using Moliere.Data.Kinematics;
using Moliere.Simulation.Detector.Description;

namespace Moliere.Simulation.Detector;

/// <summary>Where a particle leaves the tracker, in which direction, and how far it came.</summary>
/// <param name="X">[mm].</param>
/// <param name="Y">[mm].</param>
/// <param name="Z">[mm].</param>
/// <param name="Direction">Unit vector.</param>
/// <param name="Length">Flown so far [mm].</param>
internal readonly record struct FlightPoint(double X, double Y, double Z, Heading Direction, double Length);

/// <summary>
/// Flight of a particle through the tracker, from wherever it is made: a helix if it is charged, else straight. Energy
/// loss and scattering are left out; who needs more than one turn is lost.
/// </summary>
/// <source>
/// Circle geometry with radius R = pT/(0.3 B); physics notes 5.4 for field and radius.
/// </source>
internal sealed class TrackerFlight(DetectorDescription detector)
{
    private const double RadiusPerPt = 1000 / 0.299792458; // mm tesla per GeV, from the speed of light

    /// <summary>Smallest transverse momentum that leaves the tracker sideways, from the beam axis [GeV].</summary>
    public double LowestPt => detector.FieldTesla * detector.TrackerRadius / (2 * RadiusPerPt);

    /// <summary>Follows a particle until it has left the field; false when it curls up inside.</summary>
    /// <param name="momentum">Where it is made, not zero.</param>
    /// <param name="charge">In units of the proton's.</param>
    /// <param name="from">Where it is made.</param>
    /// <param name="exit">Where it leaves, or where it is made if that is outside or it is neutral.</param>
    public bool TryLeave(in FourVector momentum, int charge, in Vertex from, out FlightPoint exit)
    {
        double p = Math.Sqrt((momentum.Px * momentum.Px) + (momentum.Py * momentum.Py) + (momentum.Pz * momentum.Pz));
        var direction = new Heading(momentum.Px / p, momentum.Py / p, momentum.Pz / p);
        exit = new(from.X, from.Y, from.Z, direction, 0);
        bool isInside = from.Radius < detector.TrackerRadius && Math.Abs(from.Z) < detector.TrackerHalfLength;
        double pt = momentum.Pt;
        return charge == 0 || detector.FieldTesla == 0 || !isInside || pt == 0
            || TryFollow(pt * RadiusPerPt / (Math.Abs(charge) * detector.FieldTesla), Math.Sign(charge), ref exit);
    }

    // The centre of the circle lies to the right of a positive particle, which turns clockwise about it.
    private bool TryFollow(double radius, int sign, ref FlightPoint at)
    {
        Heading d = at.Direction;
        double pt = Math.Sqrt((d.X * d.X) + (d.Y * d.Y)), sin = d.Y / pt, cos = d.X / pt;
        double cx = at.X + (sign * radius * sin), cy = at.Y - (sign * radius * cos);
        double turn = Math.Min(TurnToCylinder(at, cx, cy, radius, sign), TurnToEnd(at, d.Z / pt, radius));
        if (!(turn <= 2 * Math.PI))
        {
            return false;
        }

        (double turnSin, double turnCos) = Math.SinCos(-sign * turn);
        double rx = at.X - cx, ry = at.Y - cy;
        var direction = new Heading((d.X * turnCos) - (d.Y * turnSin), (d.X * turnSin) + (d.Y * turnCos), d.Z);
        at = new(
            cx + (rx * turnCos) - (ry * turnSin), cy + (rx * turnSin) + (ry * turnCos),
            at.Z + (turn * radius * d.Z / pt), direction, turn * radius / pt);
        return true;
    }

    private double TurnToCylinder(in FlightPoint at, double cx, double cy, double radius, int sign)
    {
        double centre = Math.Sqrt((cx * cx) + (cy * cy)), limit = detector.TrackerRadius;
        double cosine = ((limit * limit) - (centre * centre) - (radius * radius)) / (2 * centre * radius);
        if (!(Math.Abs(cosine) <= 1))
        {
            return double.PositiveInfinity;
        }

        double start = sign * (Math.Atan2(at.Y - cy, at.X - cx) - Math.Atan2(cy, cx)), open = Math.Acos(cosine);
        return Math.Min(Positive(start - open), Positive(start + open));
    }

    private double TurnToEnd(in FlightPoint at, double slope, double radius) => slope == 0
        ? double.PositiveInfinity : ((Math.Sign(slope) * detector.TrackerHalfLength) - at.Z) / (slope * radius);

    private static double Positive(double angle)
    {
        double turned = angle % (2 * Math.PI);
        return turned < 0 ? turned + (2 * Math.PI) : turned;
    }
}
