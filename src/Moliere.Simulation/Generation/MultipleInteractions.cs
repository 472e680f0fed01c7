using Moliere.Data;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;

namespace Moliere.Simulation.Generation;

/// <summary>
/// What the remnants of two protons do at a given activity: soft hadrons, harder where there is more of it, and
/// mini-jets whose number grows with it. Serves inelastic collisions and the underlying event of hard ones.
/// </summary>
/// <source>
/// Sjostrand and van Zijl, Phys. Rev. D 36 (1987) 2019, for the picture; numbers tuned on 1500 inelastic collisions of
/// PYTHIA 8.302 at 13 TeV, multiplicity and scalar sum in |eta| below 2.5.
/// </source>
internal static class MultipleInteractions
{
    private const double HardnessPower = 0.21; // mean pT of soft hadrons ~ activity^power
    private const double MiniJetPairs = 0.35; // mean number of pairs at unit activity

    // dN/dpT ~ pT^-(power + 1) between the two ends [GeV]
    private const double MiniJetPt = 2.5, MiniJetPower = 3.3, MiniJetEnd = 200;

    /// <summary>Adds one draw of the activity.</summary>
    /// <param name="activity">1 is the mean of inelastic collisions.</param>
    /// <param name="into">Receives the stable particles.</param>
    /// <param name="rng">Stream.</param>
    public static void Add(double activity, List<Particle> into, ref Rng rng)
    {
        SoftHadrons.Add(activity, Math.Pow(activity, HardnessPower), into, ref rng);
        int pairs = Distributions.Poisson(MiniJetPairs * activity, ref rng);
        if (pairs > 0)
        {
            AddMiniJets(pairs, into, ref rng);
        }
    }

    private static void AddMiniJets(int pairs, List<Particle> into, ref Rng rng)
    {
        var legs = new List<PartonLeg>(32);
        for (int i = 0; i < pairs; i++)
        {
            double pt = Math.Min(MiniJetEnd, MiniJetPt * Math.Pow(rng.NextDouble(), -1 / MiniJetPower));
            double phi = 2 * Math.PI * rng.NextDouble();
            AddJet(pt, phi, legs, ref rng);
            AddJet(pt, phi + Math.PI, legs, ref rng);
        }

        foreach (PartonLeg leg in legs)
        {
            StringFragmentation.Add(leg, into, ref rng);
        }
    }

    private static void AddJet(double pt, double phi, List<PartonLeg> legs, ref Rng rng)
    {
        double eta = SoftHadrons.MaxRapidity * ((2 * rng.NextDouble()) - 1);
        PartonShower.Add(
            new PartonLeg(PdgId.Gluon, pt, eta, phi, PartonPair.StartAngle, PartonPair.StringAngle), legs, ref rng);
    }
}
