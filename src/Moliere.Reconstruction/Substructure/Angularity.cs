using Moliere.Data.Kinematics;

namespace Moliere.Reconstruction.Substructure;

/// <summary>
/// tau_a = 1/m sum E sin^a(theta) (1 - cos(theta))^(1-a) with angles to the axis of the jet, at a = -2: the a3 of
/// ATLAS. Two particles of equal energy make it least at a given mass.
/// </summary>
/// <source>Almeida et al., arXiv:0807.0234, definition of angularities; a = -2: ATLAS, arXiv:1206.5369.</source>
public static class Angularity
{
    /// <summary>Not negative; 0 for a jet without mass.</summary>
    /// <param name="constituents">Momenta of the particles [GeV].</param>
    /// <param name="jet">Their sum, along the axis [GeV].</param>
    public static double Of(IReadOnlyList<FourVector> constituents, in FourVector jet)
    {
        double mass = jet.Mass, p = jet.P, sum = 0;
        if (!(mass > 0 && p > 0))
        {
            return 0;
        }

        foreach (FourVector v in constituents)
        {
            double length = v.P;
            if (length > 0)
            {
                // sin^-2 (1 - cos)^3 = (1 - cos)² / (1 + cos); backward particles are not part of any jet.
                double cos = ((v.Px * jet.Px) + (v.Py * jet.Py) + (v.Pz * jet.Pz)) / (length * p);
                double away = 1 - Math.Clamp(cos, 0, 1);
                sum += v.E * away * away / (2 - away);
            }
        }

        return sum / mass;
    }
}
