using Moliere.Data;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;

namespace Moliere.Simulation.Generation;

/// <summary>
/// Inelastic proton collisions at 13 TeV, the stuff of pile-up: soft hadrons with a negative binomial multiplicity, and
/// mini-jets that grow with it. Particles in about |eta| below 3. Thread-safe; an event depends on seed and number only.
/// </summary>
public sealed class MinimumBiasGenerator(ulong seed)
{
    // Tuned on 1500 inelastic collisions of PYTHIA 8.302 at 13 TeV: multiplicity and scalar sum in |eta| < 2.5.
    private const double EmptyFraction = 0.08; // diffraction with nothing central
    private const double Shape = 1.25; // of the gamma distribution of the activity in the rest
    private const double HardnessPower = 0.08; // mean pT grows with activity
    private const double MiniJetPairs = 0.35; // mean number of pairs at mean activity
    private const double MiniJetPt = 2.5, MiniJetPower = 3.6, MiniJetEnd = 200; // dN/dpT ~ pT^-(power + 1) [GeV]

    /// <summary>One collision; may be empty of particles. The same number always gives the same event.</summary>
    /// <param name="number">Event number, not negative.</param>
    public GeneratedEvent Generate(long number)
    {
        var particles = new List<Particle>(256);
        AddTo(particles, number);
        return new GeneratedEvent { Number = number, Particles = particles };
    }

    /// <summary>Appends the particles of one collision to a list, for overlaying many without copying.</summary>
    /// <param name="particles">Receives the particles.</param>
    /// <param name="number">Number of the collision, not negative.</param>
    public void AddTo(List<Particle> particles, long number)
    {
        var rng = new Rng(seed, "minimum bias", (ulong)number);
        if (rng.NextDouble() < EmptyFraction)
        {
            return;
        }

        double activity = Distributions.Gamma(Shape, ref rng) / (Shape * (1 - EmptyFraction));
        SoftHadrons.Add(activity, Math.Pow(activity, HardnessPower), particles, ref rng);
        AddMiniJets(Distributions.Poisson(MiniJetPairs * activity, ref rng), particles, ref rng);
    }

    private static void AddMiniJets(int pairs, List<Particle> particles, ref Rng rng)
    {
        if (pairs == 0)
        {
            return;
        }

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
            StringFragmentation.Add(leg, particles, ref rng);
        }
    }

    private static void AddJet(double pt, double phi, List<PartonLeg> legs, ref Rng rng)
    {
        double eta = SoftHadrons.MaxRapidity * ((2 * rng.NextDouble()) - 1);
        PartonShower.Add(
            new PartonLeg(PdgId.Gluon, pt, eta, phi, PartonPair.StartAngle, PartonPair.StartAngle), legs, ref rng);
    }
}
