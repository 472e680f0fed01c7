using Moliere.Data.Kinematics;

namespace Moliere.Simulation.Generation.Partons;

/// <summary>The frame in which a system is at rest, reached by the boost without rotation.</summary>
/// <param name="system">Total momentum of the system [GeV]; time-like, positive energy.</param>
internal readonly struct RestFrame(FourVector system)
{
    /// <summary>Mass of the system [GeV].</summary>
    public double Mass { get; } = Math.Sqrt(Minkowski.Dot(system, system));

    /// <summary>A laboratory vector as seen in the frame.</summary>
    /// <param name="v">Vector in the laboratory [GeV].</param>
    public FourVector Enter(in FourVector v)
    {
        double energy = Minkowski.Dot(v, system) / Mass;
        double factor = (v.E + energy) / (system.E + Mass);
        return new(
            v.Px - (factor * system.Px), v.Py - (factor * system.Py), v.Pz - (factor * system.Pz), energy);
    }

    /// <summary>A vector of the frame as seen in the laboratory.</summary>
    /// <param name="v">Vector in the frame [GeV].</param>
    public FourVector Leave(in FourVector v)
    {
        double dot = (v.Px * system.Px) + (v.Py * system.Py) + (v.Pz * system.Pz);
        double energy = ((v.E * system.E) + dot) / Mass;
        double factor = (v.E + energy) / (system.E + Mass);
        return new(
            v.Px + (factor * system.Px), v.Py + (factor * system.Py), v.Pz + (factor * system.Pz), energy);
    }
}
