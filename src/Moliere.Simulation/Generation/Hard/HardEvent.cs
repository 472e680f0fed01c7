namespace Moliere.Simulation.Generation.Hard;

/// <summary>
/// A hard process before radiation, from a process of this house or from a file of another generator: two incoming
/// partons that move along the beam, then resonances and outgoing particles, mothers before daughters.
/// </summary>
/// <source>Boos et al., hep-ph/0109068 (Les Houches accord).</source>
public sealed record HardEvent
{
    /// <summary>Its particles; the two incoming ones first, that of positive pz before the other.</summary>
    public required IReadOnlyList<HardParticle> Particles { get; init; }

    /// <summary>Transverse momentum at which radiation begins [GeV], positive.</summary>
    public required double Scale { get; init; }

    /// <summary>Numbers of the beams along +z and -z: each 2212 or -2212. Without effect for leptons.</summary>
    public (int First, int Second) Beams { get; init; } = (Data.PdgId.Proton, Data.PdgId.Proton);

    /// <summary>Weight of the event; may be negative.</summary>
    public double Weight { get; init; } = 1;
}
