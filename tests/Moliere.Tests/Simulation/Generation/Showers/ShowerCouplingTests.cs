using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Showers;

namespace Moliere.Tests.Simulation.Generation.Showers;

public sealed class ShowerCouplingTests
{
    private const double ZMass2 = 91.1876 * 91.1876;

    [Fact]
    public void Running_HasItsValueAtTheZAndNoJumpAtThresholds()
    {
        ShowerCoupling coupling = ShowerCoupling.Running(0.13);
        Assert.Equal(0.13, coupling.At(ZMass2), 12);
        foreach (double mass in new[] { 1.5, 4.8 })
        {
            Assert.Equal(coupling.At(mass * mass * 0.999999), coupling.At(mass * mass * 1.000001), 1e-5);
        }
    }

    // Known at one loop: 1/alpha grows by (33 - 2 nf)/(12 pi) per unit of ln Q².
    [Fact]
    public void Running_HasTheSlopeOfFiveFlavours()
    {
        ShowerCoupling coupling = ShowerCoupling.Running(0.118);
        double slope = (1 / coupling.At(400 * 400)) - (1 / coupling.At(200 * 200));
        Assert.Equal(23 / (12 * Math.PI) * Math.Log(4), slope, 9);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Next_FollowsTheNoEmissionProbability(bool isRunning)
    {
        ShowerCoupling coupling = isRunning ? ShowerCoupling.Running(0.13) : ShowerCoupling.Fixed(0.2);
        const double start2 = 900, stop2 = 2, rate = 3.1;
        double exponent = 0;
        const int steps = 20000;
        double width = Math.Log(start2 / stop2) / steps;
        for (int i = 0; i < steps; i++)
        {
            exponent += rate * coupling.At(stop2 * Math.Exp((i + 0.5) * width)) / (2 * Math.PI) * width;
        }

        var rng = new Rng(1, "test");
        int none = 0, draws = 20000;
        for (int i = 0; i < draws; i++)
        {
            none += coupling.Next(start2, rate, stop2, rng.NextDouble()) == 0 ? 1 : 0;
        }

        double expected = Math.Exp(-exponent);
        Assert.Equal(expected, none / (double)draws, 4 * Math.Sqrt(expected / draws));
    }
}
