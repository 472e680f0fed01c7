using Moliere.Data.Kinematics;

namespace Moliere.Reconstruction.EventShapes;

/// <summary>
/// Thrust of an event: the largest share of its momentum along one axis, 1 for two pencils and 1/2 for a sphere.
/// </summary>
/// <source>
/// Farhi, Phys. Rev. Lett. 39 (1977) 1587. The maximum lies where a plane through two of the momenta divides all
/// others (Yamamoto, Z. Phys. C 31 (1986) 597), so trying all pairs is exact.
/// </source>
public static class Thrust
{
    /// <summary>
    /// Thrust in [1/2, 1]; 1 for fewer than three particles. The time grows with the third power of their number.
    /// </summary>
    /// <param name="momenta">Momenta in the rest frame of the event [GeV]; energies do not matter.</param>
    public static double Of(IReadOnlyList<FourVector> momenta)
    {
        double total = momenta.Sum(p => p.P), best = 0;
        if (momenta.Count < 3 || !(total > 0))
        {
            return 1;
        }

        for (int i = 0; i < momenta.Count; i++)
        {
            for (int j = i + 1; j < momenta.Count; j++)
            {
                best = Math.Max(best, LargestSum(momenta, i, j));
            }
        }

        return best / total;
    }

    // The two momenta that span the plane may lie on either side of it.
    private static double LargestSum(IReadOnlyList<FourVector> momenta, int first, int second)
    {
        FourVector a = momenta[first], b = momenta[second];
        double nx = (a.Py * b.Pz) - (a.Pz * b.Py), ny = (a.Pz * b.Px) - (a.Px * b.Pz);
        double nz = (a.Px * b.Py) - (a.Py * b.Px), x = 0, y = 0, z = 0;
        for (int k = 0; k < momenta.Count; k++)
        {
            if (k != first && k != second)
            {
                FourVector p = momenta[k];
                double sign = (nx * p.Px) + (ny * p.Py) + (nz * p.Pz) > 0 ? 1 : -1;
                (x, y, z) = (x + (sign * p.Px), y + (sign * p.Py), z + (sign * p.Pz));
            }
        }

        double best = 0;
        for (int sides = 0; sides < 4; sides++)
        {
            double s = (sides & 1) == 0 ? 1 : -1, t = (sides & 2) == 0 ? 1 : -1;
            double sx = x + (s * a.Px) + (t * b.Px), sy = y + (s * a.Py) + (t * b.Py);
            double sz = z + (s * a.Pz) + (t * b.Pz);
            best = Math.Max(best, (sx * sx) + (sy * sy) + (sz * sz));
        }

        return Math.Sqrt(best);
    }
}
