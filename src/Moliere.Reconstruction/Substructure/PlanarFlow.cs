using Moliere.Data.Kinematics;

namespace Moliere.Reconstruction.Substructure;

/// <summary>
/// Whether a jet is a line or a disc: 4 det(I) / tr(I)² of I = sum p_k p_l / E with the two components across the
/// axis.
/// </summary>
/// <source>Almeida et al., arXiv:0807.0234, definition of planar flow.</source>
public static class PlanarFlow
{
    /// <summary>In [0, 1]: 0 for particles in a plane with the axis, 1 for an even disc; 0 without a spread.</summary>
    /// <param name="constituents">Momenta of the particles [GeV].</param>
    /// <param name="jet">Their sum, along the axis [GeV].</param>
    public static double Of(IReadOnlyList<FourVector> constituents, in FourVector jet)
    {
        double p = jet.P, pt = jet.Pt;
        if (!(p > 0))
        {
            return 0;
        }

        // Across the axis: around the beam, and towards it. Any direction does for a jet along the beam.
        (double cos, double sin) = pt > 0 ? (jet.Px / pt, jet.Py / pt) : (1, 0);
        double polarCos = jet.Pz / p, polarSin = pt / p, aa = 0, bb = 0, ab = 0;
        foreach (FourVector v in constituents)
        {
            double around = (cos * v.Py) - (sin * v.Px);
            double towards = (polarCos * ((cos * v.Px) + (sin * v.Py))) - (polarSin * v.Pz);
            double weight = v.E > 0 ? 1 / v.E : 0;
            aa += weight * around * around;
            bb += weight * towards * towards;
            ab += weight * around * towards;
        }

        double trace = aa + bb;
        return trace > 1e-12 * p ? Math.Max(0, 4 * ((aa * bb) - (ab * ab)) / (trace * trace)) : 0;
    }
}
