using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;
using Moliere.Reconstruction.EventShapes;

namespace Moliere.Tests.Reconstruction.EventShapes;

public sealed class ThrustTests
{
    [Fact]
    public void TwoPencils_HaveThrustOne() =>
        Assert.Equal(1, Thrust.Of([Along(1, 2, 3), Along(-1, -2, -3), Along(0.5, 1, 1.5), Along(-0.5, -1, -1.5)]), 12);

    [Fact]
    public void SymmetricStar_HasThrustTwoThirds()
    {
        double half = Math.Sqrt(3) / 2;
        Assert.Equal(2.0 / 3, Thrust.Of([Along(1, 0, 0), Along(-0.5, half, 0), Along(-0.5, -half, 0)]), 12);
    }

    [Fact]
    public void FewerThanThreeParticles_ArePencils()
    {
        Assert.Equal(1, Thrust.Of([]));
        Assert.Equal(1, Thrust.Of([Along(0, 0, 5)]));
    }

    [Fact]
    public void Sphere_ApproachesOneHalf() =>
        Assert.InRange(Thrust.Of(Random(120, 1)), 0.5, 0.62);

    [Fact]
    public void Maximum_IsNotBelowThatOfAnyScannedAxis()
    {
        for (ulong seed = 0; seed < 20; seed++)
        {
            FourVector[] momenta = Random(3 + (int)seed, seed);
            double scanned = Random(2000, seed + 100).Max(axis => OnAxis(momenta, axis));
            double found = Thrust.Of(momenta);
            Assert.True(found >= scanned - 1e-12);
            Assert.True(found < scanned + 0.02, $"{found} against a scan of {scanned}");
        }
    }

    private static double OnAxis(FourVector[] momenta, in FourVector axis)
    {
        double x = axis.Px / axis.P, y = axis.Py / axis.P, z = axis.Pz / axis.P;
        return momenta.Sum(p => Math.Abs((p.Px * x) + (p.Py * y) + (p.Pz * z))) / momenta.Sum(p => p.P);
    }

    private static FourVector[] Random(int count, ulong seed)
    {
        var rng = new Rng(seed, "thrust test");
        var momenta = new FourVector[count];
        for (int i = 0; i < count; i++)
        {
            double cosine = Distributions.Uniform(-1, 1, ref rng), sine = Math.Sqrt(1 - (cosine * cosine));
            double phi = Distributions.Uniform(0, 2 * Math.PI, ref rng);
            momenta[i] = Along(sine * Math.Cos(phi), sine * Math.Sin(phi), cosine);
        }

        return momenta;
    }

    private static FourVector Along(double x, double y, double z) =>
        new(x, y, z, Math.Sqrt((x * x) + (y * y) + (z * z)));
}
