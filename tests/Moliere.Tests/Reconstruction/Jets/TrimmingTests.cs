// covers: TrimmingOptions
using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Reconstruction.Jets;

namespace Moliere.Tests.Reconstruction.Jets;

public sealed class TrimmingTests
{
    [Fact]
    public void JetsOfTwelveEvents_AgreeWithFastJet()
    {
        var trimming = new Trimming(new() { SubjetRadius = 0.3 });
        int count = 0;
        foreach (var (inputs, jet, expected) in GroomedJets.Of("trimmed"))
        {
            GroomedJets.Check(expected, trimming.Apply(jet, inputs));
            count++;
        }

        Assert.Equal(57, count);
    }

    [Fact]
    public void SoftSubjet_IsRemovedAndHardOneKept()
    {
        FourVector[] inputs =
        [
            FourVector.FromPtEtaPhiMass(90, 0, 0, 0), FourVector.FromPtEtaPhiMass(6, 0, 0.6, 0),
            FourVector.FromPtEtaPhiMass(3, 0.6, 0, 0),
        ];
        Jet jet = Assert.Single(new JetFinder(new(JetAlgorithm.AntiKt, 1)).Find(inputs, 0));
        Jet trimmed = new Trimming(new()).Apply(jet, inputs);
        Assert.Equal([0, 1], trimmed.Constituents);
        Assert.Equal(inputs[0] + inputs[1], trimmed.Momentum);
        Assert.Empty(new Trimming(new() { MinimumFraction = 1 }).Apply(jet, inputs).Constituents);
    }
}
