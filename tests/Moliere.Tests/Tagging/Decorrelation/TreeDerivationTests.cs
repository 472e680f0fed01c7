// covers: TreeDiscriminant
using Moliere.Data.Objects;
using Moliere.Tagging.Decorrelation;

namespace Moliere.Tests.Tagging.Decorrelation;

public sealed class TreeDerivationTests
{
    [Fact]
    public void StrengthZero_IsAdaBoost_AndTheMassIsNotAmongTheFeatures()
    {
        BoostedSample train = ToyBoostedJets.Sample(3000, 1);
        TreeDiscriminant plain = Derive(train, null), uniform = Derive(train, 0);
        Assert.Equal(plain.Score(train.Jets, 1), uniform.Score(train.Jets, 2));
        Assert.Equal(BoostedJetColumns.Substructure, plain.Trees.Features);
        Assert.All(plain.Score(train.Jets, 1), score => Assert.InRange(score, 0, 1));
    }

    private static TreeDiscriminant Derive(BoostedSample train, double? strength) => TreeDerivation.Derive(
        "trees", train, BoostedJetColumns.Substructure, new() { Rounds = 8 },
        strength is { } alpha ? new() { Strength = alpha } : null).Discriminant;
}
