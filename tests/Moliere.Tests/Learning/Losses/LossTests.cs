using Moliere.Learning.Losses;

namespace Moliere.Tests.Learning.Losses;

public sealed class LossTests
{
    [Fact]
    public void SumOfNoRows_IsZero() => Assert.Equal(0, new GaussianNll().Sum([], 16, [], [], []));

    [Fact]
    public void EqualLosses_AreEqualRecords() => Assert.Equal<Loss>(new MixtureNll(3), new MixtureNll(3));
}
