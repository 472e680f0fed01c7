using Moliere.Data.Kinematics;

namespace Moliere.Reconstruction.Jets;

/// <summary>A particle or an unfinished jet: its momentum and what its distances are computed from.</summary>
internal readonly record struct PseudoJet(FourVector Momentum, double Rapidity, double Phi, double Scale)
{
    public static PseudoJet Of(FourVector momentum, JetDefinition definition)
    {
        double pt2 = (momentum.Px * momentum.Px) + (momentum.Py * momentum.Py);
        return new(momentum, momentum.Rapidity, momentum.Phi, definition.ScaleOf(pt2));
    }

    /// <summary>Squared distance in rapidity and azimuth.</summary>
    public double DistanceSquared(in PseudoJet other)
    {
        double dy = Rapidity - other.Rapidity, dphi = Math.Abs(Phi - other.Phi);
        dphi = dphi > Math.PI ? (2 * Math.PI) - dphi : dphi;
        return (dy * dy) + (dphi * dphi);
    }
}
