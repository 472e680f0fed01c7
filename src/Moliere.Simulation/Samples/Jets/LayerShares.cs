using Moliere.Data.Geometry;
using Moliere.Data.Objects;

namespace Moliere.Simulation.Samples.Jets;

/// <summary>
/// Shares of a jet's energy by layer, in the order of <see cref="JetColumns.LayerFractions"/>. The gap scintillators
/// belong to none of the layers: shares and theirs sum to 1. Noise can make a share slightly negative.
/// </summary>
/// <source>arXiv:2303.17312, table 1: fractions of the energy at constituent scale.</source>
internal static class LayerShares
{
    private const int None = -1;

    private static readonly int[] s_layerOf = [.. Enum.GetValues<CaloSampling>().Select(LayerOf)];

    /// <summary>The shares of a jet.</summary>
    /// <param name="clusters">Its clusters.</param>
    /// <param name="source">The event their cells belong to.</param>
    /// <returns>14 numbers; all 0 when the clusters have no energy together.</returns>
    public static double[] Of(IEnumerable<Cluster> clusters, CalorimeterEvent source)
    {
        var shares = new double[JetColumns.LayerFractions.Count];
        double total = 0;
        foreach (Cluster cluster in clusters)
        {
            total += cluster.Energy;
            for (int i = 0; i < cluster.Cells.Length; i++)
            {
                int cell = cluster.Cells[i], layer = s_layerOf[(int)source.Geometry.Sampling[cell]];
                if (layer != None)
                {
                    shares[layer] += cluster.Weights[i] * source.Energy[cell];
                }
            }
        }

        return total > 0 ? Array.ConvertAll(shares, share => share / total) : new double[shares.Length];
    }

    private static int LayerOf(CaloSampling sampling) => sampling switch
    {
        CaloSampling.PreSampler or CaloSampling.PreSamplerEnd => 0,
        CaloSampling.Emb1 or CaloSampling.Eme1 => 1,
        CaloSampling.Emb2 or CaloSampling.Eme2 => 2,
        CaloSampling.Emb3 or CaloSampling.Eme3 => 3,
        CaloSampling.TileA or CaloSampling.TileExtA => 4,
        CaloSampling.TileBC or CaloSampling.TileExtBC => 5,
        CaloSampling.TileD or CaloSampling.TileExtD => 6,
        CaloSampling.Hec1 => 7,
        CaloSampling.Hec2 => 8,
        CaloSampling.Hec3 => 9,
        CaloSampling.Hec4 => 10,
        CaloSampling.Fcal1 => 11,
        CaloSampling.Fcal2 => 12,
        CaloSampling.Fcal3 => 13,
        _ => None,
    };
}
