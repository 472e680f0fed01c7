using Moliere.Data.Geometry;

namespace Moliere.Reconstruction.TopoClusters;

/// <summary>
/// A point or direction in space in double precision [mm]; sums over cells lose too much in single precision.
/// </summary>
internal readonly record struct Vector(double X, double Y, double Z)
{
    public double Length => Math.Sqrt(Dot(this));

    public static Vector OfCell(CaloGeometry geometry, int cell) =>
        new(geometry.X[cell], geometry.Y[cell], geometry.Z[cell]);

    public static Vector operator +(Vector a, Vector b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    public static Vector operator -(Vector a, Vector b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    public static Vector operator *(double factor, Vector v) => new(factor * v.X, factor * v.Y, factor * v.Z);

    public double Dot(Vector other) => (X * other.X) + (Y * other.Y) + (Z * other.Z);

    /// <summary>The unit vector of the same direction; the zero vector stays zero.</summary>
    public Vector ToUnit()
    {
        double length = Length;
        return length > 0 ? (1 / length) * this : this;
    }
}
