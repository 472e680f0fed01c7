using Moliere.Data;
using Moliere.Data.Kinematics;

namespace Moliere.Simulation.Tracking;

/// <summary>The helix of a charged particle at its point closest to the beam axis.</summary>
/// <param name="D0">Signed distance [mm]: the point is D0 (-sin phi, cos phi).</param>
/// <param name="Z0">Position along the beam [mm].</param>
/// <param name="Phi">Azimuth of the momentum there, in [-pi, pi) [rad].</param>
/// <source>
/// Particle Data Group, Review of Particle Physics, review "Particle detectors", section on momentum measurement:
/// radius of curvature; sign of the impact parameter as in Billoir and Qian, Nucl. Instrum. Meth. A 311 (1992) 139.
/// </source>
internal readonly record struct Perigee(double D0, double Z0, double Phi)
{
    /// <summary>Follows a particle back to its closest point, on the nearer branch of its circle.</summary>
    /// <param name="at">A point of the helix.</param>
    /// <param name="momentum">Momentum there [GeV]; its transverse part is positive.</param>
    /// <param name="charge">Charge in units of the proton's; 0 flies straight.</param>
    /// <param name="field">Field along z [T].</param>
    public static Perigee Of(in Vertex at, in FourVector momentum, int charge, double field)
    {
        double phi = momentum.Phi, pt = momentum.Pt, slope = momentum.Pz / pt;
        (double sin, double cos) = Math.SinCos(phi);
        double curvature = Curvature(pt, charge, field);
        if (curvature == 0)
        {
            double along = (at.X * cos) + (at.Y * sin);
            return new((at.Y * cos) - (at.X * sin), at.Z - (along * slope), EtaPhi.WrapPhi(phi));
        }

        // The centre of the circle is (d0 + 1/curvature) (-sin phi0, cos phi0).
        double radius = 1 / curvature, x = at.X - (radius * sin), y = at.Y + (radius * cos), sign = Math.Sign(radius);
        double phi0 = Math.Atan2(-sign * x, sign * y);
        double length = EtaPhi.DeltaPhi(phi, phi0) * radius;
        return new((sign * Math.Sqrt((x * x) + (y * y))) - radius, at.Z - (length * slope), EtaPhi.WrapPhi(phi0));
    }

    /// <summary>Change of azimuth per transverse path [rad/mm]; positive charges turn clockwise.</summary>
    /// <param name="pt">Transverse momentum [GeV].</param>
    /// <param name="charge">Charge in units of the proton's.</param>
    /// <param name="field">Field along z [T].</param>
    public static double Curvature(double pt, int charge, double field) =>
        -charge * field * Units.SpeedOfLight * 1e-6 / pt; // pt [GeV] = 0.2998 B [T] R [m]
}
