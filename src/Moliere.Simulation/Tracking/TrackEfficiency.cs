using Moliere.Data;
using Moliere.Data.Kinematics;

namespace Moliere.Simulation.Tracking;

/// <summary>The chance to find the track of a charged particle.</summary>
/// <source>
/// Physics notes 5.1 (Delphes ATLAS card) for particles of the collision; ATL-PHYS-PUB-2017-014 for the fall with the
/// radius of production, taken as linear.
/// </source>
internal static class TrackEfficiency
{
    private const double Muon = 0.99; // Delphes ATLAS card, muons

    /// <summary>Chance in [0, 1] of a particle made at a place.</summary>
    /// <param name="pdgId">Particle number.</param>
    /// <param name="momentum">Momentum [GeV].</param>
    /// <param name="production">Where it was made.</param>
    /// <param name="options">Acceptance.</param>
    public static double Of(int pdgId, in FourVector momentum, in Vertex production, TrackerOptions options)
    {
        double eta = Math.Abs(momentum.Eta), pt = momentum.Pt;
        if (pt < options.PtMin || eta > options.EtaMax || production.Radius > options.MaxRadius)
        {
            return 0;
        }

        double hadron = eta < 1.5 ? (pt < 5 ? 0.85 : 0.90) : pt < 5 ? 0.75 : 0.80; // physics notes 5.1
        double prompt = Math.Abs(pdgId) == PdgId.Muon ? Muon : hadron;
        return Math.Min(1, options.EfficiencyScale * prompt * (1 - (production.Radius / options.MaxRadius)));
    }
}
