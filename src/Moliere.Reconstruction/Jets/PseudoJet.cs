using Moliere.Data.Kinematics;

namespace Moliere.Reconstruction.Jets;

/// <summary>A particle or an unfinished jet: its momentum and what its distances are computed from.</summary>
/// <param name="Momentum">Four-momentum [GeV].</param>
/// <param name="Rapidity">Rapidity.</param>
/// <param name="Phi">Azimuth in (-pi, pi] [rad].</param>
/// <param name="Scale">Transverse momentum [GeV] to the power 2p of the algorithm.</param>
public readonly record struct PseudoJet(FourVector Momentum, double Rapidity, double Phi, double Scale)
{
    // Number of the step that made it; meaningless for an input.
    internal int Step { get; init; }

    /// <summary>Squared distance in rapidity and azimuth, not negative.</summary>
    /// <param name="other">Any other one.</param>
    public double DistanceSquared(in PseudoJet other)
    {
        double dy = Rapidity - other.Rapidity, dphi = Math.Abs(Phi - other.Phi);
        dphi = dphi > Math.PI ? (2 * Math.PI) - dphi : dphi;
        return (dy * dy) + (dphi * dphi);
    }

    internal static PseudoJet Of(in FourVector momentum, JetDefinition definition)
    {
        double pt2 = (momentum.Px * momentum.Px) + (momentum.Py * momentum.Py);
        return new(momentum, momentum.Rapidity, momentum.Phi, definition.ScaleOf(pt2));
    }
}
