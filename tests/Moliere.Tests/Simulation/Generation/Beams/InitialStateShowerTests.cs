using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Beams;
using Moliere.Simulation.Generation.Partons;

namespace Moliere.Tests.Simulation.Generation.Beams;

public sealed class InitialStateShowerTests
{
    private const double BeamEnergy = 6500;

    [Theory]
    [InlineData(21, 21)]
    [InlineData(2, -2)]
    [InlineData(5, 21)]
    [InlineData(-4, 1)]
    public void Radiation_ConservesMomentumAndClosesColours(int first, int second)
    {
        for (int i = 0; i < 100; i++)
        {
            Scattering scattering = Radiate(first, second, 91, i);
            FourVector expected = scattering.First.Momentum(BeamEnergy) + scattering.Second.Momentum(BeamEnergy);
            FourVector difference = Minkowski.Subtract(scattering.Total, expected);
            Assert.True(difference.P + Math.Abs(difference.E) < 1e-7 * expected.E, $"{difference}");
            Assert.True(scattering.First.X < 1 && scattering.Second.X < 1);
            AssertClosed(scattering);
        }
    }

    [Fact]
    public void HeavyQuarks_ComeFromGluons()
    {
        for (int i = 0; i < 200; i++)
        {
            Scattering scattering = Radiate(5, -5, 91, i);
            Assert.True(Math.Abs(scattering.First.PdgId) is not (4 or 5), $"{scattering.First}");
            Assert.True(Math.Abs(scattering.Second.PdgId) is not (4 or 5), $"{scattering.Second}");
        }
    }

    [Fact]
    public void TransverseMomentumOfAZ_HasItsKnownSize()
    {
        double[] pt = [.. Enumerable.Range(0, 600).Select(i => Radiate(2, -2, 91, i).Outgoing.Partons[0].Momentum.Pt)];
        Array.Sort(pt);

        // Of the order seen at the LHC: a median near 10 GeV and a long tail; no comparison bin by bin.
        Assert.InRange(pt[300], 6, 13);
        Assert.InRange(pt[540], 25, 60);
    }

    [Fact]
    public void Gluons_RadiateMoreThanQuarks()
    {
        double Mean(int id) => Enumerable.Range(0, 300).Average(i => Radiate(id, -id is -21 ? 21 : -id, 125, i)
            .Outgoing.Partons[0].Momentum.Pt);
        Assert.InRange(Mean(21) / Mean(2), 1.25, 2.6);
    }

    // A colourless boson of a mass, at rest in the laboratory.
    private static Scattering Radiate(int first, int second, double mass, int number)
    {
        double x = mass / (2 * BeamEnergy);
        (int c1, int a1, int c2, int a2) = (first, second) switch
        {
            (21, 21) => (1, 2, 2, 1),
            (5, 21) => (1, 0, 2, 1),
            (-4, 1) => (0, 1, 1, 0),
            _ => first > 0 ? (1, 0, 0, 1) : (0, 1, 1, 0),
        };
        var system = new PartonSystem();
        system.Partons.Add((first, second) == (5, 21)
            ? new Parton(5, new(0, 0, 0, mass), mass, 2, 0, 0)
            : new Parton(23, new(0, 0, 0, mass), mass, 0, 0, 0));
        var scattering = new Scattering(
            new(first, x, c1, a1, 1), new(second, x, c2, a2, -1), system, BeamEnergy);
        var rng = new Rng(1, "initial radiation", (ulong)number);
        InitialStateShower.Evolve(scattering, mass, ref rng);
        return scattering;
    }

    private static void AssertClosed(Scattering scattering)
    {
        List<int> into = [scattering.First.Colour, scattering.Second.Colour];
        List<int> outOf = [scattering.First.Anticolour, scattering.Second.Anticolour];
        foreach (Parton parton in scattering.Outgoing.Partons)
        {
            into.Add(parton.Anticolour);
            outOf.Add(parton.Colour);
            Assert.Equal(parton.PdgId == PdgId.Gluon, parton.Colour > 0 && parton.Anticolour > 0);
        }

        Assert.Equal(into.Where(t => t > 0).Order(), outOf.Where(t => t > 0).Order());
    }
}
