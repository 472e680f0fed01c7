using Moliere.Data.Kinematics;
using Moliere.Data.Objects;

namespace Moliere.Simulation.Samples.Boosted;

/// <summary>A jet of particles whose reconstructed jet is to become a row.</summary>
/// <param name="Momentum">Sum of its particles [GeV].</param>
/// <param name="IsSignal">Whether it is that of a boson.</param>
internal sealed record WantedJet(FourVector Momentum, bool IsSignal)
{
    private const int Z = 23, W = 24, Leading = 2;
    private const double PtMargin = 0.7; // below it resolution and pile-up lift no jet over the cut

    /// <summary>Jets of particles are looked for so far beyond the largest |eta| of trimmed ones.</summary>
    public const double EtaMargin = 0.2;

    /// <summary>
    /// Of an event with a W or Z the jet next to it; of any other one the two hardest jets.
    /// </summary>
    /// <param name="generated">The event; its history tells whether there is a boson.</param>
    /// <param name="jets">Its jets of particles, by decreasing transverse momentum.</param>
    /// <param name="options">Ranges of the jets.</param>
    public static IReadOnlyList<WantedJet> Of(
        GeneratedEvent generated, IReadOnlyList<TruthJet> jets, BoostedSampleOptions options)
    {
        TruthParticle boson = generated.History.LastOrDefault(entry => Math.Abs(entry.PdgId) is Z or W);
        IEnumerable<FourVector> momenta = jets.Select(jet => jet.Momentum);
        bool isSignal = boson.PdgId != 0;
        IEnumerable<FourVector> chosen = !isSignal ? momenta.Take(Leading)
            : momenta.Where(jet => Distance(jet, boson.Momentum) < options.MatchRadius)
                .OrderBy(jet => Distance(jet, boson.Momentum)).Take(1);
        return
        [
            .. chosen.Where(jet => jet.Pt > PtMargin * options.PtMin && Math.Abs(jet.Eta) < options.EtaMax + EtaMargin)
                .Select(jet => new WantedJet(jet, isSignal)),
        ];
    }

    /// <summary>Distance of two momenta in eta and phi.</summary>
    public static double Distance(in FourVector a, in FourVector b) => EtaPhi.DeltaR(a.Eta, a.Phi, b.Eta, b.Phi);
}
