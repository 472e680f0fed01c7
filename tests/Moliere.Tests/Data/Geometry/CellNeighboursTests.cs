using Moliere.Data.Geometry;
using Moliere.Data.Kinematics;
using Moliere.Simulation.Detector.Description;
using Moliere.Tests.Reconstruction.TopoClusters;

namespace Moliere.Tests.Data.Geometry;

public sealed class CellNeighboursTests
{
    private static readonly CaloGeometry Full = DetectorDescription.Default.BuildGeometry();
    private static readonly CellNeighbours FullNeighbours = new(Full);

    [Fact]
    public void FullCalorimeter_RelationIsSymmetricAscendingAndNeverSelf()
    {
        for (int cell = 0; cell < Full.CellCount; cell++)
        {
            int previous = -1;
            foreach (int other in FullNeighbours.Of(cell))
            {
                Assert.True(other > previous && other != cell);
                Assert.True(FullNeighbours.Of(other).BinarySearch(cell) >= 0, $"{cell} -> {other} has no way back");
                previous = other;
            }
        }
    }

    [Fact]
    public void CellAtPhiSeam_HasEightNeighboursAroundIt()
    {
        CaloGeometry one = new([ToyCalorimeter.Barrel(CaloSampling.Emb2, 5, 64, 1000, 1100)]);
        var neighbours = new CellNeighbours(one);
        Assert.Equal([64, 65, 127, 129, 191, 192, 193, 255], neighbours.Of(128).ToArray());
    }

    [Fact]
    public void CellAtEtaEdge_HasFive()
    {
        CaloGeometry one = new([ToyCalorimeter.Barrel(CaloSampling.Emb2, 5, 64, 1000, 1100)]);
        Assert.Equal([9, 11, 73, 74, 75], new CellNeighbours(one).Of(10).ToArray());
    }

    [Fact]
    public void GridOfTwoPhiColumns_ListsEachNeighbourOnce()
    {
        CaloGeometry one = new([ToyCalorimeter.Barrel(CaloSampling.Emb2, 3, 2, 1000, 1100)]);
        Assert.Equal([0, 1, 3, 4, 5], new CellNeighbours(one).Of(2).ToArray());
    }

    [Fact]
    public void PresamplerCell_SeesOnlyTheStripsBehindIt()
    {
        int cell = RegionOf(CaloSampling.PreSampler).CellAt(0.3, 1.0);
        ReadOnlySpan<int> found = FullNeighbours.Of(cell);
        Assert.InRange(found.Length, 7, 10); // 0.025 / 0.00325 = 7.7 strips in eta, one in phi
        foreach (int other in found)
        {
            Assert.Equal(CaloSampling.Emb1, Full.Sampling[other]);
        }
    }

    [Fact]
    public void MiddleCell_SeesStripsInFrontAndBackBehind()
    {
        int cell = RegionOf(CaloSampling.Emb2).CellAt(0.3, 1.0);
        CaloSampling[] found = [.. FullNeighbours.Of(cell).ToArray().Select(other => Full.Sampling[other])];
        Assert.Equal(8, found.Count(s => s == CaloSampling.Emb2));
        Assert.Equal(1, found.Count(s => s == CaloSampling.Emb3)); // one 0.05 wide cell covers it
        Assert.InRange(found.Count(s => s == CaloSampling.Emb1), 8, 10);
        Assert.DoesNotContain(CaloSampling.TileA, found);
    }

    [Theory]
    [InlineData(CaloSampling.Emb2, CaloSampling.Eme2, 1.39)]
    [InlineData(CaloSampling.TileA, CaloSampling.TileExtA, 0.99)]
    [InlineData(CaloSampling.TileExtA, CaloSampling.Hec1, 1.49)]
    [InlineData(CaloSampling.PreSamplerEnd, CaloSampling.Eme1, 1.6)]
    [InlineData(CaloSampling.Eme1, CaloSampling.Eme1, 1.799)]
    [InlineData(CaloSampling.Hec2, CaloSampling.Fcal1, 3.19)]
    [InlineData(CaloSampling.Fcal1, CaloSampling.Fcal2, 4)]
    [InlineData(CaloSampling.Emb3, CaloSampling.TileA, 0.1)]
    [InlineData(CaloSampling.Eme3, CaloSampling.Hec1, 1.65)]
    [InlineData(CaloSampling.TileGap, CaloSampling.TileExtA, 1.25)]
    public void Boundary_IsCrossedOnBothSides(CaloSampling from, CaloSampling to, double eta)
    {
        foreach (double side in new[] { -1.0, 1.0 })
        {
            int cell = Full.Regions.Where(region => region.Sampling == from)
                .Select(region => region.CellAt(side * eta, 0.01)).First(found => found >= 0);
            Assert.Contains(to, FullNeighbours.Of(cell).ToArray().Select(other => Full.Sampling[other]));
        }
    }

    [Fact]
    public void NeighboursAcrossLayers_AreTheCellsThatShareArea()
    {
        CaloGeometry two = new(
        [
            ToyCalorimeter.Barrel(CaloSampling.Emb1, 31, 16, 1000, 1100),
            ToyCalorimeter.Barrel(CaloSampling.Emb2, 10, 64, 1100, 1300),
        ]);
        var neighbours = new CellNeighbours(two);
        CaloRegion strips = two.Regions[0], middle = two.Regions[1];
        for (int a = 0; a < strips.CellCount; a++)
        {
            int[] across = [.. neighbours.Of(a).ToArray().Where(b => b >= middle.FirstCell)];
            Assert.Equal(Enumerable.Range(middle.FirstCell, middle.CellCount).Where(b => ShareArea(two, a, b)), across);
        }
    }

    private static CaloRegion RegionOf(CaloSampling sampling) => Full.Regions.First(r => r.Sampling == sampling);

    private static bool ShareArea(CaloGeometry geometry, int a, int b)
    {
        CaloRegion ra = geometry.RegionOf(a), rb = geometry.RegionOf(b);
        double deta = Math.Abs(geometry.Eta[a] - geometry.Eta[b]);
        double dphi = Math.Abs(EtaPhi.DeltaPhi(geometry.Phi[a], geometry.Phi[b]));
        return deta < ((ra.EtaWidth + rb.EtaWidth) / 2) - 1e-6 && dphi < ((ra.PhiWidth + rb.PhiWidth) / 2) - 1e-6;
    }
}
