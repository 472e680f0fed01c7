using Moliere.Data.Kinematics;

namespace Moliere.Reconstruction.EventShapes;

/// <summary>
/// How momenta fill the directions of space: the eigenvalues of S = sum p_a p_b / sum |p|², which sum to 1.
/// </summary>
/// <source>
/// Bjorken and Brodsky, Phys. Rev. D 1 (1970) 1416; eigenvalues in closed form: Smith, Comm. ACM 4 (1961) 168.
/// </source>
/// <param name="Largest">In [1/3, 1]; 1 for momenta along one line, 0 without any momentum.</param>
/// <param name="Middle">In [0, 1/2].</param>
/// <param name="Smallest">In [0, 1/3]; 0 for momenta in a plane.</param>
public readonly record struct Sphericity(double Largest, double Middle, double Smallest)
{
    /// <summary>3/2 of the two smaller ones together: 1 for an isotropic event, 0 for momenta along one line.</summary>
    public double Value => 1.5 * (Middle + Smallest);

    /// <summary>3/2 of the smallest, in [0, 1/2]: 0 for momenta in a plane.</summary>
    public double Aplanarity => 1.5 * Smallest;

    /// <summary>The eigenvalues of a set of momenta.</summary>
    /// <param name="momenta">Momenta in the frame in which the event is at rest [GeV]; energies do not count.</param>
    public static Sphericity Of(ReadOnlySpan<FourVector> momenta)
    {
        double xx = 0, yy = 0, zz = 0, xy = 0, xz = 0, yz = 0;
        foreach (FourVector p in momenta)
        {
            (xx, yy, zz) = (xx + (p.Px * p.Px), yy + (p.Py * p.Py), zz + (p.Pz * p.Pz));
            (xy, xz, yz) = (xy + (p.Px * p.Py), xz + (p.Px * p.Pz), yz + (p.Py * p.Pz));
        }

        double sum = xx + yy + zz;
        return sum > 0 ? Eigenvalues(xx / sum, yy / sum, zz / sum, xy / sum, xz / sum, yz / sum) : default;
    }

    // Of a matrix of trace 1, through the angle whose cosine is half the determinant of the scaled deviator.
    private static Sphericity Eigenvalues(double xx, double yy, double zz, double xy, double xz, double yz)
    {
        const double mean = 1.0 / 3;
        double off = (xy * xy) + (xz * xz) + (yz * yz);
        (double a, double b, double c) = (xx - mean, yy - mean, zz - mean);
        double p = Math.Sqrt(((a * a) + (b * b) + (c * c) + (2 * off)) / 6);
        if (p < 1e-12)
        {
            return new(mean, mean, mean);
        }

        double determinant =
            (a * ((b * c) - (yz * yz))) - (xy * ((xy * c) - (yz * xz))) + (xz * ((xy * yz) - (b * xz)));
        double angle = Math.Acos(Math.Clamp(determinant / (2 * p * p * p), -1, 1)) / 3;
        double largest = mean + (2 * p * Math.Cos(angle));
        double smallest = Math.Max(0, mean + (2 * p * Math.Cos(angle + (2 * Math.PI / 3))));
        return new(largest, Math.Max(0, 1 - largest - smallest), smallest);
    }
}
