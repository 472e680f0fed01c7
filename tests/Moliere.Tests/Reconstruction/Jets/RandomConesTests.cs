// covers: RandomConeOptions
using Moliere.Data.Kinematics;
using Moliere.Numerics.Random;
using Moliere.Reconstruction.Jets;

namespace Moliere.Tests.Reconstruction.Jets;

public sealed class RandomConesTests
{
    [Fact]
    public void IndependentParticles_GiveTheSpreadOfPoisson()
    {
        // 1000 particles of 1 GeV on |eta| < 2.5: a cone of 0.4 holds 16.0 on average, two differ by sqrt(32).
        const double mean = 1000 * Math.PI * 0.16 / (5 * 2 * Math.PI);
        double sum = 0, squares = 0;
        const int events = 300;
        for (ulong i = 0; i < events; i++)
        {
            FourVector[] inputs = Uniform(1000, i);
            var rng = new Rng(1, "cones", i);
            RandomCones cones = RandomCones.In(inputs, [], new RandomConeOptions { EtaMax = 2 }, ref rng)!.Value;
            sum += cones.First;
            squares += cones.Difference * cones.Difference;
        }

        Assert.InRange(sum / events, mean - 1, mean + 1); // error 0.23
        Assert.InRange(squares / events / (2 * mean), 0.75, 1.25); // error 0.08
    }

    [Fact]
    public void HardJets_AreAvoided()
    {
        FourVector jet = FourVector.FromPtEtaPhiMass(100, 0, 0, 0);
        for (ulong i = 0; i < 50; i++)
        {
            var rng = new Rng(1, "cones", i);
            RandomCones? cones = RandomCones.In([jet], [jet], new RandomConeOptions(), ref rng);
            Assert.Equal(new RandomCones(0, 0), cones);
        }
    }

    [Fact]
    public void JetsEverywhere_LeaveNoRoom()
    {
        FourVector[] jets =
            [.. Enumerable.Range(0, 12).Select(i => FourVector.FromPtEtaPhiMass(50, 0, i * Math.PI / 6, 0))];
        var rng = new Rng(1, "cones");
        Assert.Null(RandomCones.In([], jets, new RandomConeOptions { EtaMax = 0.4 }, ref rng));
    }

    private static FourVector[] Uniform(int count, ulong number)
    {
        var rng = new Rng(9, "uniform", number);
        var particles = new FourVector[count];
        for (int i = 0; i < count; i++)
        {
            double eta = Distributions.Uniform(-2.5, 2.5, ref rng);
            double phi = Distributions.Uniform(-Math.PI, Math.PI, ref rng);
            particles[i] = FourVector.FromPtEtaPhiMass(1, eta, phi, 0);
        }

        return particles;
    }
}
