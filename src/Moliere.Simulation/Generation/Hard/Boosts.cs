using Moliere.Data.Kinematics;

namespace Moliere.Simulation.Generation.Hard;

/// <summary>Lorentz transformations between the rest frame of a system and the laboratory.</summary>
/// <source>Particle Data Group, Review of Particle Physics, kinematics: Lorentz transformations, two-body decays.</source>
internal static class Boosts
{
    /// <summary>Momentum of either product of a two-body decay in the rest frame [GeV]; 0 below threshold.</summary>
    public static double Momentum(double mass, double m1, double m2)
    {
        double sum = m1 + m2, difference = m1 - m2;
        double square = ((mass * mass) - (sum * sum)) * ((mass * mass) - (difference * difference));
        return square <= 0 ? 0 : Math.Sqrt(square) / (2 * mass);
    }

    /// <summary>From the rest frame of a system to the frame in which its momentum is given.</summary>
    /// <param name="rest">Four-vector in the rest frame [GeV].</param>
    /// <param name="frame">Four-momentum of the system, with a positive mass [GeV].</param>
    public static FourVector ToFrameOf(in FourVector rest, in FourVector frame) => Apply(rest, frame, 1);

    /// <summary>From the frame in which the momentum of a system is given to its rest frame.</summary>
    /// <param name="momentum">Four-vector in the same frame as that of the system [GeV].</param>
    /// <param name="frame">Four-momentum of the system, with a positive mass [GeV].</param>
    public static FourVector ToRestOf(in FourVector momentum, in FourVector frame) => Apply(momentum, frame, -1);

    private static FourVector Apply(in FourVector p, in FourVector frame, double sign)
    {
        double mass = frame.Mass;
        double dot = sign * ((p.Px * frame.Px) + (p.Py * frame.Py) + (p.Pz * frame.Pz));
        double energy = ((p.E * frame.E) + dot) / mass;
        double k = sign * (p.E + energy) / (frame.E + mass);
        return new(p.Px + (k * frame.Px), p.Py + (k * frame.Py), p.Pz + (k * frame.Pz), energy);
    }
}
