using Moliere.Numerics.Random;

namespace Moliere.Simulation.Generation.Strings;

/// <summary>Masses of hadrons as strings make them.</summary>
internal static class HadronMass
{
    /// <summary>Mass of one hadron [GeV].</summary>
    /// <param name="pdgId">Particle number.</param>
    /// <param name="rng">Stream; only read for a broad resonance.</param>
    public static double Draw(int pdgId, ref Rng rng) => Decays.HadronData.DrawMass(pdgId, ref rng);
}
