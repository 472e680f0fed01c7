using Moliere.Data.Kinematics;
using Moliere.Simulation.Generation.Partons;
using Moliere.Simulation.Generation.Showers;

namespace Moliere.Tests.Simulation.Generation.Showers;

public sealed class DipoleKinematicsTests
{
    private static readonly Parton Recoiler = new(
        -4, new FourVector(-20, 5, 60, Math.Sqrt(400 + 25 + 3600 + 2.25)), 1.5, 0, 501, 50);

    [Theory]
    [InlineData(4.8, 4.8, 0)]
    [InlineData(0, 0, 0)]
    [InlineData(0, 1.5, 1.5)]
    public void Branching_HasItsVirtualityAndConservesMomentum(double radiatorMass, double mass, double other)
    {
        Parton radiator = Radiator(radiatorMass);
        var branching = new Branching(0.7 * 0.3 * 150, 0.7, 150, 21);
        (FourVector first, FourVector second, FourVector third) =
            DipoleKinematics.Branch(radiator, Recoiler, branching, mass, other, 1.2);
        FourVector lost = radiator.Momentum + Recoiler.Momentum + (-1 * (first + second + third));
        Assert.Equal(0, Math.Abs(lost.E) + lost.P, 1e-10);
        Assert.Equal((radiatorMass * radiatorMass) + 150, (first + second).MassSquared, 1e-8);
        Assert.Equal(mass * mass, Minkowski.Dot(first, first), 1e-8);
        Assert.Equal(other * other, Minkowski.Dot(second, second), 1e-8);
        Assert.Equal(2.25, Minkowski.Dot(third, third), 1e-8);
    }

    // Without masses z is the share of energy in the rest frame of the dipole.
    [Fact]
    public void MasslessShare_IsThatOfEnergyInTheDipoleFrame()
    {
        Parton radiator = Radiator(0), recoiler = Recoiler with { Mass = 0 };
        recoiler = recoiler with { Momentum = Minkowski.OnShell(recoiler.Momentum, 0) };
        var branching = new Branching(0.7 * 0.3 * 150, 0.7, 150, 21);
        (FourVector first, FourVector second, FourVector third) =
            DipoleKinematics.Branch(radiator, recoiler, branching, 0, 0, -2);
        var frame = new RestFrame(first + second + third);
        double e1 = frame.Enter(first).E, e2 = frame.Enter(second).E;
        Assert.Equal(0.7, e1 / (e1 + e2), 9);
        FourVector before = frame.Enter(recoiler.Momentum), after = frame.Enter(third);
        Assert.Equal(before.Phi, after.Phi, 9);
        Assert.Equal(before.Eta, after.Eta, 9);
    }

    private static Parton Radiator(double mass) =>
        new(5, Minkowski.OnShell(new FourVector(30, -12, 8, 0), mass), mass, 501, 0, 50);
}
