using Moliere.Data.Geometry;
using Moliere.Data.Objects;
using Moliere.Reconstruction.TopoClusters;
using Moliere.Simulation.Detector.Description;

namespace Moliere.Tests.Reconstruction.TopoClusters;

public sealed class TopoClusterFinderTests
{
    private static readonly CaloGeometry Full = DetectorDescription.Default.BuildGeometry();
    private static readonly CellNeighbours Neighbours = new(Full);
    private static readonly float[] Noise = ToyCalorimeter.Noise(Full);

    [Fact]
    public void NoSignal_GivesNoCluster() => Assert.Empty(Finder().Find(new CalorimeterEvent(Full)));

    [Fact]
    public void PureNoise_GivesTheGaussianSeedRate()
    {
        const int events = 40;
        TopoClusterFinder finder = Finder(new TopoClusterOptions { KeepNegative = true });
        int seeds = 0, clusters = 0, positive = 0;
        for (ulong number = 0; number < events; number++)
        {
            IReadOnlyList<Cluster> found = finder.Find(ToyCalorimeter.NoiseEvent(Full, Noise, 1, number));
            seeds += finder.Grower.SeedCount;
            clusters += finder.Grower.Count;
            positive += found.Count(cluster => cluster.Energy > 0);
        }

        double expected = 6.334e-5 * Full.CellCount * events; // two-sided Gaussian tail beyond 4 sigma
        Assert.True(expected > 200);
        Assert.InRange(seeds, expected - (4 * Math.Sqrt(expected)), expected + (4 * Math.Sqrt(expected)));
        Assert.InRange(clusters, 0.85 * seeds, seeds); // a few seeds meet through cells above 2 sigma
        double half = 0.5 * clusters, spread = 2 * Math.Sqrt(clusters); // 4 sigma of a fair coin
        Assert.InRange(positive, half - spread, half + spread);
    }

    [Fact]
    public void Clusters_FallInEnergyAndConserveIt()
    {
        CalorimeterEvent source = BusyEvent(3);
        TopoClusterFinder finder = Finder(new TopoClusterOptions { KeepNegative = true });
        IReadOnlyList<Cluster> found = finder.Find(source);
        Assert.True(found.Count > 100);
        Assert.True(found.Zip(found.Skip(1)).All(pair => pair.First.Energy >= pair.Second.Energy));
        double clustered = source.Energy.Where((_, cell) => finder.Grower.ClusterOf[cell] >= 0).Sum(e => (double)e);
        Assert.Equal(clustered, found.Sum(cluster => cluster.Energy), 3);
    }

    [Fact]
    public void Moments_StayWithinTheirRanges()
    {
        foreach (ClusterMoments m in Finder().Find(BusyEvent(4)).Select(cluster => cluster.Moments))
        {
            Assert.InRange(m.EmFraction, 0, 1 + 1e-12);
            Assert.InRange(m.Longitudinal, 0, 1);
            Assert.InRange(m.Lateral, 0, 1);
            Assert.InRange(m.PtD, 1e-6, 1 + 1e-12);
            Assert.InRange(m.Isolation, 0, 1);
            Assert.InRange(m.CenterLambda, 0, 5000);
            Assert.InRange(m.CenterMagnitude, 1400, 7000);
            Assert.True(m.FirstEnergyDensity > 0 && m.Significance > 0 && m.TimeVariance >= 0);
        }
    }

    [Fact]
    public void UsedFinder_GivesTheSameAsAFreshOne()
    {
        TopoClusterFinder used = Finder();
        used.Find(BusyEvent(5));
        AssertSame(Finder().Find(BusyEvent(6)), used.Find(BusyEvent(6)));
    }

