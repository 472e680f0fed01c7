using Moliere.Calibration.Closure;
using Moliere.Calibration.Neural.Jets;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Numerics.Random;
using Moliere.Tests.Calibration.Neural.Jets;

namespace Moliere.Tests.Calibration.Closure;

public sealed class SpreadScaleTests
{
    [Fact]
    public void Factor_IsTheWidthOfThePullsAtEachMomentum()
    {
        var rng = new Rng(5, "pulls");
        List<(double LogPt, double Pull)> jets = [];
        for (int i = 0; i < 40_000; i++)
        {
            double logPt = 3 + (3 * rng.NextDouble());
            jets.Add((logPt, (logPt - 2) * rng.NextGaussian() * 0.4));
        }

        SpreadScale scale = SpreadScale.Derive(jets, 4000)!;
        Assert.Equal(10, scale.Factors.Length);
        Assert.Equal(0.8, scale.At(Math.Exp(4)), 0.03);
        Assert.Equal(1.2, scale.At(Math.Exp(5)), 0.05);
        Assert.Equal(scale.Factors[0], scale.At(1e-3));
        Assert.Equal(scale.Factors[^1], scale.At(1e6));
    }

    [Fact]
    public void TooFewJets_GiveNoScale() => Assert.Null(SpreadScale.Derive([(1, 1)], 2));

    [Fact]
    public void AbsurdPulls_AreBounded() =>
        Assert.Equal([3], SpreadScale.Derive([.. Enumerable.Range(-5, 10).Select(i => (1.0, 1e9 * i))], 10)!.Factors);

    [Fact]
    public void Calibration_StretchesUncertaintyAndDistributionAroundTheResponse()
    {
        Table jets = ToyJets.Jets(50, seed: 4);
        JetNetworkCalibration plain = TrainedJets.Gaussian with { Spread = null };
        Predictions one = plain.Apply(jets), two = (plain with { Spread = new([1], [2]) }).Apply(jets);
        Assert.Equal(one.Response, two.Response);
        for (int row = 0; row < 50; row++)
        {
            Assert.Equal(2 * one.SigmaSyst![row], two.SigmaSyst![row], 1e-6);
            Assert.Equal(one.Distribution!.Of(row)[1], two.Distribution!.Of(row)[1], 1e-6);
            Assert.Equal(2 * one.Distribution.Of(row)[2], two.Distribution.Of(row)[2], 1e-6);
        }
    }
}
