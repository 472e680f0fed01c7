using Moliere.Data;

namespace Moliere.Simulation.Generation;

/// <summary>Masses and decay channels of the hadrons that fragmentation makes.</summary>
/// <remarks>
/// Everything with a proper decay length below one metre decays at the origin: also the short-lived kaon and the
/// strange baryons, as in the reference generator. Channels below half a percent are folded into their neighbours.
/// </remarks>
/// <source>Particle Data Group, Review of Particle Physics, particle listings.</source>
internal static class HadronData
{
    /// <summary>Mass [GeV] of a stable hadron or of a resonance at its pole.</summary>
    /// <param name="pdgId">Particle number; negative for antiparticles.</param>
    public static double Mass(int pdgId) => Math.Abs(pdgId) switch
    {
        113 or 213 => 0.77526,
        223 => 0.78266,
        221 => 0.547862,
        331 => 0.95778,
        313 => 0.89555,
        323 => 0.89167,
        333 => 1.019461,
        3212 => 1.192642,
        1114 or 2224 => 1.232,
        _ => PdgId.Mass(pdgId),
    };

    /// <summary>The decay channels of a particle, or an empty list when it is stable for the detector.</summary>
    /// <param name="pdgId">Particle number; an antiparticle has the channels of its particle, to be conjugated.</param>
    public static ReadOnlySpan<DecayChannel> Channels(int pdgId) => Math.Abs(pdgId) switch
    {
        111 => Pi0,
        113 => Rho0,
        213 => RhoPlus,
        221 => Eta,
        223 => Omega,
        331 => EtaPrime,
        310 => KShort,
        311 => K0,
        313 => KStar0,
        323 => KStarPlus,
        333 => Phi,
        3122 => Lambda,
        3112 => SigmaMinus,
        3212 => Sigma0,
        3222 => SigmaPlus,
        3312 => XiMinus,
        3322 => Xi0,
        3334 => OmegaMinus,
        1114 => DeltaMinus,
        2224 => DeltaPlusPlus,
        _ => default,
    };

    private static readonly DecayChannel[] Pi0 = [new(1, 22, 22)];
    private static readonly DecayChannel[] Rho0 = [new(1, 211, -211)];
    private static readonly DecayChannel[] RhoPlus = [new(1, 211, 111)];
    private static readonly DecayChannel[] Eta =
        [new(0.394, 22, 22), new(0.327, 111, 111, 111), new(0.230, 211, -211, 111), new(0.049, 211, -211, 22)];
    private static readonly DecayChannel[] Omega =
        [new(0.90, 211, -211, 111), new(0.084, 111, 22), new(0.016, 211, -211)];
    private static readonly DecayChannel[] EtaPrime =
    [
        new(0.43, 221, 211, -211), new(0.295, 113, 22), new(0.225, 221, 111, 111),
        new(0.027, 223, 22), new(0.023, 22, 22),
    ];
    private static readonly DecayChannel[] KShort = [new(0.692, 211, -211), new(0.308, 111, 111)];
    private static readonly DecayChannel[] K0 = [new(0.5, 130), new(0.5, 310)];
    private static readonly DecayChannel[] KStar0 = [new(0.667, 321, -211), new(0.333, 311, 111)];
    private static readonly DecayChannel[] KStarPlus = [new(0.667, 311, 211), new(0.333, 321, 111)];
    private static readonly DecayChannel[] Phi =
        [new(0.495, 321, -321), new(0.345, 130, 310), new(0.16, 211, -211, 111)];
    private static readonly DecayChannel[] Lambda = [new(0.64, 2212, -211), new(0.36, 2112, 111)];
    private static readonly DecayChannel[] SigmaMinus = [new(1, 2112, -211)];
    private static readonly DecayChannel[] Sigma0 = [new(1, 3122, 22)];
    private static readonly DecayChannel[] SigmaPlus = [new(0.517, 2212, 111), new(0.483, 2112, 211)];
    private static readonly DecayChannel[] XiMinus = [new(1, 3122, -211)];
    private static readonly DecayChannel[] Xi0 = [new(1, 3122, 111)];
    private static readonly DecayChannel[] OmegaMinus =
        [new(0.678, 3122, -321), new(0.236, 3322, -211), new(0.086, 3312, 111)];
    private static readonly DecayChannel[] DeltaMinus = [new(1, 2112, -211)];
    private static readonly DecayChannel[] DeltaPlusPlus = [new(1, 2212, 211)];
}
