using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Decays;

namespace Moliere.Tests.Simulation.Generation.Decays;

public sealed class PhaseSpaceTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    public void MasslessProducts_ShareTheEnergyAsKnown(int n)
    {
        // Massless phase space: x = 2E/M has the density x (1-x)^(n-3), times a constant: a beta variate (2, n - 2).
        var rng = new Rng(1, "test");
        var momenta = new FourVector[n];
        double sum = 0, squares = 0;
        const int Count = 20_000;
        for (int i = 0; i < Count; i++)
        {
            PhaseSpace.Draw(2, new double[n], momenta, ref rng);
            double x = momenta[n / 2].E;
            sum += x;
            squares += x * x;
        }

        double mean = 2.0 / n, variance = 2.0 * (n - 2) / (n * n * (n + 1.0));
        Assert.InRange(sum / Count, mean - (5 * Math.Sqrt(variance / Count)), mean + (5 * Math.Sqrt(variance / Count)));
        double second = variance + (mean * mean);
        Assert.InRange(squares / Count / second, 0.96, 1.04);
    }

    [Fact]
    public void ThreeMassiveProducts_FillTheDalitzPlotEvenly()
    {
        // In (s12, s23) phase space is flat: compare with points thrown evenly and kept when inside the boundary.
        var rng = new Rng(2, "test");
        double[] masses = [0.5, 0.14, 0.3];
        var momenta = new FourVector[3];
        double sum = 0;
        const int Count = 20_000;
        for (int i = 0; i < Count; i++)
        {
            PhaseSpace.Draw(1.8, masses, momenta, ref rng);
            sum += (momenta[0] + momenta[1]).MassSquared;
        }

        Assert.InRange(sum / Count / EvenMean(masses, 1.8, ref rng), 0.99, 1.01);
    }

    [Theory]
    [InlineData(5.28, 1.87, 0.14, 0.14, 0.14, 0.14, 0.135, 0.135, 0.494)]
    [InlineData(1.115683, 0.9382721, 0.1395704)]
    [InlineData(1.2, 0.94, 0.14, 0.1)]
    public void Momenta_AddUpToTheParentOnTheirShells(double mass, params double[] masses)
    {
        var rng = new Rng(3, "test");
        var momenta = new FourVector[masses.Length];
        for (int i = 0; i < 200; i++)
        {
            PhaseSpace.Draw(mass, masses, momenta, ref rng);
            FourVector sum = momenta.Aggregate(default(FourVector), (s, p) => s + p);
            Assert.InRange(sum.E - mass, -1e-9, 1e-9);
            Assert.InRange(sum.P, 0, 1e-9);
            Assert.All(masses.Zip(momenta), pair => Assert.Equal(pair.First, pair.Second.Mass, 6));
        }
    }

    private static double EvenMean(double[] m, double mass, ref Rng rng)
    {
        double low = m[0] + m[1], high = mass - m[2], sum = 0, weights = 0;
        for (int i = 0; i < 400_000; i++)
        {
            double s = (low * low) + (((high * high) - (low * low)) * rng.NextDouble()), root = Math.Sqrt(s);
            double range = PhaseSpace.Momentum(mass, root, m[2]) * PhaseSpace.Momentum(root, m[0], m[1]) / root;
            sum += range * s;
            weights += range;
        }

        return sum / weights;
    }
}
