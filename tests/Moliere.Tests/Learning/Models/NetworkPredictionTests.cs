using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Numerics.Special;

namespace Moliere.Tests.Learning.Models;

public sealed class NetworkPredictionTests
{
    [Fact]
    public void MixtureOutputs_GiveMomentsAndCentralValues()
    {
        NetworkPrediction prediction = NetworkPrediction.OfOutputs([0.2f, -1f, -3, -1, 2, 0], 1, new MixtureNll(2));
        var mixture = new NormalMixture(prediction.Mixture);
        Assert.Equal(2, prediction.Components);
        Assert.Null(prediction.SigmaStat);
        Assert.Equal(mixture.Mean(), prediction.Mean[0], 1e-6);
        Assert.Equal(Math.Sqrt(mixture.Variance()), prediction.SigmaSyst![0], 1e-6);
        Assert.Equal(mixture.Mode(), prediction.Values(CentralValue.Mode, 1)[0], 1e-6);
        Assert.Equal(mixture.Quantile(0.5), prediction.Values(CentralValue.Median, 1)[0], 1e-6);
        Assert.Same(prediction.Mean, prediction.Values(CentralValue.Mean, 1));
    }

    [Fact]
    public void PointOutputs_HaveNoSpreadAndOneValue()
    {
        NetworkPrediction prediction = NetworkPrediction.OfOutputs([0.5f, 2f], 2, new MeanSquaredError());
        Assert.Null(prediction.SigmaSyst);
        Assert.Equal([0.5f, 2f], prediction.Values(CentralValue.Mode, 1));
    }

    [Fact]
    public void Threads_DoNotChangeABit()
    {
        float[] outputs = [.. Enumerable.Range(0, 6 * 3000).Select(i => MathF.Sin(i))];
        NetworkPrediction prediction = NetworkPrediction.OfOutputs(outputs, 3000, new MixtureNll(2));
        Assert.Equal(prediction.Values(CentralValue.Mode, 1), prediction.Values(CentralValue.Mode, 3));
    }
}
