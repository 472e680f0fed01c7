// covers: TreeDiscriminant
using Moliere.Data.Objects;
using Moliere.Numerics.Statistics;
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

    [Fact]
    public void Strength_LowersTheCorrelationWithTheMass()
    {
        BoostedSample train = ToyBoostedJets.Sample(6000, 1), test = ToyBoostedJets.Sample(4000, 2);
        double plain = Correlation(test, Derive(train, null)), uniform = Correlation(test, Derive(train, 3));
        Assert.True(uniform < 0.5 * plain, $"{uniform} of {plain} is left");
    }

    private static TreeDiscriminant Derive(BoostedSample train, double? strength) => TreeDerivation.Derive(
        "trees", train, BoostedJetColumns.Substructure, new() { Rounds = 25 },
        strength is { } alpha ? new() { Strength = alpha } : null).Discriminant;

    private static double Correlation(BoostedSample test, IDiscriminant discriminant)
    {
        float[] scores = discriminant.Score(test.Jets, 1);
        return DistanceCorrelation.Squared(
            [.. test.Background.Select(row => (double)test.Mass[row])],
            [.. test.Background.Select(row => (double)scores[row])], []);
    }
}
