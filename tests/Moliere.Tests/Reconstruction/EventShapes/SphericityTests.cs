using Moliere.Data.Kinematics;
using Moliere.Reconstruction.EventShapes;
using Moliere.Tests.Reconstruction.Jets;

namespace Moliere.Tests.Reconstruction.EventShapes;

public sealed class SphericityTests
{
    [Fact]
    public void BackToBack_IsALine()
    {
        var found = Sphericity.Of([new(3, 1, 2, 4), new(-3, -1, -2, 4)]);
        Assert.Equal(1, found.Largest, 1e-9);
        Assert.InRange(found.Value, 0, 1e-9);
    }

    [Fact]
    public void SixAxes_AreIsotropic()
    {
        var found = Sphericity.Of(
            [new(2, 0, 0, 2), new(-2, 0, 0, 2), new(0, 2, 0, 2), new(0, -2, 0, 2), new(0, 0, 2, 2), new(0, 0, -2, 2)]);
        Assert.Equal(1, found.Value, 1e-12);
        Assert.Equal(0.5, found.Aplanarity, 1e-12);
    }

    [Fact]
    public void Star_LiesInItsPlane()
    {
        double h = Math.Sqrt(3) / 2;
        var found = Sphericity.Of([new(0, 1, 0, 1), new(0, -0.5, h, 1), new(0, -0.5, -h, 1)]);
        Assert.Equal(0.5, found.Largest, 1e-8);
        Assert.Equal(0.5, found.Middle, 1e-8);
        Assert.InRange(found.Aplanarity, 0, 1e-8);
    }

    [Fact]
    public void RandomMomenta_HaveTheInvariantsOfTheTensor()
    {
        FourVector[] momenta = JetEvents.Random(40);
        var found = Sphericity.Of(momenta);
        double sum = momenta.Sum(p => p.P * p.P), squares = 0;
        foreach (FourVector a in momenta)
        {
            squares += momenta.Sum(b => Math.Pow((a.Px * b.Px) + (a.Py * b.Py) + (a.Pz * b.Pz), 2)); // trace of S²
        }

        Assert.Equal(1, found.Largest + found.Middle + found.Smallest, 1e-12);
        double found2 = (found.Largest * found.Largest) + (found.Middle * found.Middle);
        Assert.Equal(squares / (sum * sum), found2 + (found.Smallest * found.Smallest), 1e-12);
        Assert.True(found.Largest >= found.Middle && found.Middle >= found.Smallest);
    }

    [Fact]
    public void NoMomentum_HasNoShape() => Assert.Equal(default, Sphericity.Of([]));
}
