// covers: TauDecayMode, ClusterScale
using Moliere.Data.Objects;

namespace Moliere.Tests.Data.Objects;

public sealed class TauColumnsTests
{
    [Fact]
    public void Modes_FollowTheDecayModes() =>
        Assert.Equal(Enum.GetValues<TauDecayMode>().Length, TauColumns.Modes.Count);

    [Fact]
    public void ModeInputs_AreDistinctAndNeitherTruthNorResultOfTheClassification()
    {
        Assert.Distinct(TauColumns.ModeInputs);
        Assert.DoesNotContain(TauColumns.ModeInputs, name => name.StartsWith("truth", StringComparison.Ordinal));
        Assert.Empty(TauColumns.ModeInputs.Intersect(TauColumns.Modes));
    }

    [Fact]
    public void ClusterScale_OfEqualParts_IsEqual() =>
        Assert.Equal(new ClusterScale(0.25, 1.5), new ClusterScale(EmProbability: 0.25, Factor: 1.5));
}
