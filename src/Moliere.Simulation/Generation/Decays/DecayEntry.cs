namespace Moliere.Simulation.Generation.Decays;

/// <summary>What the table says about one particle; its antiparticle shares it.</summary>
/// <param name="PdgId">Particle number, positive.</param>
/// <param name="Mass">Mass at the pole [GeV].</param>
/// <param name="Width">Full width [GeV]; 0 where the resolution of any detector hides it.</param>
/// <param name="Lifetime">Proper decay length c tau [mm]; 0 when it decays where it was made.</param>
/// <param name="Channels">How it decays; fractions add up to one. Empty for a particle that the detector sees.</param>
internal sealed record DecayEntry(
    int PdgId, double Mass, double Width, double Lifetime, IReadOnlyList<DecayChannel> Channels)
{
    /// <summary>Smallest mass at which a channel is open [GeV]; 0 when stable.</summary>
    public double Threshold { get; init; }

    /// <summary>Whether the number spells out a c or b quark: such particles are kept in the history.</summary>
    public bool IsHeavy => PdgId > 100 && (Digit(10) > 3 || Digit(100) > 3 || Digit(1000) > 3);

    private int Digit(int place) => PdgId / place % 10;
}
