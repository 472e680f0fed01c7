using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Reconstruction.TopoClusters;

namespace Moliere.Simulation.Samples.Jets;

/// <summary>
/// Points clusters back to the vertex of the hard collision instead of the centre of the detector: the energy stays,
/// the direction is that from the vertex to the cluster's centre.
/// </summary>
/// <source>ATLAS, arXiv:1703.09665, figure 1 and its section: origin correction.</source>
internal static class OriginCorrection
{
    /// <summary>The massless momentum of a cluster as seen from a vertex.</summary>
    /// <param name="cluster">A cluster with a cell of positive energy.</param>
    /// <param name="source">The event its cells belong to.</param>
    /// <param name="vertexZ">Position of the vertex along the beam [mm].</param>
    public static FourVector Apply(Cluster cluster, CalorimeterEvent source, double vertexZ) =>
        ClusterCentre.Of(cluster, source).SeenFrom(cluster.Energy, vertexZ);
}
