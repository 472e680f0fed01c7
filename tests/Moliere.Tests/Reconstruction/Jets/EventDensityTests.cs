// covers: EventDensityOptions
using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;
using Moliere.Reconstruction.Jets;

namespace Moliere.Tests.Reconstruction.Jets;

public sealed class EventDensityTests
{
    private static readonly EventDensityOptions Options = new() { GhostArea = 0.03 };

    [Fact]
    public void NoInput_HasNoDensity()
    {
        var rng = new Rng(1, "density");
        EventDensity density = EventDensity.Of([], Options, ref rng);
        Assert.InRange(density.Rho, 0, 1e-90);
        Assert.True(density.JetCount > 20);
    }

    [Fact]
    public void UniformSoftParticles_HaveTheirDensityHoweverHardTheJets()
    {
        // 2000 particles of 0.5 GeV on |y| < 5: 15.9 GeV per unit of area.
        double expected = 2000 * 0.5 / (10 * 2 * Math.PI);
        List<FourVector> soft = Soft(2000, 0.5);
        Rng rng = new(1, "density"), again = new(1, "density");
        EventDensity without = EventDensity.Of(soft, Options, ref rng);
        soft.AddRange([FourVector.FromPtEtaPhiMass(500, 0, 0, 0), FourVector.FromPtEtaPhiMass(500, 0, 3, 0)]);
        EventDensity with = EventDensity.Of(soft, Options, ref again);
        Assert.InRange(without.Rho, 0.9 * expected, 1.1 * expected);
        Assert.InRange(with.Rho, 0.95 * without.Rho, 1.07 * without.Rho);
        // Poisson: a unit of area holds 31.8 particles; kt jets grow where there are few, which takes some of it away.
        Assert.InRange(without.Sigma, 0.4 * 0.5 * Math.Sqrt(31.8), 1.2 * 0.5 * Math.Sqrt(31.8));
    }

    private static List<FourVector> Soft(int count, double pt)
    {
        var rng = new Rng(5, "soft");
        List<FourVector> particles = [];
        for (int i = 0; i < count; i++)
        {
            double eta = Distributions.Uniform(-5, 5, ref rng);
            double phi = Distributions.Uniform(-Math.PI, Math.PI, ref rng);
            particles.Add(FourVector.FromPtEtaPhiMass(pt, eta, phi, 0));
        }

        return particles;
    }
}
