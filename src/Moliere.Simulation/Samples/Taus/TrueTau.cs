using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;

namespace Moliere.Simulation.Samples.Taus;

/// <summary>What is visible of a hadronic tau decay in the truth of a generated event.</summary>
/// <param name="Momentum">
/// Sum of all stable particles that descend from its decay but neutrinos, photons of the decay included [GeV].
/// </param>
/// <param name="Place">Where the tau was made.</param>
/// <param name="Mode">Its decay mode; null for numbers of hadrons that have none, such as five charged ones.</param>
/// <remarks>
/// Modes follow from what is stable: charged hadrons are counted, and neutral pions. Decays of short-lived kaons, eta
/// and omega count with what they end in, as charged hadrons and neutral pions; long-lived kaons count as nothing.
/// </remarks>
/// <source>Decay modes: arXiv:1512.05955, table 1; visible momentum: ATL-PHYS-PUB-2015-045, section 2.</source>
internal sealed record TrueTau(FourVector Momentum, Vertex Place, TauDecayMode? Mode)
{
    private const int Tau = 15;

    /// <summary>Those taus of an event that decay to hadrons, in the order of its history; none without one.</summary>
    /// <param name="generated">The event.</param>
    public static IReadOnlyList<TrueTau> Of(GeneratedEvent generated)
    {
        IReadOnlyList<TruthParticle> history = generated.History;
        var found = new List<TrueTau>();
        for (int entry = 0; entry < history.Count; entry++)
        {
            if (Math.Abs(history[entry].PdgId) == Tau && !IsCopied(entry, history)
                && Measure(generated, entry) is { } tau)
            {
                found.Add(tau);
            }
        }

        return found;
    }

    // Other programs write a tau again where it has radiated: the last entry is the one that decays.
    private static bool IsCopied(int entry, IReadOnlyList<TruthParticle> history)
    {
        for (int later = entry + 1; later < history.Count; later++)
        {
            if (history[later].Mother == entry && Math.Abs(history[later].PdgId) == Tau)
            {
                return true;
            }
        }

        return false;
    }

    private static TrueTau? Measure(GeneratedEvent generated, int entry)
    {
        FourVector sum = default;
        int charged = 0;
        for (int i = 0; i < generated.Particles.Count; i++)
        {
            Particle particle = generated.Particles[i];
            ParticleKind kind = PdgId.KindOf(particle.PdgId);
            if (kind == ParticleKind.Invisible || !Descends(particle.Mother, entry, generated.History))
            {
                continue;
            }

            if (kind is ParticleKind.Electron or ParticleKind.Muon && particle.Mother == entry)
            {
                return null;
            }

            sum += particle.Momentum;
            charged += kind == ParticleKind.ChargedHadron ? 1 : 0;
        }

        int neutral = NeutralPionCount.Of(generated, particle => Descends(particle, entry, generated.History));
        return new(sum, generated.History[entry].Production, ModeOf(charged, neutral));
    }

    private static bool Descends(int mother, int entry, IReadOnlyList<TruthParticle> history)
    {
        while (mother > entry)
        {
            mother = history[mother].Mother;
        }

        return mother == entry;
    }

    private static TauDecayMode? ModeOf(int charged, int neutral) => (charged, neutral) switch
    {
        (1, 0) => TauDecayMode.OneProng,
        (1, 1) => TauDecayMode.OneProngOneNeutral,
        (1, _) => TauDecayMode.OneProngNeutrals,
        (3, 0) => TauDecayMode.ThreeProng,
        (3, _) => TauDecayMode.ThreeProngNeutrals,
        _ => null,
    };
}
