namespace Moliere.Data.Kinematics;

/// <summary>
/// A point in space and time where particles begin or end. The default value is the nominal collision: origin and time
/// zero.
/// </summary>
/// <param name="X">Position across the beam [mm].</param>
/// <param name="Y">Position across the beam, upwards [mm].</param>
/// <param name="Z">Position along the beam [mm].</param>
/// <param name="Time">Laboratory time since the crossing of the bunches [ns].</param>
public readonly record struct Vertex(double X, double Y, double Z, double Time)
{
    /// <summary>Distance from the beam axis [mm], never negative.</summary>
    public double Radius => Math.Sqrt((X * X) + (Y * Y));

    /// <summary>Distance from the origin [mm], never negative.</summary>
    public double Distance => Math.Sqrt((X * X) + (Y * Y) + (Z * Z));

    /// <summary>The point turned about the beam axis.</summary>
    /// <param name="angle">Added to the azimuth [rad].</param>
    public Vertex RotatedBy(double angle)
    {
        (double sin, double cos) = Math.SinCos(angle);
        return this with { X = (X * cos) - (Y * sin), Y = (X * sin) + (Y * cos) };
    }
}
