using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Reconstruction.Jets;

namespace Moliere.Simulation.Samples;

/// <summary>A jet of generated particles.</summary>
/// <param name="Momentum">Sum of its particles [GeV].</param>
/// <param name="Flavour">Number of the hardest hard parton in it, or 0.</param>
/// <param name="Count">Number of its particles.</param>
internal sealed record TruthJet(FourVector Momentum, int Flavour, int Count);

/// <summary>
/// Jets of the particles that a calorimeter absorbs: all but neutrinos and muons. A jet has the flavour of the hard
/// parton of largest transverse momentum within its radius.
/// </summary>
/// <source>ATLAS truth jets: arXiv:2007.02645; labels by the hardest parton in the jet: arXiv:1405.6583.</source>
internal sealed class TruthJetFinder(EventSampleOptions options)
{
    private readonly JetFinder _finder = new(new JetDefinition(JetAlgorithm.AntiKt, options.JetRadius));

    /// <summary>The jets by decreasing transverse momentum.</summary>
    public IReadOnlyList<TruthJet> Find(GeneratedEvent generated)
    {
        FourVector[] seen =
        [
            .. generated.Particles.Where(particle => IsAbsorbed(particle.PdgId)).Select(particle => particle.Momentum)
                .Where(momentum => Math.Abs(momentum.Eta) < options.EtaMax),
        ];
        return
        [
            .. _finder.Find(seen, options.TruthJetPtMin).Select(jet => new TruthJet(
                jet.Momentum, FlavourOf(jet.Momentum, generated.HardPartons), jet.Constituents.Count)),
        ];
    }

    private static bool IsAbsorbed(int pdgId) =>
        PdgId.KindOf(pdgId) is not (ParticleKind.Invisible or ParticleKind.Muon);

    private int FlavourOf(FourVector jet, IReadOnlyList<Particle> partons)
    {
        Particle hardest = partons
            .Where(parton => EtaPhi.DeltaR(
                jet.Eta, jet.Phi, parton.Momentum.Eta, parton.Momentum.Phi) < options.JetRadius)
            .DefaultIfEmpty().MaxBy(parton => parton.Momentum.Pt);
        return hardest.PdgId;
    }
}
