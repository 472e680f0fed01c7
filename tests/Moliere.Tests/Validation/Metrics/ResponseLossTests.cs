using Moliere.Data.Objects;
using Moliere.Validation.Metrics;

namespace Moliere.Tests.Validation.Metrics;

public sealed class ResponseLossTests
{
    [Fact]
    public void Resolution_IsRelativeAndIgnoresInvalidTargets()
    {
        ValidationSample sample = SyntheticSample.LogNormal(20000, scale: 0.8, sigma: 0.1);
        double known = Math.Sinh(0.1); // (e^0.1 - e^-0.1) / 2
        Assert.Equal(known, ResponseLoss.Resolution(sample.Target, sample.Methods[0].Predictions), 0.003);
        float[] broken = [.. sample.Target.Select((value, row) => row % 50 == 0 ? float.NaN : value)];
        Assert.Equal(known, ResponseLoss.Resolution(broken, sample.Methods[1].Predictions), 0.003);
    }

    [Fact]
    public void Likelihood_IsOverTheLogarithm()
    {
        ValidationSample sample = SyntheticSample.LogNormal(20000, scale: 0.8, sigma: 0.1);
        Predictions predictions = sample.Methods[1].Predictions with { Distribution = Law(20000, 0.8, 0.1) };
        double entropy = 0.5 * Math.Log(2 * Math.PI * Math.E * 0.01); // of ln R
        Assert.Equal(entropy, ResponseLoss.Likelihood(sample.Target, predictions, threads: 2), 0.02);
        Assert.Equal(
            ResponseLoss.Likelihood(sample.Target, predictions, threads: 1),
            ResponseLoss.Likelihood(sample.Target, predictions, threads: 2));
    }

    [Fact]
    public void Likelihood_OfALostRowIsCutOff()
    {
        Predictions predictions =
            SyntheticSample.Constant(2, 1, 0.1f) with { Distribution = Law(2, 1, 0.01) };
        double loss = ResponseLoss.Likelihood([1, 100], predictions, threads: 1);
        double centre = -Math.Log(1 / (0.01 * Math.Sqrt(2 * Math.PI)));
        Assert.Equal(0.5 * (20 + centre), loss, 1e-4);
    }

    [Fact]
    public void NormalLaw_StandsForAMethodWithSigmaAlone()
    {
        double loss = ResponseLoss.Likelihood([1, 1], SyntheticSample.Constant(2, 1, 0.1f), threads: 1);
        Assert.Equal(Math.Log(0.1 * Math.Sqrt(2 * Math.PI)), loss, 1e-5);
    }

    private static PredictedDistribution Law(int rows, double scale, double sigma) => new()
    {
        Scale = ResponseScale.Log10,
        Components = 1,
        Parameters = [.. Enumerable.Range(0, rows).SelectMany(_ => new[]
        {
            1, (float)Math.Log10(scale), (float)(sigma / Math.Log(10)),
        })],
    };
}
