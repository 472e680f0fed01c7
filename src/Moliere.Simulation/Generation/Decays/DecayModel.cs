namespace Moliere.Simulation.Generation.Decays;

/// <summary>How the momenta of the products of a decay are drawn.</summary>
internal enum DecayModel
{
    /// <summary>Uniform in phase space.</summary>
    PhaseSpace,

    /// <summary>
    /// Phase space times the V-A matrix element (P p1)(p2 p3) of the first three products and the parent P; all further
    /// products count with the third. For b decays the order is antineutrino, lepton, hadrons; for c decays antilepton,
    /// neutrino, hadrons, which the Fierz identity asks for.
    /// </summary>
    Weak,
}
