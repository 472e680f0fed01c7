using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;

namespace Moliere.Simulation.Generation.Hard;

/// <summary>Momenta of given size in a uniform direction or at an angle to an axis. Energies are left 0.</summary>
internal static class Directions
{
    /// <summary>Uniform over the sphere.</summary>
    /// <param name="p">Momentum [GeV].</param>
    /// <param name="rng">Stream.</param>
    public static FourVector Uniform(double p, ref Rng rng)
    {
        double cos = (2 * rng.NextDouble()) - 1, sin = Math.Sqrt(1 - (cos * cos));
        (double sinPhi, double cosPhi) = Math.SinCos(2 * Math.PI * rng.NextDouble());
        return new(p * sin * cosPhi, p * sin * sinPhi, p * cos, 0);
    }

    /// <summary>At an angle to an axis, uniform in the azimuth about it.</summary>
    /// <param name="p">Momentum [GeV].</param>
    /// <param name="cos">Cosine of the angle.</param>
    /// <param name="axis">Any vector along the axis; z where it vanishes.</param>
    /// <param name="rng">Stream.</param>
    public static FourVector About(double p, double cos, in FourVector axis, ref Rng rng)
    {
        double sin = Math.Sqrt(Math.Max(0, 1 - (cos * cos)));
        (double sinPhi, double cosPhi) = Math.SinCos(2 * Math.PI * rng.NextDouble());
        return Turned(p * sin * cosPhi, p * sin * sinPhi, p * cos, axis);
    }

    /// <summary>A vector given in a system whose z lies along an axis.</summary>
    /// <param name="x">First component across [GeV].</param>
    /// <param name="y">Second component across [GeV].</param>
    /// <param name="z">Component along the axis [GeV].</param>
    /// <param name="axis">The axis.</param>
    public static FourVector Turned(double x, double y, double z, in FourVector axis)
    {
        double length = axis.P, pt = axis.Pt;
        if (length == 0 || pt < 1e-12 * length)
        {
            double side = axis.Pz < 0 ? -1 : 1;
            return new(x, side * y, side * z, 0);
        }

        double cosTheta = axis.Pz / length, sinTheta = pt / length, cosPhi = axis.Px / pt, sinPhi = axis.Py / pt;
        double inPlane = (x * cosTheta) + (z * sinTheta);
        return new((inPlane * cosPhi) - (y * sinPhi), (inPlane * sinPhi) + (y * cosPhi),
            (z * cosTheta) - (x * sinTheta), 0);
    }
}
