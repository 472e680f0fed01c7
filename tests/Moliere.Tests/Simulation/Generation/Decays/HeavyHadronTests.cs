using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Decays;

namespace Moliere.Tests.Simulation.Generation.Decays;

public sealed class HeavyHadronTests
{
    [Theory]
    [InlineData(421, 2.46, 0.14)] // MARK III, Phys. Lett. B 263 (1991) 135: charged multiplicities of charm mesons
    [InlineData(411, 2.16, 0.16)] // ibid.
    [InlineData(431, 2.69, 0.33)] // ibid.
    [InlineData(511, 5.36, 0.30)] // CLEO, hep-ex/9907057: mean of B0 and B+
    [InlineData(521, 5.36, 0.30)] // ibid.
    public void ChargedMultiplicity_IsTheMeasured(int id, double expected, double error) =>
        Assert.InRange(Mean(id, p => PdgId.Charge(p.PdgId) != 0), expected - error, expected + error);

    [Theory]
    [InlineData(421, 0.065, 0.007)] // PDG: inclusive semileptonic fractions
    [InlineData(411, 0.161, 0.010)]
    [InlineData(431, 0.070, 0.012)] // with those of tau
    [InlineData(4122, 0.039, 0.006)]
    public void Electrons_AreAsFrequentAsMeasured(int id, double expected, double error) => Assert.InRange(
        Mean(id, p => Math.Abs(p.PdgId) == 11), expected - error, expected + error);

    [Theory]
    [InlineData(511, 0.1033)]
    [InlineData(521, 0.1099)]
    [InlineData(5122, 0.108)]
    public void BottomHadrons_DecaySemileptonically(int id, double expected) => Assert.InRange(
        HadronData.Channels(id).Where(c => Math.Abs(c.Products[1]) == 11).Sum(c => c.Fraction),
        expected - 0.003, expected + 0.003);

    [Fact]
    public void BMeson_LeavesACharmHadronFurtherOut()
    {
        var rng = new Rng(2, "test");
        int further = 0, charmed = 0;
        const int Count = 2000;
        for (int i = 0; i < Count; i++)
        {
            var record = new EventRecord();
            HadronDecays.Add(521, FourVector.FromPtEtaPhiMass(50, 0.2, 0, 5.27934), default, -1, record, ref rng);
            TruthParticle[] charm = [.. record.History.Where(h => Math.Abs(h.PdgId) is 411 or 421 or 431 or 4122)];
            charmed += charm.Length;
            further += charm.Count(c => c.Decay.Time > record.History[0].Decay.Time);
            Assert.All(charm, c => Assert.Equal(record.History[0].Decay, c.Production));
        }

        // PDG: 61.6 % D0, 23.1 % D+, 8.3 % Ds, 3.6 % Lambda_c per B; baryons other than Lambda_c are not counted.
        Assert.InRange(charmed / (double)Count, 0.9, 1.15);
        Assert.Equal(charmed, further);
    }

    [Fact]
    public void MassesOfBroadResonances_FollowTheirWidth()
    {
        var rng = new Rng(3, "test");
        double[] masses = [.. Enumerable.Range(0, 4000).Select(_ => HadronData.DrawMass(113, ref rng)).Order()];
        Assert.InRange(masses[2000], 0.765, 0.785);
        Assert.InRange(masses[3000] - masses[1000], 0.105, 0.150); // half width at the quartiles, less what is cut off
        Assert.All(masses, m => Assert.InRange(m, 0.28, 1.22));
    }

    private static double Mean(int id, Func<Particle, bool> isCounted)
    {
        var rng = new Rng(1, "test");
        const int Count = 6000;
        int sum = 0;
        for (int i = 0; i < Count; i++)
        {
            var record = new EventRecord();
            HadronDecays.Add(id, new FourVector(0, 0, 0, HadronData.Mass(id)), default, -1, record, ref rng);
            sum += record.Particles.Count(isCounted);
        }

        return sum / (double)Count;
    }
}
