using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Numerics.Random;
using Moliere.Simulation.Generation;

namespace Moliere.Tests.Simulation.Generation;

public sealed class HadronDecaysTests
{
    private static readonly int[] Unstable =
    [
        111, 113, 213, -213, 221, 223, 331, 310, 313, -313, 323, 333,
        3122, 3112, 3212, 3222, 3312, 3322, 3334, 1114, 2224,
    ];

    [Fact]
    public void EveryDecay_ConservesFourMomentumAndCharge()
    {
        var rng = new Rng(1, "test");
        foreach (int id in Unstable)
        {
            for (int n = 0; n < 50; n++)
            {
                FourVector parent = FourVector.FromPtEtaPhiMass(5, 0.7, 1.1, HadronData.Mass(id));
                var products = new List<Particle>();
                HadronDecays.AddStable(id, parent, products, ref rng);
                FourVector sum = products.Aggregate(default(FourVector), (s, p) => s + p.Momentum);
                Assert.InRange(sum.E / parent.E, 1 - 1e-6, 1 + 1e-6);
                Assert.InRange(sum.Px - parent.Px, -1e-6, 1e-6);
                Assert.Equal(Moliere.Data.PdgId.Charge(id), products.Sum(p => Moliere.Data.PdgId.Charge(p.PdgId)));
            }
        }
    }

    [Fact]
    public void BranchingFractions_AddUpToOne() => Assert.All(Unstable, id =>
    {
        double sum = 0;
        foreach (DecayChannel channel in HadronData.Channels(id))
        {
            sum += channel.Fraction;
        }

        Assert.Equal(1, sum, 9);
    });
}
