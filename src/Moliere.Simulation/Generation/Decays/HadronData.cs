using System.Collections.Frozen;
using Moliere.Data;
using Moliere.Numerics.Random;

namespace Moliere.Simulation.Generation.Decays;

/// <summary>Masses, widths, lifetimes and decay channels of all particles that the generators make.</summary>
/// <remarks>
/// Particles with a proper decay length above one metre are stable: charged pions and kaons, long-lived neutral kaons,
/// neutrons, muons. Neutral B mesons do not oscillate.
/// </remarks>
/// <source>Particle Data Group, Review of Particle Physics, particle listings (2022).</source>
internal static class HadronData
{
    /// <summary>Mass at the pole [GeV]; 0 for photons, neutrinos and particles that are not in the table.</summary>
    /// <param name="pdgId">Particle number; negative for antiparticles.</param>
    public static double Mass(int pdgId) => Find(pdgId)?.Mass ?? PdgId.Mass(pdgId);

    /// <summary>Full width [GeV]; 0 for whatever is narrower than a mega-electronvolt.</summary>
    /// <param name="pdgId">Particle number; negative for antiparticles.</param>
    public static double Width(int pdgId) => Find(pdgId)?.Width ?? 0;

    /// <summary>Proper decay length c tau [mm]; 0 for stable particles and resonances.</summary>
    /// <param name="pdgId">Particle number; negative for antiparticles.</param>
    public static double Lifetime(int pdgId) => Find(pdgId)?.Lifetime ?? 0;

    /// <summary>A mass for one particle [GeV]: that of the pole, or from a Breit-Wigner when it is broad.</summary>
    /// <param name="pdgId">Particle number; negative for antiparticles.</param>
    /// <param name="rng">Stream; only read for a broad resonance.</param>
    public static double DrawMass(int pdgId, ref Rng rng) => DrawMass(pdgId, double.MaxValue, ref rng);

    /// <summary>A mass for one particle below a limit [GeV]; a narrow particle does not heed it.</summary>
    /// <param name="pdgId">Particle number; negative for antiparticles.</param>
    /// <param name="limit">Largest mass [GeV], above <see cref="MinimalMass"/>.</param>
    /// <param name="rng">Stream; only read for a broad resonance.</param>
    public static double DrawMass(int pdgId, double limit, ref Rng rng)
    {
        DecayEntry? entry = Find(pdgId);
        if (entry is null || entry.Width == 0)
        {
            return entry?.Mass ?? PdgId.Mass(pdgId);
        }

        double high = Math.Min(limit, entry.Mass + (BreitWigner.Reach * entry.Width));
        return BreitWigner.Draw(entry.Mass, entry.Width, MinimalMass(pdgId), high, ref rng);
    }

    /// <summary>Smallest mass that a particle is given [GeV]: above its threshold, not far below its pole.</summary>
    /// <param name="pdgId">Particle number; negative for antiparticles.</param>
    public static double MinimalMass(int pdgId)
    {
        DecayEntry? entry = Find(pdgId);
        return entry is null ? PdgId.Mass(pdgId) : DecayTable.MinimalMass(entry, entry.Threshold);
    }

    /// <summary>The decay channels of a particle, or an empty list when it is stable for the detector.</summary>
    /// <param name="pdgId">Particle number; an antiparticle has the channels of its particle, to be conjugated.</param>
    public static IReadOnlyList<DecayChannel> Channels(int pdgId) => Find(pdgId)?.Channels ?? [];

    /// <summary>Whether a particle is stable with a known mass or has an entry of its own; quarks have none.</summary>
    /// <param name="pdgId">Particle number; negative for antiparticles.</param>
    public static bool IsKnown(int pdgId) => Find(pdgId) is not null || PdgId.Mass(pdgId) > 0
        || PdgId.KindOf(pdgId) is ParticleKind.Photon or ParticleKind.Invisible;

    /// <summary>The entry of the table, or null.</summary>
    /// <param name="pdgId">Particle number; negative for antiparticles.</param>
    public static DecayEntry? Find(int pdgId) => Table.GetValueOrDefault(Math.Abs(pdgId));

    /// <summary>The antiparticle's number, or the number itself for a particle that is its own.</summary>
    /// <param name="pdgId">Particle number.</param>
    public static int Conjugate(int pdgId)
    {
        int id = Math.Abs(pdgId), first = id / 100 % 10, second = id / 10 % 10;
        bool isOwn = id is 22 or 23 or 25 or 21 or 130 or 310 || (id > 100 && id / 1000 % 10 == 0 && first == second);
        return isOwn ? pdgId : -pdgId;
    }

    /// <summary>All particles of the table.</summary>
    public static FrozenDictionary<int, DecayEntry> Table { get; } = DecayTable.Shipped();
}
