using Moliere.Data.Geometry;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;

namespace Moliere.Reconstruction.TopoClusters;

/// <summary>
/// Where the signal of a cluster lies: sums over its cells of positive energy, from which its momentum as seen from any
/// vertex follows.
/// </summary>
/// <param name="X">Energy times position along x [GeV mm].</param>
/// <param name="Y">Energy times position along y [GeV mm].</param>
/// <param name="Z">Energy times position along the beam [GeV mm].</param>
/// <param name="Sum">Energy [GeV]; 0 for a cluster without a cell of positive energy, which has no centre.</param>
/// <source>ATLAS, arXiv:1703.09665, figure 1 and its section: origin correction.</source>
public readonly record struct ClusterCentre(double X, double Y, double Z, double Sum)
{
    /// <summary>The sums of one cluster.</summary>
    /// <param name="cluster">Cells and their weights.</param>
    /// <param name="source">The event its cells belong to.</param>
    public static ClusterCentre Of(Cluster cluster, CalorimeterEvent source)
    {
        CaloGeometry geometry = source.Geometry;
        double x = 0, y = 0, z = 0, sum = 0;
        for (int i = 0; i < cluster.Cells.Length; i++)
        {
            int cell = cluster.Cells[i];
            double energy = Math.Max(0, cluster.Weights[i] * source.Energy[cell]);
            x += energy * geometry.X[cell];
            y += energy * geometry.Y[cell];
            z += energy * geometry.Z[cell];
            sum += energy;
        }

        return new(x, y, z, sum);
    }

    /// <summary>The sums of two parts together.</summary>
    public static ClusterCentre operator +(in ClusterCentre a, in ClusterCentre b) =>
        new(a.X + b.X, a.Y + b.Y, a.Z + b.Z, a.Sum + b.Sum);

    /// <summary>The same place with another weight.</summary>
    public static ClusterCentre operator *(double factor, in ClusterCentre centre) =>
        new(factor * centre.X, factor * centre.Y, factor * centre.Z, factor * centre.Sum);

    /// <summary>
    /// The massless momentum of an energy in the direction from a vertex on the beam axis to the centre [GeV].
    /// </summary>
    /// <param name="energy">Energy of the momentum [GeV].</param>
    /// <param name="vertexZ">Position of the vertex along the beam [mm]; 0 is the centre of the detector.</param>
    public FourVector SeenFrom(double energy, double vertexZ)
    {
        double z = Z - (Sum * vertexZ), scale = energy / Math.Sqrt((X * X) + (Y * Y) + (z * z));
        return new(scale * X, scale * Y, scale * z, energy);
    }
}
