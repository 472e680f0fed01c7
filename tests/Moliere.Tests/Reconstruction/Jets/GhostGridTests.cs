using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;
using Moliere.Reconstruction.Jets;

namespace Moliere.Tests.Reconstruction.Jets;

public sealed class GhostGridTests
{
    [Fact]
    public void Ghosts_CoverThePlaneOnce()
    {
        var grid = new GhostGrid { RapidityMax = 2, CellArea = 0.01 };
        var rng = new Rng(1, "ghosts");
        FourVector[] ghosts = grid.Place(ref rng);
        Assert.Equal(grid.Rows * grid.Columns, ghosts.Length);
        Assert.Equal(4 * 2 * Math.PI, ghosts.Length * grid.GhostArea, 9);
        Assert.Equal(0.01, grid.GhostArea, 3);
        var cells = ghosts.Select(ghost => (
            (int)Math.Floor((ghost.Rapidity + 2) / 4 * grid.Rows),
            (int)Math.Floor((ghost.Phi + Math.PI) / (2 * Math.PI) * grid.Columns)));
        Assert.Equal(ghosts.Length, cells.Distinct().Count());
        Assert.All(ghosts, ghost => Assert.InRange(ghost.Pt, 1e-100, 1.1e-100));
    }

    [Fact]
    public void EventsOfDifferentStreams_HaveDifferentGhosts()
    {
        var grid = new GhostGrid { RapidityMax = 1 };
        Rng first = new(1, "ghosts", 7), again = new(1, "ghosts", 7), other = new(1, "ghosts", 8);
        (double, double)[] places = grid.Directions(ref first);
        Assert.Equal(places, grid.Directions(ref again));
        Assert.NotEqual(places, grid.Directions(ref other));
    }
}
