using Moliere.Data;
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation.Decays;

namespace Moliere.Tests.Simulation.Generation.Decays;

public sealed class HadronDecaysTests
{
    private static IEnumerable<DecayEntry> Unstable => HadronData.Table.Values.Where(e => e.Channels.Count > 0);

    [Fact]
    public void EveryDecay_ConservesFourMomentumAndCharge()
    {
        var rng = new Rng(1, "test");
        foreach (DecayEntry entry in Unstable)
        {
            for (int n = 0; n < 100; n++)
            {
                int id = n % 2 == 0 ? entry.PdgId : HadronData.Conjugate(entry.PdgId);
                var record = new EventRecord();
                FourVector parent = FourVector.FromPtEtaPhiMass(5, 0.7, 1.1, HadronData.DrawMass(id, ref rng));
                HadronDecays.Add(id, parent, default, -1, record, ref rng);
                FourVector sum = record.Particles.Aggregate(default(FourVector), (s, p) => s + p.Momentum);
                Assert.InRange(sum.E / parent.E, 1 - 1e-6, 1 + 1e-6);
                Assert.InRange(sum.Px - parent.Px, -1e-6, 1e-6);
                Assert.InRange(sum.Pz - parent.Pz, -1e-6, 1e-6);
                Assert.Equal(PdgId.Charge(id), record.Particles.Sum(p => PdgId.Charge(p.PdgId)));
            }
        }
    }

    [Fact]
    public void History_LinksEveryParticleToItsMothersAtTheirVertices()
    {
        var rng = new Rng(2, "test");
        for (int n = 0; n < 200; n++)
        {
            var record = new EventRecord();
            int root = record.AddHistory(new TruthParticle(23, default));
            var at = new Vertex(0.1, -0.2, 30, 0.3);
            HadronDecays.Add(3312, FourVector.FromPtEtaPhiMass(20, -0.4, 2, 1.32171), at, root, record, ref rng);
            Assert.Equal(at, record.History[1].Production);
            for (int i = 1; i < record.History.Count; i++)
            {
                Assert.InRange(record.History[i].Mother, 0, i - 1);
                Assert.True(record.History[i].Decay.Time > record.History[i].Production.Time);
            }

            Assert.All(record.Particles, p => Assert.Equal(record.History[p.Mother].Decay, p.Production));
        }
    }

    [Fact]
    public void ProperTime_HasTheMeanOfTheTable()
    {
        var rng = new Rng(3, "test");
        double sum = 0;
        const int Count = 20_000;
        FourVector momentum = FourVector.FromPtEtaPhiMass(3, 0.5, 0, HadronData.Mass(310));
        for (int n = 0; n < Count; n++)
        {
            var record = new EventRecord();
            HadronDecays.Add(310, momentum, default, -1, record, ref rng);
            sum += record.History[0].Decay.Distance * HadronData.Mass(310) / momentum.P;
        }

        // The error of an exponential's mean is the mean over the root of the count; five of them.
        Assert.InRange(sum / Count / HadronData.Lifetime(310), 1 - (5 / Math.Sqrt(Count)), 1 + (5 / Math.Sqrt(Count)));
    }

    [Fact]
    public void StableParticle_StaysWithItsVertexAndMother()
    {
        var rng = new Rng(4, "test");
        var record = new EventRecord();
        var at = new Vertex(1, 2, 3, 4);
        HadronDecays.Add(-211, new FourVector(1, 0, 0, 1.01), at, 7, record, ref rng);
        Assert.Equal(new Particle(-211, new FourVector(1, 0, 0, 1.01), at, 7), Assert.Single(record.Particles));
        Assert.Empty(record.History);
    }
}
