// covers: RatioScale
using Moliere.Calibration.Neural.Taus;
using Moliere.Learning.Models;

namespace Moliere.Tests.Calibration.Neural.Taus;

public sealed class RatioMomentsTests
{
    private static readonly RatioScale s_scale = new(1.1, 0.5);

    [Fact]
    public void Ratio_FollowsTotalExpectationAndVariance()
    {
        // Densities at 1 ± 0.1 and 2 ± 0.2 with shares 3/4 and 1/4.
        RatioMoments moments = Of([0.75f, 0.25f, 1, 2, 0.1f, 0.2f], TauTarget.Ratio);
        double variance = (0.75 * (0.01 + 1)) + (0.25 * (0.04 + 4)) - (1.25 * 1.25);
        Assert.Equal((1.25 - 1.1) / 0.5, moments.Mu[0], 1e-6);
        Assert.Equal(Math.Sqrt(variance) / 0.5, moments.Sigma[0], 1e-6);
    }

    [Fact]
    public void Logarithm_HasTheMomentsOfALogNormal()
    {
        // ln t normal with mean 0.2 and width 0.3, as log10 of 1 / t.
        double ln10 = Math.Log(10), mean = Math.Exp(0.2 + 0.045);
        RatioMoments moments = Of([1, (float)(-0.2 / ln10), (float)(0.3 / ln10)], TauTarget.Logarithm);
        Assert.Equal((mean - 1.1) / 0.5, moments.Mu[0], 1e-5);
        Assert.Equal(mean * Math.Sqrt(Math.Exp(0.09) - 1) / 0.5, moments.Sigma[0], 1e-5);
    }

    [Fact]
    public void UnusableTau_HasNone()
    {
        var prediction = new NetworkPrediction { Components = 1, Mixture = [1, 0, 1], Mean = [0] };
        RatioMoments moments = RatioMoments.Of(prediction, [false], TauTarget.Ratio, s_scale);
        Assert.Equal((float.NaN, float.NaN), (moments.Mu[0], moments.Sigma[0]));
    }

    [Fact]
    public void Scale_IsMeanAndStandardDeviation()
    {
        Assert.Equal(new RatioScale(2, 1), RatioScale.Of([1, 3]));
        Assert.Equal(1, RatioScale.Of([1.5f, 1.5f]).Sigma);
    }

    private static RatioMoments Of(float[] mixture, TauTarget target)
    {
        var prediction = new NetworkPrediction { Components = mixture.Length / 3, Mixture = mixture, Mean = [0] };
        return RatioMoments.Of(prediction, [true], target, s_scale);
    }
}
