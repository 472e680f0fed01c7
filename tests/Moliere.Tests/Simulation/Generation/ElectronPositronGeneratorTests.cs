using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Simulation.Generation;

namespace Moliere.Tests.Simulation.Generation;

public sealed class ElectronPositronGeneratorTests
{
    private const double ZMass = 91.188;

    [Theory]
    [InlineData(10)]
    [InlineData(ZMass)]
    [InlineData(1000)]
    public void Event_HasTheEnergyOfTheBeamsAndNoCharge(double energy)
    {
        var generator = new ElectronPositronGenerator(energy, 1);
        for (int n = 0; n < 50; n++)
        {
            GeneratedEvent generated = generator.Generate(n);
            FourVector sum = generated.Particles.Aggregate(default(FourVector), (s, p) => s + p.Momentum);
            Assert.Equal(energy, sum.E, 1e-6 * energy);
            Assert.Equal(0, sum.P, 1e-6 * energy);
            Assert.Equal(0, generated.Particles.Sum(p => PdgId.Charge(p.PdgId)));
        }
    }

    [Fact]
    public void Flavours_FollowTheCouplingsOfTheZ()
    {
        var generator = new ElectronPositronGenerator(ZMass, 2);
        var counts = new double[6];
        for (int n = 0; n < 1500; n++)
        {
            counts[generator.Generate(n).HardPartons[0].PdgId] += 1.0 / 1500;
        }

        Assert.InRange(counts[5], 0.18, 0.255); // R_b = 0.216, PDG
        Assert.InRange(counts[4], 0.135, 0.21); // R_c = 0.172, PDG
    }

    [Fact]
    public void History_BeginsWithThePairAndHasItForMother()
    {
        GeneratedEvent generated = new ElectronPositronGenerator(ZMass, 3).Generate(5);
        Assert.Equal(generated.HardPartons[0].PdgId, generated.History[0].PdgId);
        Assert.Equal(-generated.History[0].PdgId, generated.History[1].PdgId);
        Assert.All(generated.Particles, p => Assert.InRange(p.Mother, 0, generated.History.Count - 1));
    }

    [Fact]
    public void SameNumber_SameBits()
    {
        var generator = new ElectronPositronGenerator(ZMass, 4);
        GeneratedEvent first = generator.Generate(7);
        generator.Generate(8);
        Assert.Equal(first.Particles, new ElectronPositronGenerator(ZMass, 4).Generate(7).Particles);
        Assert.NotEqual(first.Particles, new ElectronPositronGenerator(ZMass, 5).Generate(7).Particles);
    }

    [Fact]
    public void EnergyOutOfRange_IsNamed()
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() => new ElectronPositronGenerator(1, 1));
        Assert.Contains("Energy of e+ e- is 1 GeV; expected 5 to 100000 GeV.", error.Message);
    }
}
