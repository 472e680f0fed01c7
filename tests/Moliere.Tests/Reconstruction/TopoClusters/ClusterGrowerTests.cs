using Moliere.Data.Geometry;
using Moliere.Data.Objects;
using Moliere.Reconstruction.TopoClusters;

namespace Moliere.Tests.Reconstruction.TopoClusters;

public sealed class ClusterGrowerTests
{
    [Fact]
    public void SeedGrowthAndBoundary_JoinInTheirRoles()
    {
        CaloGeometry geometry = ToyCalorimeter.OneLayer();
        // Row 1, noise 0.1: seed at column 10 (5 sigma), growth at 11 (3), boundary at 12 (1); 13 (1.9) is behind a
        // boundary cell.
        ClusterGrower grower = Grow(geometry, (74, 0.5f), (75, -0.3f), (76, 0.1f), (77, 0.19f));
        Assert.Equal(1, grower.Count);
        Assert.Equal([74, 75, 76], grower.CellsOf(0).ToArray());
    }

    [Fact]
    public void CellAtTheSeedThreshold_IsNoSeed()
    {
        CaloRegion region = ToyCalorimeter.Barrel(CaloSampling.Emb2, 1, 64, 900, 1100);
        CaloGeometry geometry = new([region with { ElectronicNoise = 0.25 }]);
        Assert.Equal(0, Grow(geometry, (10, 1f)).Count);
        Assert.Equal(1, Grow(geometry, (10, -1.0001f)).Count);
    }

    [Fact]
    public void TwoSeedsThatMeet_AreOneCluster()
    {
        CaloGeometry geometry = ToyCalorimeter.OneLayer();
        ClusterGrower grower = Grow(geometry, (74, 0.5f), (75, 0.3f), (76, 0.6f));
        Assert.Equal(1, grower.Count);
        Assert.Equal(2, grower.SeedCount);
    }

    [Fact]
    public void BoundaryCellBetweenTwoClusters_GoesToTheMoreSignificantNeighbour()
    {
        CaloGeometry geometry = ToyCalorimeter.OneLayer();
        ClusterGrower grower = Grow(geometry, (74, 0.5f), (75, 0.1f), (76, 0.6f));
        Assert.Equal([75, 76], grower.CellsOf(0).ToArray());
        Assert.Equal([74], grower.CellsOf(1).ToArray());
    }

    [Theory]
    [InlineData(0.6f, false)] // a seed, and stronger than the neighbour on our side
    [InlineData(0.45f, true)] // a seed, but weaker
    [InlineData(0.39f, true)] // no seed: no competitor at all
    public void ContestedBoundary_IsDecidedByWhatLiesOutside(float other, bool isOurs)
    {
        CaloGeometry geometry = ToyCalorimeter.OneLayer();
        var grower = new ClusterGrower(
            new CellNeighbours(geometry), ToyCalorimeter.Noise(geometry), new TopoClusterOptions());
        float[] energy = ToyCalorimeter.Event(geometry, (74, 0.5f), (75, 0.1f), (76, other)).Energy;
        grower.GrowWithin(energy, [(70, 5)]);
        Assert.Equal(1, grower.Count);
        Assert.Equal(isOurs ? [74, 75] : [74], grower.CellsOf(0).ToArray());
        Assert.All(grower.ClusterOf, cluster => Assert.True(cluster >= -1));
        grower.GrowWithin(energy, []);
        Assert.All(grower.ClusterOf, cluster => Assert.Equal(-1, cluster));
    }

    [Fact]
    public void RandomEvents_AgreeWithLabelPropagation()
    {
        CaloGeometry geometry = new(
        [
            ToyCalorimeter.Barrel(CaloSampling.Emb1, 40, 16, 1000, 1100),
            ToyCalorimeter.Barrel(CaloSampling.Emb2, 24, 64, 1100, 1300),
            ToyCalorimeter.Barrel(CaloSampling.Emb3, 12, 64, 1300, 1400),
        ]);
        var neighbours = new CellNeighbours(geometry);
        float[] noise = ToyCalorimeter.Noise(geometry);
        var grower = new ClusterGrower(neighbours, noise, new TopoClusterOptions());
        for (ulong number = 0; number < 20; number++)
        {
            CalorimeterEvent source = ToyCalorimeter.NoiseEvent(geometry, noise, 5, number);
            ToyCalorimeter.AddParticles(source, neighbours, 12, number);
            grower.Grow(source.Energy);
            AssertSameCells(ByPropagation(neighbours, source.Energy, noise), grower);
        }
    }

    private static ClusterGrower Grow(CaloGeometry geometry, params (int, float)[] signals)
    {
        var grower = new ClusterGrower(
            new CellNeighbours(geometry), ToyCalorimeter.Noise(geometry), new TopoClusterOptions());
        grower.Grow(ToyCalorimeter.Event(geometry, signals).Energy);
        return grower;
    }

    // The definition without a queue: the best seed's rank spreads through cells above 2 sigma until nothing changes.
    private static int[] ByPropagation(CellNeighbours neighbours, float[] energy, float[] noise)
    {
        float[] s = [.. energy.Select((e, i) => MathF.Abs(e) * (1 / noise[i]))];
        int[] seeds =
            [.. Enumerable.Range(0, s.Length).Where(c => s[c] > 4).OrderByDescending(c => s[c]).ThenBy(c => c)];
        int[] label = [.. Enumerable.Repeat(int.MaxValue, s.Length)];
        for (int rank = 0; rank < seeds.Length; rank++)
        {
            label[seeds[rank]] = rank;
        }

        for (bool isChanged = true; isChanged;)
        {
            isChanged = false;
            for (int c = 0; c < s.Length; c++)
            {
                foreach (int n in neighbours.Of(c))
                {
                    if (s[c] > 2 && s[n] > 2 && label[n] < label[c])
                    {
                        (label[c], isChanged) = (label[n], true);
                    }
                }
            }
        }

        return Attached(neighbours, s, label);
    }

    private static int[] Attached(CellNeighbours neighbours, float[] s, int[] grown) =>
    [
        .. grown.Select((label, cell) => label != int.MaxValue || s[cell] == 0
            ? label
            : neighbours.Of(cell).ToArray().Where(n => s[n] > 2 && grown[n] != int.MaxValue)
                .OrderByDescending(n => s[n]).ThenBy(n => n).Select(n => grown[n]).FirstOrDefault(int.MaxValue)),
    ];

    private static void AssertSameCells(int[] expected, ClusterGrower grower)
    {
        int[][] sets = [.. expected.Select((label, cell) => (label, cell)).Where(x => x.label != int.MaxValue)
            .GroupBy(x => x.label).OrderBy(g => g.Key).Select(g => g.Select(x => x.cell).ToArray())];
        Assert.True(sets.Length > 2);
        Assert.Equal(sets.Length, grower.Count);
        for (int i = 0; i < sets.Length; i++)
        {
            Assert.Equal(sets[i], grower.CellsOf(i).ToArray());
        }
    }
}
