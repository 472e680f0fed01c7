using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;
using Moliere.Reconstruction.EventShapes;

namespace Moliere.Tests.Reconstruction.EventShapes;

public sealed class ThrustTests
{
    [Fact]
    public void BackToBackPair_HasThrustOneAlongItself()
    {
        Thrust thrust = Thrust.Of([At(0, 10), At(180, 10)]);
        Assert.Equal(1, thrust.Value, 12);
        Assert.Equal(1, Math.Abs(thrust.Axis.Px), 12);
    }

    // Three jets in a plane: the largest momentum fraction (Ellis, Stirling, Webber 1996, section 3.3).
    [Theory]
    [InlineData(120, 240, 10, 10, 2.0 / 3)]
    [InlineData(90, 225, 10, 14.142135623730951, 0.8284271247461903)]
    public void ThreeMomenta_GiveTheLargestFraction(double a1, double a2, double p1, double p2, double expected)
    {
        Assert.Equal(expected, Thrust.Of([At(0, 10), At(a1, p1), At(a2, p2)]).Value, 9);
    }

    [Fact]
    public void Isotropy_GivesOneHalf()
    {
        var momenta = new FourVector[60];
        for (int i = 0; i < momenta.Length; i++)
        {
            double z = -1 + (2 * (i + 0.5) / momenta.Length), phi = i * 2.399963229728653; // Fibonacci sphere
            double r = Math.Sqrt(1 - (z * z));
            momenta[i] = new FourVector(r * Math.Cos(phi), r * Math.Sin(phi), z, 1);
        }

        Assert.InRange(Thrust.Of(momenta).Value, 0.5, 0.54);
    }

    [Fact]
    public void RandomEvents_AgreeWithAFineScanOfAxes()
    {
        var rng = new Rng(2, "test");
        for (int n = 0; n < 5; n++)
        {
            FourVector[] momenta = [.. Enumerable.Range(0, 9).Select(_ => Random(ref rng))];
            Thrust thrust = Thrust.Of(momenta);
            double scan = Scan(momenta);
            Assert.InRange(thrust.Value, scan - 1e-12, scan + 2e-3);
            Assert.Equal(thrust.Value, Along(momenta, thrust.Axis), 9);
        }
    }

    [Fact]
    public void NothingAtAll_GivesZero() => Assert.Equal(default, Thrust.Of([]));

    private static double Scan(FourVector[] momenta)
    {
        double best = 0;
        for (int i = 0; i < 200; i++)
        {
            for (int j = 0; j < 400; j++)
            {
                double cos = i / 200.0, sin = Math.Sqrt(1 - (cos * cos)), phi = 2 * Math.PI * j / 400;
                best = Math.Max(best, Along(momenta, new FourVector(sin * Math.Cos(phi), sin * Math.Sin(phi), cos, 0)));
            }
        }

        return best;
    }

    private static double Along(FourVector[] momenta, FourVector n) =>
        momenta.Sum(p => Math.Abs((p.Px * n.Px) + (p.Py * n.Py) + (p.Pz * n.Pz))) / momenta.Sum(p => p.P);

    private static FourVector Random(ref Rng rng) =>
        new(rng.NextGaussian(), rng.NextGaussian(), rng.NextGaussian(), 5);

    private static FourVector At(double degrees, double pt) =>
        FourVector.FromPtEtaPhiMass(pt, 0, degrees * Math.PI / 180, 0);
}
