namespace Moliere.Simulation.Generation.Hard;

/// <summary>What a particle does in a hard process.</summary>
public enum HardRole
{
    /// <summary>Comes out of a beam.</summary>
    Incoming,

    /// <summary>Decays within the hard process.</summary>
    Resonance,

    /// <summary>Leaves it.</summary>
    Outgoing,
}
