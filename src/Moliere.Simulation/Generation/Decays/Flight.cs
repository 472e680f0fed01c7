using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;

namespace Moliere.Simulation.Generation.Decays;

/// <summary>The straight flight of an unstable particle.</summary>
/// <source>Particle Data Group, Review of Particle Physics, review "Kinematics", section "Particle decays".</source>
internal static class Flight
{
    /// <summary>Where a particle ends whose proper decay length is exponential.</summary>
    /// <param name="production">Where it was made.</param>
    /// <param name="momentum">Its momentum [GeV].</param>
    /// <param name="mass">Its mass [GeV], positive.</param>
    /// <param name="lifetime">Mean proper decay length c tau [mm]; 0 ends it at once, without a draw.</param>
    /// <param name="rng">Stream.</param>
    public static Vertex End(
        in Vertex production, in FourVector momentum, double mass, double lifetime, ref Rng rng) => lifetime == 0
        ? production
        : After(production, momentum, Distributions.Exponential(lifetime, ref rng) / mass);

    /// <summary>The point after a proper length per mass.</summary>
    /// <param name="start">Where the flight begins.</param>
    /// <param name="momentum">Momentum [GeV].</param>
    /// <param name="lengthPerMass">Proper length over mass [mm/GeV], not negative.</param>
    public static Vertex After(in Vertex start, in FourVector momentum, double lengthPerMass) => new(
        start.X + (lengthPerMass * momentum.Px),
        start.Y + (lengthPerMass * momentum.Py),
        start.Z + (lengthPerMass * momentum.Pz),
        start.Time + (lengthPerMass * momentum.E / Units.SpeedOfLight));
}
