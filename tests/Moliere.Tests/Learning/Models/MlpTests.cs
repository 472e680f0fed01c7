// covers: MlpOptions, Normalisation, TapeNetwork
using Moliere.Learning.Models;
using Moliere.Numerics.Autodiff;
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

    [Fact]
    public void EachHiddenLayer_CanHaveItsOwnActivation()
    {
        var options = new MlpOptions { Hidden = [3, 2], Activations = [Activation.Tanh, Activation.Sigmoid] };
        var layers = new Mlp(1, options, 1, 1).Tape.Operations.Cast<DenseOperation>();
        Assert.Equal([Activation.Tanh, Activation.Sigmoid, Activation.Identity], layers.Select(l => l.Activation));
    }

    [Fact]
    public void NormalisationAndDropout_SurroundHiddenLayers()
    {
        var options = new MlpOptions { Hidden = [3, 2], Normalisation = Normalisation.Batch, Dropout = 0.2 };
        string[] names = [.. new Mlp(1, options, 1, 1).Tape.Operations.Select(operation => operation.GetType().Name)];
        Assert.Equal("BatchNormOperation DenseOperation DropoutOperation", string.Join(' ', names[..3]));
        Assert.Equal(names[..3], names[3..6]);
        Assert.Equal("DenseOperation", Assert.Single(names[6..]));
    }

    [Fact]
    public void OptionsThatAreNotUsed_LeaveIdentitiesAndFilesAsTheyWere()
    {
        Assert.Equal(
            "single 4 {\"Hidden\":[64,64,64,64],\"Activation\":1} 3", new Mlp(4, new MlpOptions(), 3, 1).Identity);
        var used = new MlpOptions { Normalisation = Normalisation.Layer, Dropout = 0.5, Activations = [] };
        string json = System.Text.Json.JsonSerializer.Serialize(used);
        Assert.Contains("\"Activations\":[],\"Normalisation\":2,\"Dropout\":0.5", json);
    }

    [Fact]
    public void OptionsThatDoNotFit_AreRefused()
    {
        var tooFew = new MlpOptions { Hidden = [3, 2], Activations = [Activation.Tanh] };
        Assert.Contains("1 activations for 2 hidden layers", Message(() => new Mlp(1, tooFew, 1, 1)));
        Assert.Contains("[0, 1)", Message(() => new Mlp(1, new() { Dropout = 1 }, 1, 1)));
        var batch = new MlpOptions { Normalisation = Normalisation.Batch };
        Assert.Contains("no Batch", Message(() => new BayesianMlp(1, batch, new(), 1, 1)));
        Assert.Contains("no Batch", Message(() => new Ensemble(1, batch, 1, new(), isRepulsive: false, 1)));
        var dropout = new MlpOptions { Dropout = 0.5 };
        Assert.Contains("no dropout", Message(() => new Ensemble(1, dropout, 1, new(), isRepulsive: false, 1)));

        static string Message(Func<object> make) => Assert.Throws<ArgumentException>(make).Message;
    }
}
