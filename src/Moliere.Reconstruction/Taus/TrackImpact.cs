using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;

namespace Moliere.Reconstruction.Taus;

/// <summary>
/// Where a track enters the electromagnetic calorimeter, as a direction seen from the centre of the detector: a helix
/// inside the field, a straight line behind it.
/// </summary>
/// <source>
/// Particle Data Group, Review of Particle Physics, review "Particle detectors", momentum measurement in a solenoid.
/// </source>
/// <param name="Eta">Pseudorapidity of the point.</param>
/// <param name="Phi">Its azimuth [rad].</param>
internal readonly record struct TrackImpact(double Eta, double Phi)
{
    // Middle of the second layer, where most of a shower's energy is: JINST 3 (2008) S08003, the atlas-like detector.
    private const double Radius = 1700, HalfLength = 3900; // mm
    private const double LeastSlope = 1e-9; // of a track that never reaches the end-cap

    /// <summary>Follows a track to the calorimeter.</summary>
    /// <param name="track">A track that leaves the field; one that curls up before is cut there.</param>
    /// <param name="options">The field.</param>
    public static TrackImpact Of(in Track track, TauOptions options)
    {
        double slope = Math.Sinh(track.Eta);
        // pt [GeV] = 0.2998 B [T] R [m]; positive charges turn clockwise.
        double curvature = -track.Charge * options.Field * Units.SpeedOfLight * 1e-6 / track.Pt;
        double length = Math.Min(
            Arc(curvature, options.FieldRadius), Along(slope, options.FieldHalfLength, track.Z0));
        (double sin0, double cos0) = Math.SinCos(track.Phi);
        (double sin, double cos) = Math.SinCos(track.Phi + (curvature * length));
        double x = (-track.D0 * sin0) + (curvature == 0 ? length * cos0 : (sin - sin0) / curvature);
        double y = (track.D0 * cos0) + (curvature == 0 ? length * sin0 : (cos0 - cos) / curvature);
        double z = track.Z0 + (length * slope);
        double rest = Math.Max(0, Math.Min(Straight(x, y, cos, sin), Along(slope, HalfLength, z)));
        (x, y, z) = (x + (rest * cos), y + (rest * sin), z + (rest * slope));
        return new(Math.Asinh(z / Math.Sqrt((x * x) + (y * y))), Math.Atan2(y, x));
    }

    /// <summary>Distance in eta and phi of the point to a direction.</summary>
    public double DistanceTo(double eta, double phi) => EtaPhi.DeltaR(Eta, Phi, eta, phi);

    // Arc of a circle through the axis up to a radius: chord = 2/c sin(c s / 2).
    private static double Arc(double curvature, double radius)
    {
        double half = Math.Min(1, Math.Abs(curvature) * radius / 2);
        return half < 1e-9 ? radius : 2 * Math.Asin(half) / Math.Abs(curvature);
    }

    private static double Along(double slope, double halfLength, double z) =>
        Math.Abs(slope) < LeastSlope ? double.PositiveInfinity
            : Math.Max(0, (halfLength - (Math.Sign(slope) * z)) / Math.Abs(slope));

    private static double Straight(double x, double y, double cos, double sin)
    {
        double along = (x * cos) + (y * sin), square = (x * x) + (y * y);
        return Math.Sqrt(Math.Max(0, (along * along) - square + (Radius * Radius))) - along;
    }
}
