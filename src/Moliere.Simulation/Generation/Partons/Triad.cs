using Moliere.Data.Kinematics;

namespace Moliere.Simulation.Generation.Partons;

/// <summary>Three orthogonal unit vectors, the last along a given direction; the others are arbitrary.</summary>
internal readonly struct Triad
{
    private readonly double _x, _y, _z, _x1, _y1, _z1, _x2, _y2, _z2;

    /// <summary>Turns the third axis along a momentum; along z where the momentum vanishes.</summary>
    /// <param name="direction">Its momentum counts, its energy does not.</param>
    public Triad(in FourVector direction)
    {
        double p = direction.P;
        (_x, _y, _z) = p > 0 ? (direction.Px / p, direction.Py / p, direction.Pz / p) : (0, 0, 1);

        // Duff et al., J. Comput. Graph. Tech. 6 (2017) 1: a basis without branches and without a singular direction.
        double sign = Math.CopySign(1, _z), a = -1 / (sign + _z), b = _x * _y * a;
        (_x1, _y1, _z1) = (1 + (sign * _x * _x * a), sign * b, -sign * _x);
        (_x2, _y2, _z2) = (b, sign + (_y * _y * a), -_y);
    }

    /// <summary>The four-vector with given components along the axes.</summary>
    /// <param name="first">Along the first axis [GeV].</param>
    /// <param name="second">Along the second axis [GeV].</param>
    /// <param name="along">Along the direction [GeV].</param>
    /// <param name="energy">Energy [GeV].</param>
    public FourVector Place(double first, double second, double along, double energy) => new(
        (first * _x1) + (second * _x2) + (along * _x),
        (first * _y1) + (second * _y2) + (along * _y),
        (first * _z1) + (second * _z2) + (along * _z),
        energy);

    /// <summary>Components of a vector along the first two axes [GeV].</summary>
    /// <param name="v">Vector in the frame of the axes.</param>
    public (double First, double Second) Across(in FourVector v) => (
        (v.Px * _x1) + (v.Py * _y1) + (v.Pz * _z1),
        (v.Px * _x2) + (v.Py * _y2) + (v.Pz * _z2));

    /// <summary>Component of a vector along the direction [GeV].</summary>
    /// <param name="v">Vector in the frame of the axes.</param>
    public double Along(in FourVector v) => (v.Px * _x) + (v.Py * _y) + (v.Pz * _z);
}
