using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Reconstruction.Jets;

namespace Moliere.Cli.Studies.Simulation;

/// <summary>One labelled jet.</summary>
/// <param name="IsGluon">Whether the parton near it is a gluon.</param>
/// <param name="Pt">Transverse momentum [GeV].</param>
/// <param name="Shape">How its particles share it.</param>
internal readonly record struct LabelledJet(bool IsGluon, double Pt, JetShape Shape);

/// <summary>What a dijet event contributes.</summary>
/// <param name="Weight">Weight of the event.</param>
/// <param name="Jets">Labelled jets, none to two.</param>
/// <param name="Balance">Mean transverse momentum [GeV] and asymmetry of the two leading jets; null when not
/// selected.</param>
internal sealed record DijetResult(
    double Weight, IReadOnlyList<LabelledJet> Jets, (double Pt, double Asymmetry)? Balance);

/// <summary>The selection that the reference was made with. Keeps scratch arrays: one for each thread.</summary>
/// <source>Physics notes 5.5; selection of the dijet balance after ATLAS, Eur. Phys. J. C 81 (2021) 689.</source>
internal sealed class DijetAnalysis
{
    private const double EtaMax = 5, RapidityMax = 2.1, LabelDistance = 0.3, ConstituentPt = 0.5, JetPt = 10;
    private const double BackToBack = 2.7, ThirdPt = 25, ThirdShare = 0.25, BalanceEtaMax = 2.5;

    private readonly JetFinder _finder = new(new JetDefinition(JetAlgorithm.AntiKt, 0.4));

    /// <summary>Finds, labels and measures the jets of one event.</summary>
    public DijetResult Measure(GeneratedEvent generated)
    {
        Particle[] particles = [.. generated.Particles.Where(particle =>
            PdgId.KindOf(particle.PdgId) != ParticleKind.Invisible && Math.Abs(particle.Momentum.Eta) < EtaMax)];
        IReadOnlyList<Jet> jets = _finder.Find([.. particles.Select(particle => particle.Momentum)], JetPt);
        var labelled = new List<LabelledJet>(2);
        foreach (Jet jet in jets.Take(2).Where(jet => Math.Abs(jet.Momentum.Rapidity) < RapidityMax))
        {
            if (LabelOf(jet.Momentum, generated.HardPartons) is { } pdgId)
            {
                labelled.Add(new(
                    pdgId == PdgId.Gluon, jet.Momentum.Pt, JetShape.Of(jet, particles, ConstituentPt)));
            }
        }

        return new(generated.Weight, labelled, BalanceOf(jets));
    }

    private static int? LabelOf(FourVector jet, IReadOnlyList<Particle> partons)
    {
        (double distance, int? label) = (LabelDistance, null);
        foreach (Particle parton in partons)
        {
            double near = EtaPhi.DeltaR(parton.Momentum.Eta, parton.Momentum.Phi, jet.Eta, jet.Phi);
            (distance, label) = near < distance ? (near, parton.PdgId) : (distance, label);
        }

        return label;
    }

    private static (double Pt, double Asymmetry)? BalanceOf(IReadOnlyList<Jet> jets)
    {
        if (jets.Count < 2)
        {
            return null;
        }

        FourVector first = jets[0].Momentum, second = jets[1].Momentum;
        double mean = (first.Pt + second.Pt) / 2, third = jets.Count > 2 ? jets[2].Momentum.Pt : 0;
        bool isBalanced = Math.Abs(EtaPhi.DeltaPhi(first.Phi, second.Phi)) > BackToBack
            && third < Math.Max(ThirdPt, ThirdShare * mean)
            && Math.Max(Math.Abs(first.Eta), Math.Abs(second.Eta)) < BalanceEtaMax;
        return isBalanced ? (mean, (first.Pt - second.Pt) / mean) : null;
    }
}
