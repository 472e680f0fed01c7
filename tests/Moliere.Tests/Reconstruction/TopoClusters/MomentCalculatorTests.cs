using Moliere.Data.Geometry;
using Moliere.Data.Objects;
using Moliere.Reconstruction.TopoClusters;

namespace Moliere.Tests.Reconstruction.TopoClusters;

public sealed class MomentCalculatorTests
{
    // One cell per layer and quadrant, all centres at eta = 0: a tower of radii 1050, 1200, 1350, 1550, 1900 mm.
    private static readonly CaloGeometry Tower = new(
    [
        ToyCalorimeter.Barrel(CaloSampling.Emb1, 1, 4, 1000, 1100),
        ToyCalorimeter.Barrel(CaloSampling.Emb2, 1, 4, 1100, 1300),
        ToyCalorimeter.Barrel(CaloSampling.Emb3, 1, 4, 1300, 1400),
        ToyCalorimeter.Barrel(CaloSampling.TileA, 1, 4, 1400, 1700),
        ToyCalorimeter.Barrel(CaloSampling.TileBC, 1, 4, 1700, 2100),
    ]);

    [Fact]
    public void OneCell_HasFallbackAxisAndNoSpread()
    {
        CalorimeterEvent source = ToyCalorimeter.Event(Tower, (6, 2f));
        (source.Time[6], source.Deposit[6]) = (3, 1.5f);
        Cluster cluster = Measure(Tower, source, [6]);
        ClusterMoments m = cluster.Moments;
        Assert.Equal((2.0, 1.5), (cluster.Energy, cluster.Deposit));
        Assert.Equal(20, m.Significance, 5); // 2 GeV over 0.1 GeV of noise
        Assert.Equal((3.0, 0.0), (m.Time, m.TimeVariance));
        Assert.Equal(1200, m.CenterMagnitude, 3);
        Assert.Equal(200, m.CenterLambda, 3); // 1200 - 1000, radially
        Assert.Equal((1.0, 1.0, 0.0, 0.0), (m.EmFraction, m.PtD, m.Longitudinal, m.Lateral));
        Assert.Equal(0, m.SecondLambda);
        // Volume of a quarter shell: pi/2 (1300³ - 1100³)/3 x 2 sinh(0.05) = 0.5236 x 8.66e8 x 0.1000417 = 4.5363e7
        // mm³.
        Assert.Equal(2 / 4.5363e7, m.FirstEnergyDensity, 2e-12);
        Assert.Equal(Math.PI / 4, cluster.Momentum.Phi, 6);
        Assert.Equal(0, cluster.Momentum.Mass, 6);
    }

    [Fact]
    public void TwoCells_WeighTimeAndCentre()
    {
        CalorimeterEvent source = ToyCalorimeter.Event(Tower, (2, 3f), (6, 4f));
        (source.Time[2], source.Time[6]) = (1, 2);
        ClusterMoments m = Measure(Tower, source, [2, 6]).Moments;
        Assert.Equal(1.64, m.Time, 6); // (9 x 1 + 16 x 2) / 25
        Assert.Equal(0.2304, m.TimeVariance, 6); // (9 x 0.64² + 16 x 0.36²) / 25
        Assert.Equal(((3 * 1050) + (4 * 1200)) / 7.0, m.CenterMagnitude, 3);
        Assert.Equal((0.0, 0.0), (m.Longitudinal, m.Lateral)); // nothing beyond the two leading cells
        Assert.Equal(5.0 / 7, m.PtD, 6); // sqrt(9 + 16) / 7
        Assert.Equal(7 / Math.Sqrt(0.02), m.Significance, 4);
    }

    [Fact]
    public void FiveCellsInDepth_GiveTheLongitudinalMoment()
    {
        // Energies 4, 10, 3, 2, 1: centre at (4200 + 12000 + 4050 + 3100 + 1900) / 20 = 1262.5 mm,
        // lambda = -212.5, -62.5, 87.5, 287.5, 637.5 mm.
        CalorimeterEvent source = ToyCalorimeter.Event(Tower, (2, 4f), (6, 10f), (10, 3f), (14, 2f), (18, 1f));
        ClusterMoments m = Measure(Tower, source, [2, 6, 10, 14, 18]).Moments;
        // C = 10 x 100² + 4 x 212.5² = 280625; L = 3 x 87.5² + 2 x 287.5² + 637.5² = 594687.5.
        Assert.Equal(594687.5 / 875312.5, m.Longitudinal, 5);
        // (4 x 212.5² + 10 x 62.5² + 3 x 87.5² + 2 x 287.5² + 637.5²) / 20
        Assert.Equal(814375.0 / 20, m.SecondLambda, 1);
        Assert.Equal(0, m.Lateral, 6);
        Assert.Equal(262.5, m.CenterLambda, 3);
        Assert.Equal(17.0 / 20, m.EmFraction, 6);
        Assert.Equal(Math.Sqrt(130) / 20, m.PtD, 6); // 16 + 100 + 9 + 4 + 1
    }

