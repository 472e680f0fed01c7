using Moliere.Reconstruction.TopoClusters;

namespace Moliere.Tests.Reconstruction.TopoClusters;

public sealed class PrincipalAxisTests
{
    [Fact]
    public void CloudAlongATiltedLine_GivesThatLine()
    {
        // A long axis 10 degrees away from the outward direction x, with small spread across.
        double angle = Math.PI / 18;
        var along = new Vector(Math.Cos(angle), Math.Sin(angle), 0);
        Vector found = new PrincipalAxis().Find([1, 1, 1, 1, 1, 1], Cloud(along), new Vector(1000, 0, 0));
        Assert.Equal(1, found.Dot(along), 6);
    }

    [Fact]
    public void AxisBeyondTwentyDegrees_FallsBackToTheOutwardDirection()
    {
        double angle = 30 * Math.PI / 180;
        Vector found = new PrincipalAxis().Find(
            [1, 1, 1, 1, 1, 1], Cloud(new Vector(Math.Cos(angle), Math.Sin(angle), 0)), new Vector(1000, 0, 0));
        Assert.Equal(new Vector(1, 0, 0), found);
    }

    [Fact]
    public void CellsOnALine_AreDegenerate()
    {
        Vector[] line = [new(990, -5, 0), new(1000, 0, 0), new(1010, 5, 0)];
        Assert.Equal(new Vector(1, 0, 0), new PrincipalAxis().Find([1, 1, 1], line, new Vector(1000, 0, 0)));
    }

    private static Vector[] Cloud(Vector along)
    {
        var centre = new Vector(1000, 0, 0);
        var across = new Vector(-along.Y, along.X, 0);
        var up = new Vector(0, 0, 1);
        return
        [
            centre + (100 * along), centre - (100 * along), centre + (30 * across), centre - (30 * across),
            centre + (20 * up), centre - (20 * up),
        ];
    }
}
