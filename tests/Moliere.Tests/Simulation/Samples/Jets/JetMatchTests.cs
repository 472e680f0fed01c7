using Moliere.Data.Kinematics;
using Moliere.Simulation.Samples.Jets;

namespace Moliere.Tests.Simulation.Samples.Jets;

public sealed class JetMatchTests
{
    [Fact]
    public void Pairs_AreMadeByDistanceAndOnce()
    {
        // Both jets are near the first particle jet; the nearer one gets it, the other takes what is left in reach.
        FourVector[] jets = [Jet(50, 0), Jet(40, 0.15), Jet(30, 3)];
        FourVector[] truth = [Jet(60, 0.1), Jet(20, -0.25), Jet(10, 2.5)];
        Assert.Equal([1, 0, -1], JetMatch.Pairs(jets, truth, 0.3));
        Assert.Equal([-1, 0, -1], JetMatch.Pairs(jets, truth, 0.08));
        Assert.Equal([-1, -1, -1], JetMatch.Pairs(jets, [], 0.3));
    }

    [Fact]
    public void Isolation_LooksAtNeighboursAboveTheThreshold()
    {
        FourVector[] jets = [Jet(50, 0), Jet(40, 1), Jet(6, 0.5)];
        Assert.Equal(1, JetMatch.Isolation(jets, 0, 7), 9);
        Assert.Equal(0.5, JetMatch.Isolation(jets, 0, 5), 9);
        Assert.Equal(0.5, JetMatch.Isolation(jets, 2, 7), 9);
        Assert.Equal(JetMatch.Alone, JetMatch.Isolation(jets[..1], 0, 7));
    }

    private static FourVector Jet(double pt, double eta) => FourVector.FromPtEtaPhiMass(pt, eta, 1, 0);
}
