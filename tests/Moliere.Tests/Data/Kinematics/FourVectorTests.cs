using Moliere.Data.Kinematics;

namespace Moliere.Tests.Data.Kinematics;

public sealed class FourVectorTests
{
    [Theory]
    [InlineData(50, 0.7, 2.1, 0.1396)]
    [InlineData(1e-3, -4.9, -3.1, 0)]
    [InlineData(3000, 1.7, 0, 91.19)]
    public void ColliderCoordinates_ReadBack(double pt, double eta, double phi, double mass)
    {
        FourVector v = FourVector.FromPtEtaPhiMass(pt, eta, phi, mass);
        Assert.Equal(pt, v.Pt, pt * 1e-12);
        Assert.Equal(eta, v.Eta, 1e-12);
        Assert.Equal(phi, v.Phi, 1e-12);
        Assert.Equal(mass, v.Mass, 1e-4);
        Assert.Equal(v.P * v.P, (v.E * v.E) - (mass * mass), v.E * v.E * 1e-12);
    }

    [Fact]
    public void RestFrame_HasTheSystemAtRestAndAllProductsAsBefore()
    {
        FourVector a = FourVector.FromPtEtaPhiMass(200, 0.9, 0.3, 4), b = FourVector.FromPtEtaPhiMass(80, 0.5, -0.1, 0);
        FourVector system = a + b, first = a.InRestFrameOf(system), sum = first + b.InRestFrameOf(system);
        Assert.InRange(sum.P, 0, 1e-9);
        Assert.Equal(system.Mass, sum.E, 1e-9);
        Assert.Equal(4, first.Mass, 1e-6);
        Assert.Equal(system.Mass, system.InRestFrameOf(system).E, 1e-9);
    }

    [Fact]
    public void Rapidity_AgreesWithItsDefinition()
    {
        FourVector v = FourVector.FromPtEtaPhiMass(20, 1.3, 0.4, 5);
        Assert.Equal(0.5 * Math.Log((v.E + v.Pz) / (v.E - v.Pz)), v.Rapidity, 1e-12);
        Assert.Equal(-v.Rapidity, (v with { Pz = -v.Pz }).Rapidity, 1e-12);
    }

    [Fact]
    public void MasslessRapidity_IsPseudorapidityEvenFarForward()
    {
        FourVector v = FourVector.FromPtEtaPhiMass(1, 10, 0, 0);
        Assert.Equal(10, v.Eta, 1e-9);
        Assert.Equal(10, v.Rapidity, 1e-6);
    }

    [Fact]
    public void AlongTheBeam_ValuesAreFinite()
    {
        var forward = new FourVector(0, 0, 10, 10);
        Assert.Equal(FourVector.MaxRapidity, forward.Eta);
        Assert.Equal(FourVector.MaxRapidity + 10, forward.Rapidity);
        Assert.Equal(-FourVector.MaxRapidity - 10, new FourVector(0, 0, -10, 10).Rapidity);
        Assert.Equal(0, forward.Phi);
        Assert.Equal((0, 0), (default(FourVector).Eta, default(FourVector).Rapidity));
    }

    [Fact]
    public void Arithmetic_IsByComponents()
    {
        var a = new FourVector(1, 2, 3, 10);
        Assert.Equal(new FourVector(3, 6, 9, 30), a + (2 * a));
        Assert.Equal(-1, new FourVector(1, 0, 0, 0).Mass);
    }

    [Fact]
    public void Rotation_TurnsTheAzimuthOnly()
    {
        FourVector v = FourVector.FromPtEtaPhiMass(20, 1, 0.5, 1).RotatedBy(1.25);
        Assert.Equal(1.75, v.Phi, 1e-12);
        Assert.Equal(20, v.Pt, 1e-12);
        Assert.Equal(1, v.Eta, 1e-12);
    }

    [Fact]
    public void Finite_IsAskedOfAllComponents()
    {
        Assert.True(new FourVector(1, 2, 3, 4).IsFinite);
        Assert.False(new FourVector(1, double.NaN, 3, 4).IsFinite);
        Assert.False(new FourVector(1, 2, 3, double.PositiveInfinity).IsFinite);
    }
}
