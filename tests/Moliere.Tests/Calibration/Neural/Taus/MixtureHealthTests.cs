using Moliere.Calibration.Neural.Taus;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;

namespace Moliere.Tests.Calibration.Neural.Taus;

public sealed class MixtureHealthTests
{
    [Fact]
    public void DensityThatNoTauUses_IsDead()
    {
        MixtureHealth health = Of(new MixtureNll(2), [0.999f, 0.001f, 0, 0, 1, 1], [1, 0, 0, 0, 1, 1]);
        Assert.Equal(0.9995, health.MeanShares[0], 1e-6);
        Assert.True(health.HasDied());
        Assert.False(Of(new MixtureNll(2), [0.999f, 0.001f, 0, 0, 1, 1], [0.5f, 0.5f, 0, 0, 1, 1]).HasDied());
    }

    [Fact]
    public void MembersShareTheWhole()
    {
        MixtureHealth health = Of(new MixtureNll(1), [0.004f, 0.996f, 0, 0, 1, 1]);
        Assert.True(health.HasDied(1));
        Assert.False(health.HasDied(members: 2));
    }

    [Fact]
    public void NarrowDensities_AreCountedWhereTheyMatter()
    {
        var loss = new MixtureNll(2) { LeastSigma = 0.1 };
        MixtureHealth health = Of(
            loss, [0.5f, 0.5f, 0, 0, 0.1f, 1], [0.001f, 0.999f, 0, 0, 0.1f, 1], [0.5f, 0.5f, 0, 0, 0.2f, 1],
            [0.5f, 0.5f, 0, 0, 0.3f, 1]);
        Assert.Equal(0.25, health.AtFloor);
    }

    private static MixtureHealth Of(Loss loss, params float[][] rows) => MixtureHealth.Of(
        new NetworkPrediction
        {
            Components = rows[0].Length / 3,
            Mixture = [.. rows.SelectMany(row => row)],
            Mean = new float[rows.Length],
        },
        loss);
}
