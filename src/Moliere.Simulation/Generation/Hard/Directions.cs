using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Partons;

namespace Moliere.Simulation.Generation.Hard;

/// <summary>Momenta of given size in a random direction. Energies are left 0.</summary>
internal static class Directions
{
    /// <summary>Uniform over the sphere.</summary>
    /// <param name="p">Momentum [GeV].</param>
    /// <param name="rng">Stream.</param>
    public static FourVector Uniform(double p, ref Rng rng) => About(p, (2 * rng.NextDouble()) - 1, default, ref rng);

    /// <summary>At an angle to an axis, uniform in the azimuth about it.</summary>
    /// <param name="p">Momentum [GeV].</param>
    /// <param name="cos">Cosine of the angle.</param>
    /// <param name="axis">Any vector along the axis; z where it vanishes.</param>
    /// <param name="rng">Stream.</param>
    public static FourVector About(double p, double cos, in FourVector axis, ref Rng rng)
    {
        double sin = Math.Sqrt(Math.Max(0, 1 - (cos * cos)));
        (double sinPhi, double cosPhi) = Math.SinCos(2 * Math.PI * rng.NextDouble());
        return new Triad(axis).Place(p * sin * cosPhi, p * sin * sinPhi, p * cos, 0);
    }
}
