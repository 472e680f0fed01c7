using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Decays;

namespace Moliere.Simulation.Generation.Beams;

/// <summary>
/// Soft activity of a collision: hadrons on a plateau in rapidity and flat in azimuth, each species with its own
/// density and spectrum. Serves inelastic collisions and the underlying event.
/// </summary>
internal static class SoftHadrons
{
    private const double MaxRapidity = 7.5; // beyond it nothing reaches |eta| of 5
    private const double Plateau = 2.2, Slope = 4.2; // half width of the plateau and Gaussian fall outside of it
    private const double Softening = 0.05; // of transverse momenta by unit of rapidity outside of the plateau

    // Densities per unit rapidity and mean transverse momenta: fit to the species of 1500 inelastic collisions of
    // PYTHIA 8.302 at 13 TeV in |eta| < 5, less what the mini-jets give. T follows the observed growth with mass.
    private static readonly Species[] AllSpecies =
    [
        new(211, true, 4.44, new SoftSpectrum(0.1395704, 0.115, 6.6)),
        new(111, false, 2.66, new SoftSpectrum(0.1349768, 0.115, 6.6)),
        new(321, true, 0.53, new SoftSpectrum(0.493677, 0.164, 6.6)),
        new(130, false, 0.255, new SoftSpectrum(0.497611, 0.164, 6.6)),
        new(2212, true, 0.34, new SoftSpectrum(0.9382721, 0.155, 6.6)),
        new(2112, true, 0.36, new SoftSpectrum(0.9395654, 0.155, 6.6)),
    ];

    /// <summary>Adds one draw of the activity.</summary>
    /// <param name="activity">Multiplies every density; 1 is the mean of inelastic collisions.</param>
    /// <param name="hardness">Multiplies every transverse momentum; about 1.</param>
    /// <param name="vertex">Where the collision is.</param>
    /// <param name="record">Receives the particles.</param>
    /// <param name="rng">Stream.</param>
    public static void Add(double activity, double hardness, in Vertex vertex, EventRecord record, ref Rng rng)
    {
        foreach (Species species in AllSpecies)
        {
            int count = Distributions.Poisson(activity * species.Density * 2 * MaxRapidity, ref rng);
            for (int i = 0; i < count; i++)
            {
                AddOne(species, hardness, vertex, record, ref rng);
            }
        }
    }

    private static void AddOne(
        in Species species, double hardness, in Vertex vertex, EventRecord record, ref Rng rng)
    {
        double rapidity = MaxRapidity * ((2 * rng.NextDouble()) - 1), outside = Math.Abs(rapidity) - Plateau;
        if (outside > 0 && rng.NextDouble() > Math.Exp(-0.5 * outside * outside / (Slope * Slope)))
        {
            return;
        }

        int id = species.HasAntiparticle && rng.NextDouble() < 0.5 ? -species.PdgId : species.PdgId;
        double softer = hardness * Math.Max(0.3, 1 - (Softening * Math.Max(0, outside)));
        double pt = softer * species.Spectrum.Sample(ref rng), mass = HadronData.Mass(id);
        double mt = Math.Sqrt((pt * pt) + (mass * mass));
        (double sin, double cos) = Math.SinCos(2 * Math.PI * rng.NextDouble());
        var momentum = new FourVector(pt * cos, pt * sin, mt * Math.Sinh(rapidity), mt * Math.Cosh(rapidity));
        HadronDecays.Add(id, momentum, vertex, -1, record, ref rng);
    }

    private readonly record struct Species(int PdgId, bool HasAntiparticle, double Density, SoftSpectrum Spectrum);
}
