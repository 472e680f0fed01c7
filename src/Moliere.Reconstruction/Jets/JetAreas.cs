using Moliere.Data.Objects;
using Moliere.Numerics.Random;

namespace Moliere.Reconstruction.Jets;

/// <summary>The region of rapidity and azimuth from which jets take up soft particles.</summary>
/// <source>Active area, arXiv:0802.1188; use for pile-up: arXiv:0707.1378.</source>
public static class JetAreas
{
    /// <summary>
    /// Active areas of jets in rapidity times azimuth, near pi R² for hard anti-kt jets; a multiple of the area of one
    /// ghost, 0 for a jet outside the grid.
    /// </summary>
    /// <param name="tree">Clustering of the event.</param>
    /// <param name="jets">Jets of that clustering, all or some.</param>
    /// <param name="grid">Density and reach of the ghosts.</param>
    /// <param name="rng">Where the ghosts lie; keyed by the event.</param>
    public static double[] Of(MergeTree tree, IReadOnlyList<Jet> jets, GhostGrid grid, ref Rng rng)
    {
        var counts = new int[jets.Count];
        foreach (int jet in GhostAssociation.Of(tree, jets, grid.Directions(ref rng)))
        {
            if (jet >= 0)
            {
                counts[jet]++;
            }
        }

        return Array.ConvertAll(counts, count => count * grid.GhostArea);
    }
}
