using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Simulation.Generation.Hard;

namespace Moliere.Simulation.Samples.Displaced;

/// <summary>The decay of a long-lived scalar in the truth of a generated event.</summary>
/// <param name="Scalar">The scalar with its decay.</param>
/// <param name="Product">Absolute particle number of what it decays to; 0 where the history does not say.</param>
/// <param name="ResonanceMass">Mass of the resonance it comes from [GeV]; 0 where the history does not say.</param>
internal sealed record LongLivedDecay(TruthParticle Scalar, int Product, double ResonanceMass)
{
    private const int LongLived = 35; // as the process of displaced decays numbers it

    /// <summary>Whether the jets of the search begin there.</summary>
    public bool IsInCalorimeter => DecayVolume.Holds(Scalar.Decay);

    /// <summary>Direction of the decay as seen from the nominal collision, with a momentum of 1 [GeV].</summary>
    public FourVector Direction => new(
        Scalar.Decay.X / Scalar.Decay.Distance, Scalar.Decay.Y / Scalar.Decay.Distance,
        Scalar.Decay.Z / Scalar.Decay.Distance, 1);

    /// <summary>All of an event, in the order of its history.</summary>
    /// <param name="generated">The event.</param>
    public static IReadOnlyList<LongLivedDecay> Of(GeneratedEvent generated)
    {
        IReadOnlyList<TruthParticle> history = generated.History;
        return
        [
            .. Enumerable.Range(0, history.Count).Where(i => history[i].PdgId == LongLived)
                .Select(i => new LongLivedDecay(
                    history[i], Math.Abs(history.FirstOrDefault(entry => entry.Mother == i).PdgId),
                    history[i].Mother >= 0 ? history[history[i].Mother].Momentum.Mass : 0)),
        ];
    }
}
