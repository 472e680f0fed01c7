using Moliere.Data.Objects;
using Moliere.Reconstruction.Jets;

namespace Moliere.Tests.Reconstruction.Jets;

public sealed class JetStrategyTests
{
    [Theory]
    [InlineData(20)]
    [InlineData(300)]
    public void Strategies_GiveTheSameJets(int count)
    {
        var inputs = JetEvents.Random(count, etaMax: 5);
        var jets = Enum.GetValues<JetStrategy>()
            .Select(strategy => new JetFinder(new(JetAlgorithm.AntiKt, 0.4), strategy).Find(inputs, 5)).ToList();
        Assert.NotEmpty(jets[0]);
        foreach (IReadOnlyList<Jet> others in jets)
        {
            Assert.Equal(jets[0].Select(jet => jet.Constituents), others.Select(jet => jet.Constituents));
        }
    }
}
