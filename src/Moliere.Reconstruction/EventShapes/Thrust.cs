using Moliere.Data.Kinematics;

namespace Moliere.Reconstruction.EventShapes;

/// <summary>How well the momenta of an event follow one axis: T = max over n of sum |p.n| / sum |p|.</summary>
/// <remarks>
/// Exact: the best axis is the sum of the momenta on one side of some plane less those on the other, and every division
/// is tried that a plane through two of the momenta makes. The time grows with the third power of their number.
/// </remarks>
/// <source>
/// Farhi, Phys. Rev. Lett. 39 (1977) 1587, for the definition; Brandt and Dahmen, Z. Phys. C 1 (1979) 61, for planes
/// through pairs.
/// </source>
/// <param name="Value">Thrust in [1/2, 1]; 1 for two back-to-back momenta, 0 without any momentum.</param>
/// <param name="Axis">Unit vector along the axis, energy 0; its sign has no meaning.</param>
public readonly record struct Thrust(double Value, FourVector Axis)
{
    /// <summary>Thrust of a set of momenta. No momentum at all gives a value of 0 and no axis.</summary>
    /// <param name="momenta">Momenta in the frame in which the event is at rest [GeV]; energies do not count.</param>
    public static Thrust Of(IReadOnlyList<FourVector> momenta)
    {
        double scale = momenta.Sum(p => p.P);
        FourVector best = default;
        for (int i = 0; i < momenta.Count; i++)
        {
            best = Larger(best, Side(momenta, momenta[i], momenta[i], momenta[i], i, i));
            for (int j = 0; j < i; j++)
            {
                best = Larger(best, BestOf(momenta, i, j));
            }
        }

        double length = best.P;
        return length > 0
            ? new Thrust(length / scale, new FourVector(best.Px / length, best.Py / length, best.Pz / length, 0))
            : default;
    }

    // The two momenta in the plane itself may belong to either side.
    private static FourVector BestOf(IReadOnlyList<FourVector> momenta, int i, int j)
    {
        FourVector p = momenta[i], q = momenta[j], normal = Cross(p, q);
        FourVector side = Side(momenta, normal, Cross(normal, p), p, i, j), sum = p + q, difference = p + (-1 * q);
        return Larger(
            Larger(side + sum, side + (-1 * sum)), Larger(side + difference, side + (-1 * difference)));
    }

    // Momenta in front of the plane less those behind; within it they are divided as by a plane turned a little.
    private static FourVector Side(
        IReadOnlyList<FourVector> momenta,
        in FourVector normal, in FourVector second, in FourVector third, int i, int j)
    {
        FourVector sum = default;
        for (int k = 0; k < momenta.Count; k++)
        {
            FourVector p = momenta[k];
            if ((k != i && k != j) || i == j)
            {
                int sign = Sign(p, normal);
                sign = sign != 0 ? sign : Sign(p, second);
                sum += (sign != 0 ? sign : Sign(p, third)) * p;
            }
        }

        return sum;
    }

    private const double Flat = 1e-12; // cosine below which a momentum lies within a plane

    private static int Sign(in FourVector p, in FourVector n)
    {
        double dot = (p.Px * n.Px) + (p.Py * n.Py) + (p.Pz * n.Pz);
        return Math.Abs(dot) <= Flat * p.P * n.P ? 0 : Math.Sign(dot);
    }

    private static FourVector Cross(in FourVector a, in FourVector b) => new(
        (a.Py * b.Pz) - (a.Pz * b.Py), (a.Pz * b.Px) - (a.Px * b.Pz), (a.Px * b.Py) - (a.Py * b.Px), 0);

    private static FourVector Larger(in FourVector a, in FourVector b) => b.P > a.P ? b : a;
}
