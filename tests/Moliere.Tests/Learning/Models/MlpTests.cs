// covers: MlpOptions
using Moliere.Learning.Models;
using Moliere.Numerics.Kernels;
using Moliere.Tests.Numerics.Autodiff;

namespace Moliere.Tests.Learning.Models;

public sealed class MlpTests
{
    [Fact]
    public void Prediction_EqualsDoublePrecisionNetwork()
    {
        var model = new Mlp(4, new MlpOptions { Hidden = [20, 10], Activation = Activation.Tanh }, 3, seed: 5);
        float[] x = [0.1f, -2, 0.7f, 1.5f, 1, 1, 1, 1], y = new float[6];
        model.Predict(x, 2, y, threads: 1);
        for (int row = 0; row < 2; row++)
        {
            double[] input = [.. x.Skip(row * 4).Take(4).Select(value => (double)value)];
            double[] expected = ReferenceNetwork.Row(model.Tape, [.. model.Parameters.Select(p => (double)p)], input);
            for (int i = 0; i < 3; i++)
            {
                Assert.Equal(expected[i], y[(row * 3) + i], 1e-5);
            }
        }
    }

    [Fact]
    public void SameSeed_GivesSameWeights_OtherSeedOthers()
    {
        float[] first = new Mlp(4, new MlpOptions(), 2, 1).Parameters;
        Assert.Equal(first, new Mlp(4, new MlpOptions(), 2, 1).Parameters);
        Assert.NotEqual(first, new Mlp(4, new MlpOptions(), 2, 2).Parameters);
    }

    [Fact]
    public void OutputBias_IsThePredictionForZeroWeights()
    {
        var model = new Mlp(2, new MlpOptions { Hidden = [] }, 2, 1);
        model.Parameters.AsSpan().Clear();
        model.SetOutputBias([3, -1]);
        float[] y = new float[2];
        model.Predict(new float[] { 7, 8 }, 1, y, 1);
        Assert.Equal([3f, -1f], y);
        Assert.Throws<ArgumentException>(() => model.SetOutputBias([1]));
    }

    [Fact]
    public void NoInputs_IsRefused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Mlp(0, new MlpOptions(), 2, 1));
}
