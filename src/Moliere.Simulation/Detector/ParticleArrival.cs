using Moliere.Data.Kinematics;

namespace Moliere.Simulation.Detector;

/// <summary>How a particle comes to the calorimeter.</summary>
/// <param name="Axis">Where it enters, as seen from the nominal collision, and how it goes on.</param>
/// <param name="Radius">
/// Perpendicular radius up to which the material along that direction does not concern it [mm].
/// </param>
/// <param name="Delay">How much later than light from the nominal collision [ns].</param>
internal readonly record struct Arrival(ShowerAxis Axis, double Radius, double Delay);

/// <summary>
/// Brings particles from where they are made to the calorimeter. The material they cross is that of the direction in
/// which the nominal collision sees their entrance point; a flight that does not come from there moves over the cells
/// as it goes deeper, to first order. Who is made between tracker and calorimeter has crossed the material up to there;
/// who is made in the calorimeter begins at that depth and goes deeper, whether it flies outwards or inwards.
/// </summary>
internal sealed class ParticleArrival(DetectorModel detector)
{
    private const double LightSpeed = 299.792458; // mm/ns
    private const double Lever = 0.3; // relative distance over which the drift across cells is measured

    private readonly TrackerFlight _tracker = new(detector.Description);

    /// <summary>Finds the entrance; false when the particle never gets to the cells.</summary>
    /// <param name="momentum">Where it is made, not zero.</param>
    /// <param name="charge">In units of the proton's.</param>
    /// <param name="from">Where and when it is made.</param>
    /// <param name="arrival">How it comes.</param>
    public bool TryArrive(in FourVector momentum, int charge, in Vertex from, out Arrival arrival)
    {
        arrival = default;
        if (IsBehindFaces(from))
        {
            ShowerAxis birth = AxisAt(Outward(momentum, from), from.Distance, from.Radius);
            arrival = new(birth, from.Radius, from.Time - (from.Distance / LightSpeed));
            return true;
        }

        if (!(MomentumOf(momentum) > 0) || !_tracker.TryLeave(momentum, charge, from, out FlightPoint exit)
            || !detector.Faces.TryReach(exit.X, exit.Y, exit.Z, exit.Direction, out double straight))
        {
            return false;
        }

        FlightPoint entrance = Ahead(exit, straight);
        double distance = DistanceOf(entrance), radius = RadiusOf(entrance);
        double beta = Math.Min(1, MomentumOf(momentum) / momentum.E);
        double delay = from.Time + (entrance.Length / (beta * LightSpeed)) - (distance / LightSpeed);
        arrival = new(AxisAt(entrance, distance, radius), radius * from.Distance / distance, delay);
        return true;
    }

    /// <summary>Whether a place lies behind the faces of the cells, as seen from the nominal collision.</summary>
    /// <param name="from">Any place.</param>
    public bool IsBehindFaces(in Vertex from)
    {
        double distance = from.Distance;
        if (distance == 0)
        {
            return false;
        }

        var outward = new Heading(from.X / distance, from.Y / distance, from.Z / distance);
        return detector.Faces.TryReach(0, 0, 0, outward, out double face) && distance >= face;
    }

    private static ShowerAxis AxisAt(in FlightPoint entrance, double distance, double radius)
    {
        (double eta, double phi) = (Math.Asinh(entrance.Z / radius), Math.Atan2(entrance.Y, entrance.X));
        FlightPoint ahead = Ahead(entrance, Lever * distance);
        double etaAhead = Math.Asinh(ahead.Z / RadiusOf(ahead)), phiAhead = Math.Atan2(ahead.Y, ahead.X);
        return new(eta, phi)
        {
            Entrance = radius,
            EtaDrift = (etaAhead - eta) / Lever,
            PhiDrift = EtaPhi.DeltaPhi(phiAhead, phi) / Lever,
        };
    }

    // Who flies inwards is mirrored at the plane across its line of sight: nothing is left in front of its birth.
    private static FlightPoint Outward(in FourVector momentum, in Vertex from)
    {
        double p = MomentumOf(momentum), r = from.Distance;
        var outward = new Heading(from.X / r, from.Y / r, from.Z / r);
        var direction = p > 0 ? new Heading(momentum.Px / p, momentum.Py / p, momentum.Pz / p) : outward;
        double along = (direction.X * outward.X) + (direction.Y * outward.Y) + (direction.Z * outward.Z);
        double turn = Math.Min(0, 2 * along);
        return new(from.X, from.Y, from.Z, new(
            direction.X - (turn * outward.X), direction.Y - (turn * outward.Y), direction.Z - (turn * outward.Z)), 0);
    }

    private static FlightPoint Ahead(in FlightPoint p, double distance) => p with
    {
        X = p.X + (distance * p.Direction.X),
        Y = p.Y + (distance * p.Direction.Y),
        Z = p.Z + (distance * p.Direction.Z),
        Length = p.Length + distance,
    };

    private static double RadiusOf(in FlightPoint p) => Math.Sqrt((p.X * p.X) + (p.Y * p.Y));

    private static double DistanceOf(in FlightPoint p) => Math.Sqrt((p.X * p.X) + (p.Y * p.Y) + (p.Z * p.Z));

    private static double MomentumOf(in FourVector p) =>
        Math.Sqrt((p.Px * p.Px) + (p.Py * p.Py) + (p.Pz * p.Pz));
}
