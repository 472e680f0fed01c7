using Moliere.Numerics.Fits;

namespace Moliere.Tests.Numerics.Fits;

public sealed class KernelPlaneTests
{
    [Fact]
    public void Constant_StaysExactlyConstant()
    {
        KernelPlane plane = Grid((_, _) => 0.7);

        Assert.Equal(0.7, plane.At(0, 0), 1e-12);
        Assert.Equal(0.7, plane.At(3.3, 5.1), 1e-12);
    }

    [Fact]
    public void Slope_IsFollowedUpToTheCorner()
    {
        KernelPlane plane = Grid((x, y) => 1 + (0.1 * x) - (0.05 * y));

        Assert.Equal(1 + 0.5 - 0.25, plane.At(5, 5), 0.002);
        Assert.Equal(1, plane.At(0, 0), 0.01); // the pull on the tilt costs 5 % of it
    }

    [Fact]
    public void FarAway_TheNearestMeasurementCounts()
    {
        var plane = new KernelPlane();
        plane.Add(0, 0, 3, 1);
        plane.Add(10, 0, 5, 1);

        Assert.Equal(5, plane.At(100, 0));
        Assert.Equal(2, plane.Count);
        Assert.True(double.IsNaN(new KernelPlane().At(0, 0)));
    }

    private static KernelPlane Grid(Func<double, double, double> surface)
    {
        var plane = new KernelPlane();
        for (int i = 0; i <= 20; i++)
        {
            for (int j = 0; j <= 20; j++)
            {
                plane.Add(0.5 * i, 0.5 * j, surface(0.5 * i, 0.5 * j), 1 + (i % 3));
            }
        }

        return plane;
    }
}
