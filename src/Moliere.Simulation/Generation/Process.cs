namespace Moliere.Simulation.Generation;

/// <summary>What collides and what comes out of it.</summary>
public enum Process
{
    /// <summary>Two hard partons of any flavour from QCD scattering.</summary>
    Dijets,

    /// <summary>Dijets with a pair of bottom or charm quarks.</summary>
    Bottom,

    /// <summary>A pair of taus from a virtual photon or Z.</summary>
    DiTau,

    /// <summary>A W boson that decays to quarks, recoiling against a jet.</summary>
    W,

    /// <summary>A Z boson that decays to quarks, recoiling against a jet.</summary>
    Z,

    /// <summary>A pair of top quarks.</summary>
    Top,

    /// <summary>A scalar resonance that decays to two long-lived scalars.</summary>
    Displaced,

    /// <summary>An inelastic collision without requirement: the stuff of pile-up.</summary>
    MinimumBias,

    /// <summary>Hadrons from the annihilation of an electron and a positron.</summary>
    ElectronPositron,

    /// <summary>A few single particles without a collision.</summary>
    Gun,
}
