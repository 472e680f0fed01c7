namespace Moliere.Data.Objects;

/// <summary>Hadronic decays of the tau as a detector can tell them apart: charged hadrons and neutral pions.</summary>
/// <source>ATLAS, Eur. Phys. J. C 76 (2016) 295 (arXiv:1512.05955), table 1.</source>
public enum TauDecayMode
{
    /// <summary>One charged hadron, 1p0n.</summary>
    OneProng,

    /// <summary>One charged hadron and one neutral pion, 1p1n.</summary>
    OneProngOneNeutral,

    /// <summary>One charged hadron and at least two neutral pions, 1pXn.</summary>
    OneProngNeutrals,

    /// <summary>Three charged hadrons, 3p0n.</summary>
    ThreeProng,

    /// <summary>Three charged hadrons and at least one neutral pion, 3pXn.</summary>
    ThreeProngNeutrals,
}
