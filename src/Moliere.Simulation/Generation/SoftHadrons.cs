using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Decays;

namespace Moliere.Simulation.Generation;

/// <summary>
/// Soft activity of a collision: hadrons flat in rapidity and azimuth, each species with its own density and spectrum.
/// Serves inelastic collisions and the underlying event.
/// </summary>
internal static class SoftHadrons
{
    /// <summary>Hadrons are made in |y| below this; beyond it nothing reaches the barrel, whatever the field.</summary>
    public const double MaxRapidity = 3;

    // Densities per unit rapidity and mean transverse momenta: fit to the species of 1500 inelastic collisions of
    // PYTHIA 8.302 at 13 TeV in |eta| < 2.5, less what the mini-jets give. T follows the observed growth with mass.
    private static readonly Species[] AllSpecies =
    [
        new(211, true, 5.52, new SoftSpectrum(0.1395704, 0.130, 6.6)),
        new(111, false, 3.32, new SoftSpectrum(0.1349768, 0.130, 6.6)),
        new(321, true, 0.64, new SoftSpectrum(0.493677, 0.185, 6.6)),
        new(130, false, 0.30, new SoftSpectrum(0.497611, 0.185, 6.6)),
        new(2212, true, 0.40, new SoftSpectrum(0.9382721, 0.175, 6.6)),
        new(2112, true, 0.42, new SoftSpectrum(0.9395654, 0.175, 6.6)),
    ];

    /// <summary>Adds one draw of the activity.</summary>
    /// <param name="activity">Multiplies every density; 1 is the mean of inelastic collisions.</param>
    /// <param name="hardness">Multiplies every transverse momentum; about 1.</param>
    /// <param name="into">Receives the stable particles.</param>
    /// <param name="rng">Stream.</param>
    public static void Add(double activity, double hardness, List<Particle> into, ref Rng rng)
    {
        foreach (Species species in AllSpecies)
        {
            int count = Distributions.Poisson(activity * species.Density * 2 * MaxRapidity, ref rng);
            for (int i = 0; i < count; i++)
            {
                AddOne(species, hardness, into, ref rng);
            }
        }
    }

    private static void AddOne(in Species species, double hardness, List<Particle> into, ref Rng rng)
    {
        int id = species.HasAntiparticle && rng.NextDouble() < 0.5 ? -species.PdgId : species.PdgId;
        double pt = hardness * species.Spectrum.Sample(ref rng), mass = HadronData.Mass(id);
        double rapidity = MaxRapidity * ((2 * rng.NextDouble()) - 1), mt = Math.Sqrt((pt * pt) + (mass * mass));
        double grow = Math.Exp(rapidity);
        (double sin, double cos) = Math.SinCos(2 * Math.PI * rng.NextDouble());
        double pz = 0.5 * mt * (grow - (1 / grow)), energy = 0.5 * mt * (grow + (1 / grow));
        HadronDecays.AddStable(id, new FourVector(pt * cos, pt * sin, pz, energy), into, ref rng);
    }

    private readonly record struct Species(int PdgId, bool HasAntiparticle, double Density, SoftSpectrum Spectrum);
}
