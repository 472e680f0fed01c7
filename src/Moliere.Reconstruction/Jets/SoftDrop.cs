using System.ComponentModel.DataAnnotations;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;

namespace Moliere.Reconstruction.Jets;

/// <summary>Where soft drop stops.</summary>
public sealed record SoftDropOptions
{
    /// <summary>Smallest share of the softer branch, z_cut.</summary>
    [Range(0, 0.5)]
    public double Cut { get; init; } = 0.1;

    /// <summary>Power of the angle, beta; 0 is the modified mass drop, larger values spare small angles.</summary>
    [Range(-2, 10)]
    public double Beta { get; init; }

    /// <summary>Angle R0 in the condition [rad], usually the radius of the jet.</summary>
    [Range(0.1, 1.5)]
    public double Radius { get; init; } = 0.4;
}

/// <summary>A groomed jet and the splitting at which grooming stopped.</summary>
/// <param name="Jet">What is left; constituents index the inputs of the jet.</param>
/// <param name="Fraction">z_g = min(pt1, pt2) / (pt1 + pt2), in [0, 0.5]; 0 if one particle was left.</param>
/// <param name="Distance">r_g, distance of the branches in rapidity and azimuth; 0 if one particle was left.</param>
public readonly record struct SoftDroppedJet(Jet Jet, double Fraction, double Distance);

/// <summary>
/// Undoes the Cambridge/Aachen history of a jet and drops the softer branch until
/// min(pt1, pt2) / (pt1 + pt2) > z_cut (dR / R0)^beta.
/// </summary>
/// <source>Larkoski, Marzani, Soyez, Thaler, arXiv:1402.2657, eq. 1.1.</source>
public sealed class SoftDrop(SoftDropOptions options)
{
    // Wide enough to gather every constituent of a jet of any allowed radius into one.
    private readonly JetFinder _finder = new(new(JetAlgorithm.CambridgeAachen, Math.PI / 2));

    /// <summary>Grooms one jet; a single particle passes as it is.</summary>
    /// <param name="jet">A jet with at least one constituent.</param>
    /// <param name="inputs">The inputs of the jet finder [GeV].</param>
    public SoftDroppedJet Apply(Jet jet, IReadOnlyList<FourVector> inputs)
    {
        FourVector[] constituents = [.. jet.Constituents.Select(index => inputs[index])];
        MergeTree tree = _finder.Cluster(constituents);
        int node = tree.Roots()[0];
        while (tree.ParentsOf(node) is (int hard, int soft))
        {
            PseudoJet first = tree.Nodes[hard], second = tree.Nodes[soft];
            double pt = second.Momentum.Pt, share = pt / (pt + first.Momentum.Pt);
            double distance = Math.Sqrt(first.DistanceSquared(second));
            if (share > options.Cut * Math.Pow(distance / options.Radius, options.Beta))
            {
                return new(Among(tree.JetOf(node), jet), share, distance);
            }

            node = hard;
        }

        return new(Among(tree.JetOf(node), jet), 0, 0);
    }

    private static Jet Among(Jet groomed, Jet whole) =>
        new(groomed.Momentum, [.. groomed.Constituents.Select(index => whole.Constituents[index])]);
}
