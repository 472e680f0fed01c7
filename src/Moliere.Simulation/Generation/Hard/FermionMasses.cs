namespace Moliere.Simulation.Generation.Hard;

/// <summary>Masses of quarks and leptons as hard processes use them.</summary>
internal static class FermionMasses
{
    /// <summary>Charm [GeV].</summary>
    public const double Charm = 1.5; // pole mass, PDG review of quark masses, rounded

    /// <summary>Bottom [GeV].</summary>
    public const double Bottom = 4.8; // pole mass, ibid.

    /// <summary>Top [GeV].</summary>
    public const double Top = 172.5; // direct measurements, PDG listings, rounded

    /// <summary>Mass of a parton or lepton [GeV]; 0 for light quarks, gluons, electrons and neutrinos.</summary>
    /// <param name="pdgId">Particle number.</param>
    public static double Of(int pdgId) => Math.Abs(pdgId) switch
    {
        4 => Charm,
        5 => Bottom,
        6 => Top,
        13 => Data.PdgId.Mass(13),
        15 => 1.77686, // PDG listings
        _ => 0,
    };
}
