// covers: TreeDiscriminant
using Moliere.Data.Objects;
using Moliere.Learning.Trees;
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
        Assert.False(plain.IsProbability);
    }

    [Fact]
    public void LargeMargins_KeepTheOrderOfJets()
    {
        BoostedSample train = ToyBoostedJets.Sample(400, 1);
        BoostedTrees trees = Derive(train, null).Trees;
        BoostedTrees strong = trees with
        {
            Trees = [.. trees.Trees.Select(tree => tree with { Value = Array.ConvertAll(tree.Value, v => 64 * v) })],
        };
        float[] plain = new TreeDiscriminant("plain", trees).Score(train.Jets, 1);
        float[] scaled = new TreeDiscriminant("strong", strong).Score(train.Jets, 1);
        Assert.Equal(Array.ConvertAll(plain, margin => 64 * margin), scaled); // a power of two rounds nothing
        Assert.True(scaled.Max() > 20, "probabilities would not tell 1 from the next below");
    }

    private static TreeDiscriminant Derive(BoostedSample train, double? strength) => TreeDerivation.Derive(
        "trees", train, BoostedJetColumns.Substructure, new() { Rounds = 8 },
        strength is { } alpha ? new() { Strength = alpha } : null).Discriminant;
}
