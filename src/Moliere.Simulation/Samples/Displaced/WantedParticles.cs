using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Simulation.Generation.BeamInduced;

namespace Moliere.Simulation.Samples.Displaced;

/// <summary>
/// What of an event is worth simulating: particles around its jets, its decays and its beam muon, and nothing of a
/// dijet that cannot enter the control region. Belongs to one worker.
/// </summary>
/// <remarks>
/// Both are judged by particles and with margins: jets of 25 GeV, which leave less than the 24 that clusters are looked
/// for; a cone 0.2 wider than that of clusters, half a shower; dijets 10 GeV, 0.2 rad and 0.15 in asymmetry beyond the
/// region.
/// </remarks>
/// <source>arXiv:2203.01009, section 5, for the regions.</source>
internal sealed class WantedParticles(DisplacedSampleOptions options)
{
    private const double JetPtMin = 25, ConeMargin = 0.2, PromptRadius = 100; // GeV, 1, mm
    private const double PtMargin = 10, AzimuthMargin = 0.2, AsymmetryMargin = 0.15;

    private readonly TruthJetFinder _finder = new(new() { JetRadius = 0.4, TruthJetPtMin = JetPtMin });

    /// <summary>The event with those particles alone; null where none of its jets can become a row.</summary>
    /// <param name="sample">What it is.</param>
    /// <param name="generated">Event.</param>
    /// <param name="muon">Its beam muon; null without one.</param>
    public GeneratedEvent? Of(DisplacedSample sample, GeneratedEvent generated, BeamMuon? muon)
    {
        if (generated.Particles.Count == 0)
        {
            return generated;
        }

        FourVector[] jets = [.. _finder.Find(generated).Select(jet => jet.Momentum)];
        bool isWanted = sample switch
        {
            DisplacedSample.Qcd => jets.Length > 0 && jets[0].Pt > options.PtMin - PtMargin,
            DisplacedSample.ControlSimulation or DisplacedSample.ControlData => MayBeControl(jets),
            _ => true,
        };
        return isWanted ? generated with { Particles = Near(generated, [.. jets, .. Muon(muon)]) } : null;
    }

    private static FourVector[] Muon(BeamMuon? muon) => muon is { } one ? [one.LossDirection] : [];

    private Particle[] Near(GeneratedEvent generated, FourVector[] jets)
    {
        FourVector[] axes = [.. jets, .. LongLivedDecay.Of(generated).Select(decay => decay.Direction)];
        double radius = options.WindowRadius + ConeMargin;
        return
        [
            .. generated.Particles.Where(particle => particle.Production.Radius > PromptRadius
                || IsNear(axes, particle.Momentum.Eta, particle.Momentum.Phi, radius)),
        ];
    }

    private static bool IsNear(FourVector[] axes, double eta, double phi, double radius)
    {
        foreach (FourVector axis in axes)
        {
            if (EtaPhi.DeltaR(axis.Eta, axis.Phi, eta, phi) < radius)
            {
                return true;
            }
        }

        return false;
    }

    private bool MayBeControl(FourVector[] jets) => jets.Length >= 2 && jets[1].Pt > options.PtMin - PtMargin
        && Math.Abs(EtaPhi.DeltaPhi(jets[0].Phi, jets[1].Phi)) > options.ControlAzimuth - AzimuthMargin
        && jets[0].Pt - jets[1].Pt < (options.ControlAsymmetry + AsymmetryMargin) * (jets[0].Pt + jets[1].Pt);
}
