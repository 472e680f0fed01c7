using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Reconstruction.TopoClusters;

namespace Moliere.Reconstruction.Taus;

/// <summary>A jet of clusters that a candidate starts from: its clusters by part of the calorimeter.</summary>
internal sealed class TauSeed
{
    /// <summary>Gathers the clusters of a jet.</summary>
    /// <param name="around">What the detector saw.</param>
    /// <param name="clusters">Indices of the clusters of the jet, in a fixed order.</param>
    public TauSeed(TauSurroundings around, IEnumerable<int> clusters)
    {
        Surroundings = around;
        Parts = [.. clusters.Select(c => ClusterPart.Of(c, around.Clusters[c], around.Cells))];
        double energy = 0;
        foreach (ClusterPart part in Parts)
        {
            double factor = around.Scales[part.Cluster].Factor;
            Barycentre += factor * part.Centre;
            energy += factor * around.Clusters[part.Cluster].Energy;
        }

        Pt = Barycentre.SeenFrom(energy, 0).Pt;
    }

    /// <summary>Their transverse momentum at that scale, all in one direction [GeV].</summary>
    public double Pt { get; }

    /// <summary>What the detector saw.</summary>
    public TauSurroundings Surroundings { get; }

    /// <summary>The clusters.</summary>
    public ClusterPart[] Parts { get; }

    /// <summary>Where they lie, weighted with energy at the locally weighted scale.</summary>
    public ClusterCentre Barycentre { get; }
}
