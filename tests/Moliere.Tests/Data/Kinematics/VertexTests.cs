using Moliere.Data.Kinematics;

namespace Moliere.Tests.Data.Kinematics;

public sealed class VertexTests
{
    [Fact]
    public void DistancesAreEuclidean()
    {
        var vertex = new Vertex(3, 4, 12, 0.1);
        Assert.Equal(5, vertex.Radius, 12);
        Assert.Equal(13, vertex.Distance, 12);
    }

    [Fact]
    public void TurningKeepsHeightAndTime()
    {
        Vertex turned = new Vertex(3, 4, 12, 0.1).RotatedBy(Math.PI / 2);
        Assert.Equal(-4, turned.X, 12);
        Assert.Equal(3, turned.Y, 12);
        Assert.Equal((12, 0.1), (turned.Z, turned.Time));
    }
}
