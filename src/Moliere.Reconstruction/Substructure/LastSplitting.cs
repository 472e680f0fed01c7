using Moliere.Reconstruction.Jets;

namespace Moliere.Reconstruction.Substructure;

/// <summary>
/// The last merging of the kt history of a jet, which the two prongs of a heavy particle are. Branches that are too far
/// apart to be merged at all count as merged last.
/// </summary>
/// <source>
/// Catani, Dokshitzer, Seymour, Webber, Nucl. Phys. B 406 (1993) 187; d12 and z_cut: Thaler and Wang, arXiv:0806.0023,
/// section 3.2.
/// </source>
/// <param name="Hard">Node of the branch of larger transverse momentum.</param>
/// <param name="Soft">Node of the other one; -1 for a jet of one particle.</param>
internal readonly record struct LastSplitting(int Hard, int Soft)
{
    /// <summary>Whether there are two branches.</summary>
    public bool IsSplit => Soft >= 0;

    /// <summary>The two branches of a history of at least one input.</summary>
    public static LastSplitting Of(MergeTree tree)
    {
        IReadOnlyList<int> roots = tree.Roots();
        if (roots.Count > 1)
        {
            return new(roots[0], roots[1]);
        }

        return tree.ParentsOf(roots[0]) is { } parents ? new(parents.Hard, parents.Soft) : new(roots[0], -1);
    }

    /// <summary>Distance of the branches in rapidity and azimuth; 0 for one particle.</summary>
    public double DistanceIn(MergeTree tree) =>
        IsSplit ? Math.Sqrt(tree.Nodes[Hard].DistanceSquared(tree.Nodes[Soft])) : 0;

    /// <summary>sqrt(d12) = min(pT1, pT2) dR12 [GeV]; 0 for one particle.</summary>
    public double ScaleIn(MergeTree tree) => IsSplit ? tree.Nodes[Soft].Momentum.Pt * DistanceIn(tree) : 0;
}
