using Moliere.Data.Geometry;
using Moliere.Data.Objects;
using Moliere.Reconstruction.TopoClusters;

namespace Moliere.Tests.Reconstruction.TopoClusters;

public sealed class ClusterSplitterTests
{
    private static readonly CaloGeometry Layer = ToyCalorimeter.OneLayer();

    [Fact]
    public void TwoMaximaAtEqualPace_ShareTheColumnBetweenThem()
    {
        // Peaks at columns 10 (2 GeV) and 14 (1 GeV) of row 1, all other cells of columns 8-16 carry 0.25 GeV.
        IReadOnlyList<Cluster> parts = Find(Layer, Ridge(2f, 1f));
        Assert.Equal(2, parts.Count);
        int[] shared = [.. parts[0].Cells.Intersect(parts[1].Cells)];
        Assert.Equal([12, 76, 140], shared);
        Assert.Equal(27, parts[0].Cells.Union(parts[1].Cells).Count());
    }

    [Fact]
    public void SharedCells_AreDividedByEnergyAndDistance()
    {
        // Own cells of the first part: columns 8-11, 2 + 11 x 0.25 = 4.75 GeV; of the second: 13-16, 1 + 11 x 0.25 =
        // 3.75 GeV.
        // Centres of gravity: columns (2 x 10 + 0.25 x (3 x 38 - 10)) / 4.75 and (14 + 0.25 x (3 x 58 - 14)) / 3.75,
        // that is
        // 46 / 4.75 = 9.6842 and 54 / 3.75 = 14.4; distances from column 12 are 2.3158 and 2.4 columns. A column
        // spans about
        // 2 pi 1000 / 64 = 98.17 mm, so d1 - d2 = -0.0842 x 98.17 / 50 = -0.165 up to the curvature of the layer.
        IReadOnlyList<Cluster> parts = Find(Layer, Ridge(2f, 1f));
        float w1 = parts[0].Weights[Array.IndexOf(parts[0].Cells, 76)];
        float w2 = parts[1].Weights[Array.IndexOf(parts[1].Cells, 76)];
        double r = Math.Exp(-0.165);
        Assert.Equal(4.75 / (4.75 + (r * 3.75)), w1, 0.003);
        Assert.Equal(1, w1 + w2, 6);
        Assert.Equal(9.25, parts.Sum(part => part.Energy), 5); // 3 + 25 x 0.25: nothing is lost or counted twice
    }

    [Fact]
    public void EqualMaxima_ShareInHalves()
    {
        IReadOnlyList<Cluster> parts = Find(Layer, Ridge(1f, 1f));
        Assert.Equal(0.5, parts[0].Weights[Array.IndexOf(parts[0].Cells, 76)], 6);
    }

    [Fact]
    public void MaximumBelowHalfAGeV_DoesNotSplit() => Assert.Single(Find(Layer, Ridge(1f, 0.49f)));

    [Fact]
    public void MaximumWithThreeNeighbours_DoesNotSplit()
    {
        // A bare line of cells: each has two neighbours in the cluster.
        Assert.Single(Find(Layer, [(74, 2f), (75, 0.3f), (76, 1f), (77, 0.3f)]));
    }

    [Fact]
    public void GapScintillatorMaximum_DoesNotSplit()
    {
        CaloGeometry gap = new([ToyCalorimeter.Barrel(CaloSampling.TileGap, 3, 64, 900, 1100)]);
        Assert.Single(Find(gap, Ridge(2f, 1f)));
    }

    [Fact]
    public void SecondaryMaximum_CountsOnlyAwayFromPrimaries()
    {
        CaloGeometry two = new(
        [
            ToyCalorimeter.Barrel(CaloSampling.Emb3, 3, 64, 1300, 1400),
            ToyCalorimeter.Barrel(CaloSampling.TileA, 3, 64, 1400, 1700),
        ]);
        (int, float)[] front = Ridge(2f, 0.25f);
        Assert.Single(Find(two, [.. front, .. Behind(Peak(10, 1f))]));
        Assert.Equal(2, Find(two, [.. front, .. Behind(Peak(14, 1f))]).Count);
    }

    [Fact]
    public void ThreeMaxima_EveryCellIsInAtMostTwoPartsAndWeightsSumToOne()
    {
        var neighbours = new CellNeighbours(Layer);
        (int, float)[] cells = [.. Ridge(2f, 1f).Where(s => s.Item1 is not 76), (76, 0.9f), .. Peak(20, 3f)];
        IReadOnlyList<Cluster> parts = Find(Layer, [.. cells, (81, 0.3f), (82, 0.3f)]);
        Assert.True(parts.Count >= 3);
        foreach (var cell in parts.SelectMany(p => p.Cells.Zip(p.Weights)).GroupBy(x => x.First))
        {
            Assert.InRange(cell.Count(), 1, 2);
            Assert.Equal(1, cell.Sum(x => x.Second), 5);
        }
    }

    private static IEnumerable<(int, float)> Behind(IEnumerable<(int Cell, float Energy)> signals) =>
        signals.Select(signal => (signal.Cell + 192, signal.Energy));

    private static IEnumerable<(int, float)> Peak(int column, float energy) =>
        from row in Enumerable.Range(0, 3)
        from c in Enumerable.Range(column - 1, 3)
        select ((64 * row) + c, row == 1 && c == column ? energy : 0.25f);

    private static (int, float)[] Ridge(float first, float second) =>
    [
        .. from row in Enumerable.Range(0, 3)
           from column in Enumerable.Range(8, 9)
           select ((64 * row) + column, (row, column) switch { (1, 10) => first, (1, 14) => second, _ => 0.25f }),
    ];

    private static IReadOnlyList<Cluster> Find(CaloGeometry geometry, (int, float)[] signals) =>
        new TopoClusterFinder(geometry, new CellNeighbours(geometry), ToyCalorimeter.Noise(geometry), new())
            .Find(ToyCalorimeter.Event(geometry, signals));
}
