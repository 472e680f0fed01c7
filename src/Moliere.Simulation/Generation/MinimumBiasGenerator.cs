using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Beams;
using Moliere.Simulation.Generation.Decays;

namespace Moliere.Simulation.Generation;

/// <summary>
/// Inelastic proton collisions at 13 TeV, the stuff of pile-up: soft hadrons with a negative binomial multiplicity, and
/// mini-jets that grow with it. Particles in about |eta| below 5. Thread-safe; an event depends on seed and number
/// only.
/// </summary>
/// <source>
/// Physics notes 5.4 (negative binomial multiplicity); Sjostrand and van Zijl, Phys. Rev. D 36 (1987) 2019, for the
/// picture of many soft interactions.
/// </source>
public sealed class MinimumBiasGenerator(ulong seed)
{
    // Tuned on 1500 inelastic collisions of PYTHIA 8.302 at 13 TeV: multiplicity and scalar sum in |eta| < 2.5.
    private const double EmptyFraction = 0.08; // diffraction with nothing central
    private const double Shape = 1.5; // of the gamma distribution of the activity in the rest

    /// <summary>One collision; may be empty of particles. The same number always gives the same event.</summary>
    /// <param name="number">Event number, not negative.</param>
    public GeneratedEvent Generate(long number)
    {
        var record = new EventRecord(new List<Particle>(256));
        var rng = new Rng(seed, "minimum bias", (ulong)number);
        if (rng.NextDouble() >= EmptyFraction)
        {
            double activity = Distributions.Gamma(Shape, ref rng) / (Shape * (1 - EmptyFraction));
            MultipleInteractions.Add(activity, default(Vertex), record, ref rng);
        }

        return new GeneratedEvent { Number = number, Particles = record.Particles, History = record.History };
    }
}
