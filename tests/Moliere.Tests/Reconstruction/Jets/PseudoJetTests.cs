using Moliere.Data.Kinematics;
using Moliere.Reconstruction.Jets;

namespace Moliere.Tests.Reconstruction.Jets;

public sealed class PseudoJetTests
{
    [Fact]
    public void Distance_GoesTheShortWayRound()
    {
        var definition = new JetDefinition(JetAlgorithm.Kt, 0.4);
        var a = PseudoJet.Of(FourVector.FromPtEtaPhiMass(3, 1, 3.1, 0), definition);
        var b = PseudoJet.Of(FourVector.FromPtEtaPhiMass(5, 1.1, -3.1, 0), definition);
        double dphi = (2 * Math.PI) - 6.2;
        Assert.Equal((dphi * dphi) + 0.01, a.DistanceSquared(b), 12);
        Assert.Equal((9, 25), (Math.Round(a.Scale, 9), Math.Round(b.Scale, 9)));
    }
}
