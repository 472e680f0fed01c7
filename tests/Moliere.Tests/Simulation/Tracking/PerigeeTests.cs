using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;
using Moliere.Simulation.Tracking;

namespace Moliere.Tests.Simulation.Tracking;

public sealed class PerigeeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void ClosedForm_AgreesWithStepsThroughTheField(int charge)
    {
        var rng = new Rng(1, "test");
        for (int n = 0; n < 30; n++)
        {
            var at = new Vertex(
                Distributions.Gaussian(0, 20, ref rng), Distributions.Gaussian(0, 20, ref rng), 5, 0);
            FourVector momentum = FourVector.FromPtEtaPhiMass(
                Distributions.Uniform(0.5, 5, ref rng), Distributions.Uniform(-2, 2, ref rng),
                Distributions.Uniform(-3, 3, ref rng), 0.14);
            var perigee = Perigee.Of(at, momentum, charge, 2);
            (double d0, double z0, double phi) = Step(at, momentum, charge, 2);
            Assert.InRange(perigee.D0 - d0, -0.01, 0.01);
            Assert.InRange(perigee.Z0 - z0, -0.05, 0.05);
            Assert.InRange(EtaPhi.DeltaPhi(perigee.Phi, phi), -1e-3, 1e-3);
        }
    }

    [Fact]
    public void PointOnTheBeam_HasNoImpactParameter()
    {
        var perigee = Perigee.Of(new Vertex(0, 0, -3, 0), FourVector.FromPtEtaPhiMass(7, 1, 2, 0.14), 1, 2);
        Assert.Equal(0, perigee.D0, 9);
        Assert.Equal(-3, perigee.Z0, 9);
        Assert.Equal(2, perigee.Phi, 12);
    }

    [Fact]
    public void VeryStiffTrack_ApproachesTheStraightLine()
    {
        var at = new Vertex(3, -1, 10, 0);
        FourVector momentum = FourVector.FromPtEtaPhiMass(5000, 0.5, 1, 0.14);
        var straight = Perigee.Of(at, momentum, 0, 2);
        var bent = Perigee.Of(at, momentum, -1, 2);
        Assert.Equal(straight.D0, bent.D0, 4);
        Assert.Equal(straight.Z0, bent.Z0, 4);
        Assert.Equal((at.Y * Math.Cos(1)) - (at.X * Math.Sin(1)), straight.D0, 12);
    }

    [Fact]
    public void Curvature_IsTheTextbookRadius() => // 1 GeV in 2 T: a radius of 1.668 m
        Assert.Equal(-1 / 1667.8205, Perigee.Curvature(1, 1, 2), 8);

    // Euler's method at the middle of each step, back in time and forth, keeping the closest point.
    private static (double D0, double Z0, double Phi) Step(
        in Vertex at, in FourVector momentum, int charge, double field)
    {
        (double D0, double Z0, double Phi) best = default;
        double closest = double.MaxValue;
        foreach (int direction in new[] { -1, 1 })
        {
            double x = at.X, y = at.Y, z = at.Z, px = momentum.Px, py = momentum.Py;
            double step = direction * 0.01, turn = charge * field * Units.SpeedOfLight * 1e-6 * step;
            for (int i = 0; i < 15_000; i++)
            {
                double radius = Math.Sqrt((x * x) + (y * y)), pt = momentum.Pt;
                if (radius < closest)
                {
                    double phi = Math.Atan2(py, px);
                    closest = radius;
                    best = ((y * Math.Cos(phi)) - (x * Math.Sin(phi)), z, phi);
                }

                double mx = px + (0.5 * turn * py / pt), my = py - (0.5 * turn * px / pt);
                (px, py) = (px + (turn * my / pt), py - (turn * mx / pt));
                (x, y, z) = (x + (step * mx / pt), y + (step * my / pt), z + (step * momentum.Pz / pt));
            }
        }

        return best;
    }
}
