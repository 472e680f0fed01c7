using Moliere.Data.Geometry;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Reconstruction.TopoClusters;

namespace Moliere.Reconstruction.Taus;

/// <summary>What one cluster of a seed has in the electromagnetic and in the hadronic calorimeter.</summary>
internal readonly record struct ClusterPart
{
    /// <summary>Index of the cluster in the surroundings.</summary>
    public required int Cluster { get; init; }

    /// <summary>The centre of all its cells.</summary>
    public required ClusterCentre Centre { get; init; }

    /// <summary>The centre of its cells in the electromagnetic calorimeter.</summary>
    public required ClusterCentre EmCentre { get; init; }

    /// <summary>Signal in the electromagnetic calorimeter, presamplers included [GeV]; may be negative.</summary>
    public required double Em { get; init; }

    /// <summary>Signal elsewhere [GeV]; may be negative.</summary>
    public required double Hadronic { get; init; }

    /// <summary>Share of the presamplers in the cells of positive energy, in [0, 1].</summary>
    public required double Presampler { get; init; }

    /// <summary>Sums over the cells of one cluster.</summary>
    /// <param name="index">Its index in the surroundings.</param>
    /// <param name="cluster">The cluster.</param>
    /// <param name="source">The event its cells belong to.</param>
    public static ClusterPart Of(int index, Cluster cluster, CalorimeterEvent source)
    {
        CaloGeometry geometry = source.Geometry;
        double em = 0, hadronic = 0, presampler = 0;
        ClusterCentre emCentre = default, elsewhere = default;
        for (int i = 0; i < cluster.Cells.Length; i++)
        {
            int cell = cluster.Cells[i];
            double energy = (double)cluster.Weights[i] * source.Energy[cell], positive = Math.Max(0, energy);
            CaloSampling sampling = geometry.Sampling[cell];
            var at = new ClusterCentre(
                positive * geometry.X[cell], positive * geometry.Y[cell], positive * geometry.Z[cell], positive);
            if (IsElectromagnetic(sampling))
            {
                em += energy;
                emCentre += at;
                presampler += sampling is CaloSampling.PreSampler or CaloSampling.PreSamplerEnd ? positive : 0;
            }
            else
            {
                hadronic += energy;
                elsewhere += at;
            }
        }

        ClusterCentre centre = emCentre + elsewhere;
        return new()
        {
            Cluster = index,
            Centre = centre,
            EmCentre = emCentre,
            Em = em,
            Hadronic = hadronic,
            Presampler = centre.Sum > 0 ? presampler / centre.Sum : 0,
        };
    }

    private static bool IsElectromagnetic(CaloSampling sampling) => sampling
        is <= CaloSampling.Eme3 or CaloSampling.PreSamplerEnd or CaloSampling.Fcal1;
}
