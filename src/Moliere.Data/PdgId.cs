namespace Moliere.Data;

/// <summary>How a particle behaves in a calorimeter.</summary>
public enum ParticleKind
{
    /// <summary>Starts an electromagnetic cascade after conversion.</summary>
    Photon,

    /// <summary>Electron or positron: starts an electromagnetic cascade at once.</summary>
    Electron,

    /// <summary>Ionises along its whole path and leaves the calorimeter.</summary>
    Muon,

    /// <summary>Charged pion, kaon, proton and alike: ionises, then showers.</summary>
    ChargedHadron,

    /// <summary>Neutron, long-lived neutral kaon and alike: showers without ionising first.</summary>
    NeutralHadron,

    /// <summary>Neutrino or another particle that leaves no signal.</summary>
    Invisible,
}

/// <summary>
/// Particle numbers of the Monte Carlo numbering scheme, and what the calorimeter simulation needs to know of each.
/// </summary>
/// <source>
/// Particle Data Group, Review of Particle Physics, "Monte Carlo particle numbering scheme"; masses ibid.
/// </source>
public static class PdgId
{
    /// <summary>The photon.</summary>
    public const int Photon = 22;

    /// <summary>The electron; the positron is its negative.</summary>
    public const int Electron = 11;

    /// <summary>The muon.</summary>
    public const int Muon = 13;

    /// <summary>The neutral pion.</summary>
    public const int Pi0 = 111;

    /// <summary>The positive pion.</summary>
    public const int PiPlus = 211;

    /// <summary>The long-lived neutral kaon.</summary>
    public const int KLong = 130;

    /// <summary>The positive kaon.</summary>
    public const int KPlus = 321;

    /// <summary>The proton.</summary>
    public const int Proton = 2212;

    /// <summary>The neutron.</summary>
    public const int Neutron = 2112;

    /// <summary>The gluon.</summary>
    public const int Gluon = 21;

    /// <summary>
    /// The behaviour of a stable particle in the calorimeter. Unknown particles count as charged or neutral hadrons
    /// by their <see cref="Charge"/>.
    /// </summary>
    /// <param name="pdgId">Particle number; negative for antiparticles.</param>
    public static ParticleKind KindOf(int pdgId) => Math.Abs(pdgId) switch
    {
        22 => ParticleKind.Photon,
        11 => ParticleKind.Electron,
        13 => ParticleKind.Muon,
        12 or 14 or 16 or 1000022 => ParticleKind.Invisible,
        _ => Charge(pdgId) != 0 ? ParticleKind.ChargedHadron : ParticleKind.NeutralHadron,
    };

    /// <summary>Electric charge in units of the proton's, from the quark content that the number spells out.</summary>
    /// <param name="pdgId">Particle number; negative for antiparticles.</param>
    public static int Charge(int pdgId)
    {
        int sign = Math.Sign(pdgId), id = Math.Abs(pdgId);
        if (id is 11 or 13 or 15)
        {
            return -sign;
        }

        if (id < 100 || id is 130 or 310)
        {
            return id == 24 ? sign : 0;
        }

        return sign * (ThirdsOfHadron(id) / 3);
    }

    /// <summary>Mass of the common stable particles [GeV]; 0 for photons, neutrinos and unknown particles.</summary>
    /// <param name="pdgId">Particle number; negative for antiparticles.</param>
    public static double Mass(int pdgId) => Math.Abs(pdgId) switch
    {
        11 => 0.000510999,
        13 => 0.1056584,
        111 => 0.1349768,
        211 => 0.1395704,
        321 => 0.493677,
        130 or 310 or 311 => 0.497611,
        2212 => 0.9382721,
        2112 => 0.9395654,
        3122 => 1.115683,
        3112 => 1.197449,
        3222 => 1.18937,
        3312 => 1.32171,
        3322 => 1.31486,
        3334 => 1.67245,
        _ => 0,
    };

    private static int ThirdsOfHadron(int id)
    {
        int q1 = id / 1000 % 10, q2 = id / 100 % 10, q3 = id / 10 % 10;
        if (q1 != 0)
        {
            return ThirdsOfQuark(q1) + ThirdsOfQuark(q2) + ThirdsOfQuark(q3);
        }

        // A meson's first digit is its heavier quark; for an even (up-type) heavier quark that quark is the particle.
        return q2 % 2 == 0 ? ThirdsOfQuark(q2) - ThirdsOfQuark(q3) : ThirdsOfQuark(q3) - ThirdsOfQuark(q2);
    }

    private static int ThirdsOfQuark(int quark) => quark % 2 == 0 ? 2 : -1;
}
