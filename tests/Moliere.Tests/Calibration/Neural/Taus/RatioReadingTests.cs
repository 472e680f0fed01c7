using Moliere.Calibration.Neural.Taus;
using Moliere.Learning.Models;
using Moliere.Numerics.Special;

namespace Moliere.Tests.Calibration.Neural.Taus;

public sealed class RatioReadingTests
{
    [Fact]
    public void NarrowDensity_KeepsItsPlaceAndRelativeWidth()
    {
        NetworkPrediction prediction = Prediction([1, 1.25f, 0.05f], mean: 1.25f);
        RatioReading.ToLogarithm(prediction);
        Assert.Equal(-Math.Log10(1.25), prediction.Mean[0], 1e-6);
        Assert.Equal(0.05 / 1.25 / Math.Log(10), prediction.SigmaSyst![0], 1e-6);
        Assert.Equal(0.04, Math.Log(10) * Math.Sqrt(new NormalMixture(prediction.Mixture).Variance()), 1e-6);
    }

    [Fact]
    public void NegativeRatio_BecomesTheLargestResponse()
    {
        NetworkPrediction prediction = Prediction([0.5f, 0.5f, -3, 1, 0.1f, 0.1f], mean: -1);
        RatioReading.ToLogarithm(prediction);
        Assert.Equal(1, prediction.Mean[0], 1e-6);
        Assert.Equal(1, prediction.Mixture[2], 1e-6);
        Assert.All(prediction.Mixture, value => Assert.True(float.IsFinite(value)));
    }

    private static NetworkPrediction Prediction(float[] mixture, float mean) =>
        new() { Components = mixture.Length / 3, Mixture = mixture, Mean = [mean], SigmaSyst = [mixture[^1]] };
}
