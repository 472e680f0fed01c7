using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Partons;
using Moliere.Simulation.Generation.Showers;
using Moliere.Simulation.Generation.Strings;

namespace Moliere.Tests.Simulation.Generation.Strings;

public sealed class StringStepTests
{
    // On a straight string the step has a closed form: x = (1 - z) X and y = Y + mT²/(z X W²).
    [Fact]
    public void StraightString_DividesItsLightConeMomentumByZ()
    {
        var lattice = StringLattice.Build([new FourVector(0, 0, 50, 50), new FourVector(0, 0, -50, 50)]);
        var end = new StringBreak(1, 0, 0.4, 1, 0.001, 0.4 * 0.001 * 1e4, default, 0, 0);
        const double z = 0.3, mass = 0.77;
        (double X, double Y) kick = (0.2, -0.1);
        double mt2 = (mass * mass) + 0.05, gamma = (1 - z) * (end.Gamma + (mt2 / z));
        Assert.True(new StringStep(lattice, end).TryTake(
            mass, gamma, kick, 2, out FourVector hadron, out StringBreak next));
        Assert.Equal((1 - z) * 0.4, next.X, 9);
        Assert.Equal(0.001 + (mt2 / (z * 0.4 * 1e4)), next.Y, 9);
        Assert.Equal(z * 0.4 * 100, hadron.E + hadron.Pz, 9);
        Assert.Equal(Math.Sqrt(0.05), hadron.Pt, 9);
        Assert.Equal(mass, hadron.Mass, 9);
    }

    [Fact]
    public void StepOverAKink_HasTheMassAndTheProperTimeItAskedFor()
    {
        FourVector quark = new(0, 0, 45, 45), anti = new(0, 0, -45, 45);
        var half = new FourVector(6, 0, 0, 6);
        var lattice = StringLattice.Build([quark, half, anti]);
        const double mass = 0.77, gamma = 1.5;
        var end = new StringBreak(1, 0, 0.004, 1, 0.5, 0.004 * 0.5 * 540, default, 0, 0);
        Assert.True(new StringStep(lattice, end).TryTake(
            mass, gamma, (0, 0), 2, out FourVector hadron, out StringBreak next));
        Assert.Equal((1, 2), (next.A, next.B));
        FourVector place = (next.X * lattice.Forward(1)) + (next.Y * lattice.Backward(2));
        Assert.Equal(gamma, Minkowski.Dot(place, place), 9);
        FourVector between = (0.004 * quark) + (0.5 * half) + ((1 - next.X) * half) + (next.Y * anti);
        Assert.Equal(0, (hadron + (-1 * between)).P, 9);
        Assert.Equal(mass, between.Mass, 9);
    }

    // A gluon jet of 600 GeV hardly ever is a single light hadron; a walk into far regions once made one in a hundred.
    [Fact]
    public void LeadingHadrons_DoNotSwallowTheJet()
    {
        int swallowed = 0;
        for (ulong n = 0; n < 400; n++)
        {
            var system = new PartonSystem { NextTag = 503 };
            system.Partons.Add(new Parton(21, new FourVector(600, 0, 0, 600), 0, 501, 502, 600));
            system.Partons.Add(new Parton(21, new FourVector(-600, 0, 0, 600), 0, 502, 501, 600));
            var rng = new Rng(1, "test", n);
            FinalStateShower.Evolve(system, ref rng);
            double parton = system.Partons.Max(p => p.Momentum.E);
            var hadrons = new List<PrimaryHadron>();
            StringFragmentation.Hadronise(system, hadrons, ref rng);
            swallowed += hadrons.Max(h => h.Momentum.E) > Math.Max(450, parton) ? 1 : 0;
        }

        Assert.Equal(0, swallowed);
    }
}
