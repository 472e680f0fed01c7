namespace Moliere.Calibration.Neural.Jets;

/// <summary>What a jet network looks at.</summary>
public enum JetNetworkKind
{
    /// <summary>The global variables and kinematics of the jet: a dense network.</summary>
    Globals,

    /// <summary>The jet and all that is known of its constituents: a particle-flow network.</summary>
    ParticleFlow,

    /// <summary>
    /// Directions of constituents weighted with their share of the momentum, and what of the jet does not change when a
    /// constituent is split along its direction or a soft one is added: an energy-flow network.
    /// </summary>
    EnergyFlow,
}