    [Fact]
    public void FiveCellsAcross_GiveTheLateralMoment()
    {
        // Cross in one layer at r = 1000 mm: 10 GeV in the middle, 2 + 2 along eta at z = +-1000 sinh(0.1) =
        // 100.1668 mm,
        // 1 + 1 along phi at +-1000 sin(2 pi / 64) = 98.0171 mm from the axis, which is radial by symmetry.
        CaloGeometry layer = ToyCalorimeter.OneLayer();
        CalorimeterEvent source =
            ToyCalorimeter.Event(layer, (84, 10f), (20, 2f), (148, 2f), (83, 1f), (85, 1f));
        ClusterMoments m = Measure(layer, source, [20, 83, 84, 85, 148]).Moments;
        // C = 10 x 40² + 2 x 100.1668² = 36066.8; L = 2 x 100.1668² + 2 x 98.0171² = 39281.5.
        Assert.Equal(39281.5 / (39281.5 + 36066.8), m.Lateral, 5);
        // Centre: (14 x 1000 + 2 x 1000 cos(2 pi / 64)) / 16 = 999.398 mm, front face at 900 mm.
        Assert.Equal(99.398, m.CenterLambda, 3);
        Assert.Equal(1, m.EmFraction, 6);
    }

    [Fact]
    public void NegativeCell_CountsInEnergyAndNoiseOnly()
    {
        ClusterMoments m = Measure(Tower, ToyCalorimeter.Event(Tower, (2, -1f), (6, 4f)), [2, 6]).Moments;
        Assert.Equal(3 / Math.Sqrt(0.02), m.Significance, 4);
        Assert.Equal((1.0, 1.0), (m.PtD, m.EmFraction));
        Assert.Equal(1200, m.CenterMagnitude, 3);
    }

    [Fact]
    public void SharedCell_EntersWithItsWeight()
    {
        CalorimeterEvent source = ToyCalorimeter.Event(Tower, (2, 4f), (6, 4f));
        source.Deposit[6] = 2;
        Cluster cluster = Measure(Tower, source, [2, 6], [1f, 0.25f], []);
        Assert.Equal((5.0, 0.5), (cluster.Energy, cluster.Deposit));
        Assert.Equal((1050 + (0.25 * 1200)) / 1.25, cluster.Moments.CenterMagnitude, 3);
    }

    [Fact]
    public void TimeBelowTwoSigma_IsNotUsed()
    {
        CalorimeterEvent source = ToyCalorimeter.Event(Tower, (2, 4f), (6, 0.19f));
        (source.Time[2], source.Time[6]) = (1, 0);
        ClusterMoments m = Measure(Tower, source, [2, 6]).Moments;
        Assert.Equal((1.0, 0.0), (m.Time, m.TimeVariance));
    }

    [Fact]
    public void Isolation_IsTheFreeShareOfThePerimeter()
    {
        // One cell in the middle row has eight neighbours; two of them belong to another cluster.
        CaloGeometry layer = ToyCalorimeter.OneLayer();
        CalorimeterEvent source = ToyCalorimeter.Event(layer, (84, 1f));
        Assert.Equal(0.75, Measure(layer, source, [84], [1f], [84, 85, 20]).Moments.Isolation, 6);
        Assert.Equal(1, Measure(layer, source, [84], [1f], [84]).Moments.Isolation, 6);
    }

    [Fact]
    public void Isolation_WeighsLayersWithTheirEnergy()
    {
        // Emb2 (3 GeV): two in-layer neighbours of four quadrants, one taken: 1/2. Emb1 (1 GeV): both free: 1.
        CalorimeterEvent source = ToyCalorimeter.Event(Tower, (2, 1f), (6, 3f));
        ClusterMoments m = Measure(Tower, source, [2, 6], [1f, 1f], [2, 6, 7]).Moments;
        Assert.Equal(((1 * 1) + (3 * 0.5)) / 4, m.Isolation, 6);
    }

    private static Cluster Measure(CaloGeometry geometry, CalorimeterEvent source, int[] cells) =>
        Measure(geometry, source, cells, [.. cells.Select(_ => 1f)], cells);

    private static Cluster Measure(
        CaloGeometry geometry, CalorimeterEvent source, int[] cells, float[] weights, int[] clustered)
    {
        var calculator = new MomentCalculator(
            geometry, new CellNeighbours(geometry), ToyCalorimeter.Noise(geometry));
        Cluster cluster = calculator.Measure(cells, weights, source);
        return cluster with { Moments = calculator.MomentsOf(cluster, source, Clustered(geometry, clustered)) };
    }

    private static int[] Clustered(CaloGeometry geometry, int[] cells) =>
        [.. Enumerable.Range(0, geometry.CellCount).Select(cell => cells.Contains(cell) ? 0 : -1)];
}
