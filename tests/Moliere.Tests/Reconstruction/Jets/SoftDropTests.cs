// covers: SoftDropOptions, SoftDroppedJet
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Reconstruction.Jets;

namespace Moliere.Tests.Reconstruction.Jets;

public sealed class SoftDropTests
{
    [Theory]
    [InlineData("softdrop0", 0)]
    [InlineData("softdrop1", 1)]
    public void JetsOfTwelveEvents_AgreeWithFastJet(string kind, double beta)
    {
        var softDrop = new SoftDrop(new() { Beta = beta, Radius = 1 });
        int count = 0;
        foreach (var (inputs, jet, expected) in GroomedJets.Of(kind))
        {
            GroomedJets.Check(expected, softDrop.Apply(jet, inputs).Jet);
            count++;
        }

        Assert.Equal(57, count);
    }

    [Fact]
    public void BalancedSplitting_IsReportedAndTheSoftOneBeforeItDropped()
    {
        FourVector[] inputs =
        [
            FourVector.FromPtEtaPhiMass(60, 0, 0, 0), FourVector.FromPtEtaPhiMass(40, 0, 0.1, 0),
            FourVector.FromPtEtaPhiMass(5, 0, 0.35, 0),
        ];
        var jet = new Jet(inputs[0] + inputs[1] + inputs[2], [0, 1, 2]);
        SoftDroppedJet groomed = new SoftDrop(new()).Apply(jet, inputs);
        Assert.Equal([0, 1], groomed.Jet.Constituents);
        Assert.Equal((0.4, 0.1), (Math.Round(groomed.Fraction, 9), Math.Round(groomed.Distance, 9)));
    }

    [Fact]
    public void OneParticle_StaysAsItIs()
    {
        FourVector[] inputs = [FourVector.FromPtEtaPhiMass(60, 0, 0, 0)];
        var jet = new Jet(inputs[0], [0]);
        SoftDroppedJet groomed = new SoftDrop(new()).Apply(jet, inputs);
        Assert.Equal((0, 0), (groomed.Fraction, groomed.Distance));
        Assert.Equal([0], groomed.Jet.Constituents);
    }
}
