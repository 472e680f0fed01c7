using Moliere.Data.Kinematics;

namespace Moliere.Reconstruction.EventShapes;

/// <summary>
/// Moments of the directions of momenta: H_l = sum over i, j of |p_i| |p_j| P_l(cos theta_ij) / E², with Legendre
/// polynomials P_l.
/// </summary>
/// <source>Fox and Wolfram, Phys. Rev. Lett. 41 (1978) 1581, eq. 2.</source>
public static class FoxWolfram
{
    /// <summary>
    /// R2 = H2 / H0, in [0, 1]: 1 for two back-to-back momenta, 0 for an isotropic event; 0 without any momentum.
    /// </summary>
    /// <param name="momenta">Momenta in the frame in which the event is at rest [GeV]; energies do not count.</param>
    public static double SecondRatio(ReadOnlySpan<FourVector> momenta)
    {
        double zeroth = 0, second = 0;
        for (int i = 0; i < momenta.Length; i++)
        {
            FourVector a = momenta[i];
            double p = a.P, square = p * p;
            (zeroth, second) = (zeroth + square, second + square);
            for (int j = 0; j < i; j++)
            {
                FourVector b = momenta[j];
                double product = p * b.P, dot = (a.Px * b.Px) + (a.Py * b.Py) + (a.Pz * b.Pz);
                zeroth += 2 * product;
                second += product > 0 ? (3 * dot * dot / product) - product : 0; // twice P2
            }
        }

        return zeroth > 0 ? Math.Max(0, second / zeroth) : 0;
    }
}
