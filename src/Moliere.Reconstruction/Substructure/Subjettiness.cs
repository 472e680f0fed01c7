using Moliere.Data.Kinematics;
using Moliere.Reconstruction.Jets;

namespace Moliere.Reconstruction.Substructure;

/// <summary>
/// How well one axis, and two axes, describe a jet: tau_N = sum of pT times the distance to the nearest of N axes, over
/// sum of pT times R0 = 1.
/// </summary>
/// <remarks>
/// The axes are those of the exclusive kt subjets with winner-takes-all recombination, without a minimisation
/// afterwards; the choice of ATLAS.
/// </remarks>
/// <source>
/// Thaler and Van Tilburg, arXiv:1011.2268, section 2; axes: Larkoski, Neill, Thaler, arXiv:1401.2158.
/// </source>
/// <param name="Tau1">Not negative; 0 for one particle.</param>
/// <param name="Tau2">Not negative, 0 for two particles.</param>
public readonly record struct Subjettiness(double Tau1, double Tau2)
{
    /// <summary>tau2 / tau1, in [0, 1] but for unlucky axes; 0 where tau1 is.</summary>
    public double Tau21 => Tau1 > 0 ? Tau2 / Tau1 : 0;

    /// <summary>Of a jet whose constituents were clustered to winner-takes-all axes.</summary>
    /// <param name="tree">The kt history of the constituents; at least one.</param>
    internal static Subjettiness Of(MergeTree tree)
    {
        ReadOnlySpan<PseudoJet> nodes = tree.Nodes;
        LastSplitting last = LastSplitting.Of(tree);
        if (!last.IsSplit)
        {
            return default;
        }

        // The axis of all particles together is that of the harder branch.
        PseudoJet first = nodes[last.Hard], second = nodes[last.Soft];
        double sum = 0, one = 0, two = 0;
        foreach (PseudoJet particle in nodes[..tree.InputCount])
        {
            double pt = particle.Momentum.Pt, near = particle.DistanceSquared(first);
            sum += pt;
            one += pt * Math.Sqrt(near);
            two += pt * Math.Sqrt(Math.Min(near, particle.DistanceSquared(second)));
        }

        return new(one / sum, two / sum);
    }
}
