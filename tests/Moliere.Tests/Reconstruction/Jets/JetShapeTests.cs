using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Reconstruction.Jets;

namespace Moliere.Tests.Reconstruction.Jets;

public sealed class JetShapeTests
{
    [Fact]
    public void TwoEqualPhotons_HaveTheShapeOfTheTextbook()
    {
        JetShape shape = Shape(0.5, (PdgId.Photon, 50, 0.1, 0), (PdgId.Photon, 50, -0.1, 0));
        Assert.Equal((2, 0), (shape.Count, shape.ChargedCount));
        Assert.Equal(0.1, shape.Girth, 6);
        Assert.Equal(1 / Math.Sqrt(2), shape.PtD, 9);
        Assert.Equal(0.5, shape.LeadingFraction, 9);
        Assert.Equal(0.1, shape.MassOverPt, 3); // m² = 2 pt² (cosh 0.2 - 1) of pt 100
        Assert.Equal((0, 1, 0), (shape.ChargedFraction, shape.PhotonFraction, shape.NeutralFraction));
    }

    [Fact]
    public void OneParticle_HasAll()
    {
        JetShape shape = Shape(0.5, (PdgId.PiPlus, 30, 0.7, 1));
        Assert.Equal((1, 1), (shape.Count, shape.ChargedCount));
        Assert.Equal(0, shape.Girth, 9);
        Assert.Equal((1, 1, 1), (shape.PtD, shape.LeadingFraction, shape.ChargedFraction));
    }

    [Fact]
    public void Threshold_IsForTheCountsAlone()
    {
        JetShape shape = Shape(
            0.5, (PdgId.PiPlus, 10, 0, 0), (PdgId.KLong, 5, 0, 0.1), (-PdgId.PiPlus, 0.4, 0.1, 0.1));
        Assert.Equal((2, 1), (shape.Count, shape.ChargedCount));
        Assert.Equal(10.4 / 15.4, shape.ChargedFraction, 6);
        Assert.Equal(5 / 15.4, shape.NeutralFraction, 6);
    }

    [Fact]
    public void ParticlesOutsideTheJet_DoNotCount()
    {
        Particle[] particles = [At(PdgId.Photon, 20, 0, 0), At(PdgId.PiPlus, 500, 0, 0)];
        JetShape shape = JetShape.Of(new Jet(particles[0].Momentum, [0]), particles, 0.5);
        Assert.Equal((1, 0, 1.0), (shape.Count, shape.ChargedCount, shape.PhotonFraction));
    }

    private static JetShape Shape(double ptMin, params (int Id, double Pt, double Eta, double Phi)[] inputs)
    {
        Particle[] particles = [.. inputs.Select(input => At(input.Id, input.Pt, input.Eta, input.Phi))];
        FourVector sum = particles.Aggregate(default(FourVector), (total, particle) => total + particle.Momentum);
        return JetShape.Of(new Jet(sum, [.. Enumerable.Range(0, particles.Length)]), particles, ptMin);
    }

    private static Particle At(int id, double pt, double eta, double phi) =>
        new(id, FourVector.FromPtEtaPhiMass(pt, eta, phi, 0));
}
