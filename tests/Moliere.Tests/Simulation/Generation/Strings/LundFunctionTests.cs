using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Strings;

namespace Moliere.Tests.Simulation.Generation.Strings;

public sealed class LundFunctionTests
{
    // Pion, heavy pion, diquark steps in both orders, D and B mesons.
    [Theory]
    [InlineData(1, 0.68, 0.02)]
    [InlineData(1, 0.95, 1.4)]
    [InlineData(0.03, 0.68, 0.9)]
    [InlineData(1.97, 1.65, 0.9)]
    [InlineData(3.9, 0.68, 4.1)]
    [InlineData(20.3, 0.95, 27.5)]
    public void Draws_HaveTheMomentsOfTheDensity(double c, double a, double area)
    {
        (double mean, double rms) = Moments(c, a, area);
        var rng = new Rng(1, "test");
        const int draws = 40000;
        double sum = 0, squares = 0;
        for (int i = 0; i < draws; i++)
        {
            double z = LundFunction.Sample(c, a, area, ref rng);
            Assert.InRange(z, 0, 1);
            sum += z;
            squares += z * z;
        }

        double found = sum / draws;
        Assert.Equal(mean, found, 5 * rms / Math.Sqrt(draws));
        Assert.Equal(rms, Math.Sqrt((squares / draws) - (found * found)), 0.02 * rms);
    }

    [Fact]
    public void HeavyQuarks_KeepMostOfTheMomentum()
    {
        Assert.InRange(Mean(5, 5.3), 0.75, 0.92); // at LEP B hadrons carry 0.70 after the shower (PDG)
        Assert.InRange(Mean(4, 1.9), 0.55, 0.80);
        Assert.InRange(Mean(1, 0.3), 0.15, 0.45);
    }

    private static double Mean(int flavour, double mass)
    {
        var rng = new Rng(2, "test");
        double sum = 0;
        for (int i = 0; i < 5000; i++)
        {
            sum += LundFunction.Sample(flavour, 1, (mass * mass) + 0.1, ref rng) / 5000;
        }

        return sum;
    }

    private static (double Mean, double Rms) Moments(double c, double a, double area)
    {
        const int steps = 200000;
        double norm = 0, first = 0, second = 0;
        for (int i = 0; i < steps; i++)
        {
            double z = (i + 0.5) / steps;
            double f = Math.Exp((-c * Math.Log(z)) + (a * Math.Log(1 - z)) - (area * ((1 / z) - 1)));
            norm += f;
            first += f * z;
            second += f * z * z;
        }

        double mean = first / norm;
        return (mean, Math.Sqrt((second / norm) - (mean * mean)));
    }
}
