using Moliere.Data.Geometry;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Reconstruction.TopoClusters;

/// <summary>The sampling that holds most of the signal of a cluster: its place in depth, in one word.</summary>
/// <source>Physics notes section 1.7: the map of clusters in eta, phi and layer.</source>
public static class LeadingSampling
{
    /// <summary>The leading sampling of every cluster; of equals, the one nearest to the beam.</summary>
    /// <param name="clusters">Cluster table with its cells; cells with negative signal do not count.</param>
    /// <param name="geometry">The calorimeter the cell indices belong to.</param>
    /// <exception cref="InvalidDataException">A cell is not one of the calorimeter.</exception>
    public static CaloSampling[] Of(Table clusters, CaloGeometry geometry)
    {
        JaggedColumn<int> cells = clusters.Jagged<int>(ClusterColumns.CellIndex);
        JaggedColumn<float> signals = clusters.Jagged<float>(ClusterColumns.CellEnergy);
        var leading = new CaloSampling[clusters.RowCount];
        var sums = new double[Enum.GetValues<CaloSampling>().Length];
        for (int row = 0; row < leading.Length; row++)
        {
            Array.Clear(sums);
            int first = cells.Offsets[row], count = cells.Offsets[row + 1] - first;
            Add(sums, cells.Values.AsSpan(first, count), signals.Values.AsSpan(first, count), geometry);
            leading[row] = (CaloSampling)Array.IndexOf(sums, sums.Max());
        }

        return leading;
    }

    private static void Add(
        double[] sums, ReadOnlySpan<int> cells, ReadOnlySpan<float> signals, CaloGeometry geometry)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            if ((uint)cells[i] >= (uint)geometry.CellCount)
            {
                throw new InvalidDataException(
                    $"Cell {cells[i]} is not one of the {geometry.CellCount} cells of the calorimeter.");
            }

            sums[(int)geometry.Sampling[cells[i]]] += Math.Max(signals[i], 0);
        }
    }
}