    [Fact]
    public void EventTurnedAboutTheBeam_GivesTheSameClusters()
    {
        // All grids have a multiple of 32 columns: a turn by 1/32 moves cells onto cells.
        CalorimeterEvent source = BusyEvent(7), turned = new(Full);
        foreach (CaloRegion region in Full.Regions)
        {
            for (int i = 0; i < region.CellCount; i++)
            {
                (int row, int column) = Math.DivRem(i, region.PhiBins);
                int to = (row * region.PhiBins) + ((column + (region.PhiBins / 32)) % region.PhiBins);
                turned.Energy[region.FirstCell + to] = source.Energy[region.FirstCell + i];
            }
        }

        IReadOnlyList<Cluster> a = Finder().Find(source), b = Finder().Find(turned);
        Assert.Equal(a.Count, b.Count);
        Assert.All(a.Zip(b), pair => Assert.Equal(pair.First.Energy, pair.Second.Energy, 1e-5));
        Assert.All(a.Zip(b), pair => Assert.Equal(pair.First.Moments.Lateral, pair.Second.Moments.Lateral, 3));
    }

    [Theory]
    [InlineData(0.2, 3.1)] // across the seam in azimuth
    [InlineData(-1.45, 0.4)] // where barrel and end-cap meet
    [InlineData(2.6, -2)]
    public void Windows_GiveTheClustersOfTheWholeEvent(double eta, double phi)
    {
        CellWindow[] windows = [new(eta, phi, 0.5), new(eta + 0.3, phi, 0.5), new(-eta, phi + 2, 0.3)];
        TopoClusterFinder whole = Finder(), part = Finder();
        int compared = 0;
        for (ulong number = 8; number < 12; number++)
        {
            CalorimeterEvent source = BusyEvent(number);
            source.Time.AsSpan().Fill(2);
            HashSet<int> wanted = ParentsIn(windows, source, whole);
            Cluster[] expected = [.. whole.Find(source).Where(c => wanted.Contains(whole.Grower.ClusterOf[c.Cells[0]]))
                .Select(cluster => cluster with { Moments = cluster.Moments with { Isolation = 0 } })];
            compared += expected.Length;
            AssertSame(expected, [.. part.FindWithin(source, windows).Select(one => part.WithShape(one, source))]);
            Assert.Empty(part.FindWithin(source, []));
        }

        Assert.True(compared > 8);
    }

    [Fact]
    public void NoiseOfZero_IsRefused()
    {
        float[] noise = [.. Noise];
        noise[17] = 0;
        var error = Assert.Throws<ArgumentException>(() => new TopoClusterFinder(Full, Neighbours, noise, new()));
        Assert.Contains("cell 17 is 0 GeV", error.Message);
    }

    [Fact]
    public void RisingThresholds_AreRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => Finder(new TopoClusterOptions { GrowthThreshold = 5 }));
        Assert.Contains("found 4, 5, 0", error.Message);
    }

    [Fact]
    public void EventOfAnotherCalorimeter_IsRefused() =>
        Assert.Throws<ArgumentException>(() => Finder().Find(new CalorimeterEvent(ToyCalorimeter.OneLayer())));

    private static TopoClusterFinder Finder(TopoClusterOptions? options = null) =>
        new(Full, Neighbours, Noise, options ?? new());

    private static CalorimeterEvent BusyEvent(ulong number)
    {
        CalorimeterEvent source = ToyCalorimeter.NoiseEvent(Full, Noise, 2, number);
        ToyCalorimeter.AddParticles(source, Neighbours, 600, number);
        return source;
    }

    // Clusters before splitting that have a seed in a window; their cells are those of the finder's last event.
    private static HashSet<int> ParentsIn(CellWindow[] windows, CalorimeterEvent source, TopoClusterFinder finder)
    {
        finder.Find(source);
        var runs = new List<(int First, int Length)>();
        Array.ForEach(windows, window => window.AddRuns(Full, runs));
        return
        [
            .. runs.SelectMany(run => Enumerable.Range(run.First, run.Length))
                .Where(cell => Math.Abs(source.Energy[cell]) * (1 / Noise[cell]) > 4f)
                .Select(cell => finder.Grower.ClusterOf[cell]),
        ];
    }

    private static void AssertSame(IReadOnlyList<Cluster> a, IReadOnlyList<Cluster> b)
    {
        Assert.Equal(a.Count, b.Count);
        for (int i = 0; i < a.Count; i++)
        {
            Assert.Equal(a[i].Cells, b[i].Cells);
            Assert.Equal(a[i].Weights, b[i].Weights);
            Assert.Equal((a[i].Energy, a[i].Momentum, a[i].Moments), (b[i].Energy, b[i].Momentum, b[i].Moments));
        }
    }
}
