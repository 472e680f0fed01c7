using Moliere.Numerics.Random;
using Moliere.Simulation.Generation;
using Moliere.Simulation.Generation.Decays;

namespace Moliere.Tests.Simulation.Generation;

public sealed class PartonShowerTests
{
    [Fact]
    public void Shower_ConservesTransverseMomentumAndCentre()
    {
        var rng = new Rng(1, "test");
        for (int n = 0; n < 100; n++)
        {
            var legs = new List<PartonLeg>();
            PartonShower.Add(new PartonLeg(21, 500, 0.3, 1, 1, 1), legs, ref rng);
            Assert.Equal(500, legs.Sum(l => l.Pt), 6);
            Assert.Equal(0.3, legs.Sum(l => l.Pt * l.Eta) / 500, 6);
        }
    }

    [Fact]
    public void Gluons_RadiateMoreThanQuarksByAboutTheRatioOfColourCharges()
    {
        double ratio = MeanEmissions(21) / MeanEmissions(2);
        Assert.InRange(ratio, 1.6, 2.4); // CA/CF = 2.25 asymptotically
    }

    [Fact]
    public void Coupling_IsCloseToTheMeasuredValueAtTheZMass() =>
        Assert.InRange(PartonShower.Coupling(91.1876), 0.100, 0.122);

    private static double MeanEmissions(int flavour)
    {
        var rng = new Rng(2, "test");
        int emissions = 0;
        for (int n = 0; n < 2000; n++)
        {
            var legs = new List<PartonLeg>();
            PartonShower.Add(new PartonLeg(flavour, 200, 0, 0, 1, 1), legs, ref rng);
            emissions += legs.Count - 1;
        }

        return emissions / 2000.0;
    }
}
