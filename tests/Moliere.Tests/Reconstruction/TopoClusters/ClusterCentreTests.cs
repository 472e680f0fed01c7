using Moliere.Data.Geometry;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Reconstruction.TopoClusters;

namespace Moliere.Tests.Reconstruction.TopoClusters;

public sealed class ClusterCentreTests
{
    private static readonly CaloGeometry s_layer = ToyCalorimeter.OneLayer();

    [Fact]
    public void Momentum_PointsFromTheVertexToTheWeightedCentre()
    {
        CalorimeterEvent source = ToyCalorimeter.Event(s_layer, (84, 6f), (148, 2f), (20, -5f));
        var cluster = new Cluster { Cells = [20, 84, 148], Weights = [1, 1, 0.5f], Energy = 3 };
        var centre = ClusterCentre.Of(cluster, source);
        Assert.Equal(7, centre.Sum); // the negative cell does not count
        double x = ((6 * s_layer.X[84]) + s_layer.X[148]) / 7, z = ((6 * s_layer.Z[84]) + s_layer.Z[148]) / 7;
        FourVector seen = centre.SeenFrom(3, 40);
        Assert.Equal((z - 40) / x, seen.Pz / seen.Px, 1e-6);
        Assert.Equal((3.0, 0.0), (seen.E, Math.Round(seen.Mass, 6)));
    }

    [Fact]
    public void PartsOfACluster_AddUp()
    {
        CalorimeterEvent source = ToyCalorimeter.Event(s_layer, (84, 6f), (148, 2f));
        ClusterCentre all = Of([84, 148]), parts = Of([84]) + Of([148]);
        Assert.Equal(all, parts);
        Assert.Equal(all.SeenFrom(5, 10), (2 * all).SeenFrom(5, 10));

        ClusterCentre Of(int[] cells) =>
            ClusterCentre.Of(new() { Cells = cells, Weights = [.. cells.Select(_ => 1f)] }, source);
    }

    [Fact]
    public void WithoutPositiveCells_ThereIsNoCentre() => Assert.Equal(
        0, ClusterCentre.Of(new() { Cells = [84], Weights = [1] }, ToyCalorimeter.Event(s_layer, (84, -1f))).Sum);
}
