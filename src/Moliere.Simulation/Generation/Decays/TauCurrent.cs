namespace Moliere.Simulation.Generation.Decays;

/// <summary>Which current makes the visible products of a tau.</summary>
internal enum TauCurrent
{
    /// <summary>An electron or muon with its antineutrino.</summary>
    Lepton,

    /// <summary>One pion or kaon.</summary>
    Scalar,

    /// <summary>Two mesons through rho and rho'.</summary>
    Rho,

    /// <summary>Pion and kaon through K*(892).</summary>
    KStar,

    /// <summary>Three pions through a1 and rho; the last of them is the one of the other charge state.</summary>
    ThreePions,

    /// <summary>Anything else: spin one, phase space within the hadrons, a broad resonance at 1.45 GeV.</summary>
    Broad,
}
