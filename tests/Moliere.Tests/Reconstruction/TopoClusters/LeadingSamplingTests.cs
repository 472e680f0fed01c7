using Moliere.Data.Geometry;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Reconstruction.TopoClusters;
using Moliere.Simulation.Detector.Description;

namespace Moliere.Tests.Reconstruction.TopoClusters;

public sealed class LeadingSamplingTests
{
    private static readonly CaloGeometry Geometry = DetectorDescription.Default.BuildGeometry();

    [Fact]
    public void MostSignal_DecidesAndNegativeCellsDoNotCount()
    {
        int strips = First(CaloSampling.Emb1), middle = First(CaloSampling.Emb2), gap = First(CaloSampling.TileGap);
        Table clusters = Of([[strips, middle], [gap, middle, gap + 1]], [[1f, 3f], [0.6f, 1f, 0.7f]]);
        Assert.Equal([CaloSampling.Emb2, CaloSampling.TileGap], LeadingSampling.Of(clusters, Geometry));
        Table negative = Of([[strips, middle, middle + 1]], [[1f, 3f, -2.9f]]);
        Assert.Equal([CaloSampling.Emb2], LeadingSampling.Of(negative, Geometry));
    }

    [Fact]
    public void EqualShares_GoToTheSamplingNearestToTheBeam()
    {
        Table clusters = Of([[First(CaloSampling.Emb2), First(CaloSampling.Emb1)]], [[1f, 1f]]);
        Assert.Equal([CaloSampling.Emb1], LeadingSampling.Of(clusters, Geometry));
    }

    [Fact]
    public void CellOfAnotherCalorimeter_IsRefused()
    {
        Table clusters = Of([[Geometry.CellCount]], [[1f]]);
        var error = Assert.Throws<InvalidDataException>(() => LeadingSampling.Of(clusters, Geometry));
        Assert.Contains($"Cell {Geometry.CellCount} is not one of the", error.Message, StringComparison.Ordinal);
    }

    private static int First(CaloSampling sampling) =>
        Geometry.Regions.First(region => region.Sampling == sampling).FirstCell;

    private static Table Of(int[][] cells, float[][] signals)
    {
        int[] offsets = [0, .. cells.Select((_, row) => cells.Take(row + 1).Sum(list => list.Length))];
        return new(
        [
            new JaggedColumn<int>(ClusterColumns.CellIndex, "", "", offsets, [.. cells.SelectMany(list => list)]),
            new JaggedColumn<float>(
                ClusterColumns.CellEnergy, "GeV", "", offsets, [.. signals.SelectMany(list => list)]),
        ]);
    }
}
