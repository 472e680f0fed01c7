using Moliere.Learning.Training;

namespace Moliere.Tests.Learning.Training;

public sealed class EarlyStoppingTests
{
    [Theory]
    [InlineData(-1.2, true)]
    [InlineData(-1.05, false)]
    [InlineData(-0.9, false)]
    [InlineData(double.NaN, false)]
    public void NegativeLoss_ImprovesDownwards(double loss, bool improved) =>
        Assert.Equal(improved, new EarlyStopping { BestLoss = -1, BestEpoch = 1 }.IsImprovedBy(loss, 0.1));

    [Fact]
    public void FirstLoss_AlwaysImproves() => Assert.True(new EarlyStopping().IsImprovedBy(1e300, 1));

    [Theory]
    [InlineData(7, 3, true)]
    [InlineData(6, 3, false)]
    [InlineData(1000, 0, false)]
    public void Patience_CountsEpochsSinceTheBest(int epoch, int patience, bool exhausted) =>
        Assert.Equal(exhausted, new EarlyStopping { BestLoss = 1, BestEpoch = 4 }.IsExhausted(epoch, patience));
}
