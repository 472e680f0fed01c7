namespace Moliere.Simulation.Generation;

/// <summary>How the taus of a generated event decay.</summary>
public enum TauDecay
{
    /// <summary>By all modes with their branching fractions.</summary>
    All,

    /// <summary>To hadrons only, by the fractions of these modes among themselves.</summary>
    Hadronic,
}
