using Moliere.Formats.Onnx;
using Moliere.Learning.Export;
using Moliere.Learning.Models;
using Moliere.Numerics.Kernels;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Learning.Export;

public sealed class TapePrinterTests
{
    private static readonly float[] s_features = [0.5f, -1, 2, 0.1f, 3, -0.7f];

    [Theory]
    [InlineData(Activation.Identity)]
    [InlineData(Activation.Relu)]
    [InlineData(Activation.Tanh)]
    [InlineData(Activation.Silu)]
    [InlineData(Activation.Softplus)]
    [InlineData(Activation.Sigmoid)]
    public void Network_GivesItsOutputs(Activation activation)
    {
        Mlp network = Network(activation, seed: 3);
        double[] printed = Run(network, [network.Parameters]).Data;
        Assert.All(Outputs(network).Zip(printed), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    [Fact]
    public void SeveralNetworks_ArePrintedOnceWithStackedWeights()
    {
        Mlp[] members = [.. Enumerable.Range(1, 3).Select(seed => Network(Activation.Tanh, (ulong)seed))];
        OnnxTensorValue printed = Run(members[0], [.. members.Select(member => member.Parameters)]);
        Assert.Equal([3, 2, 2], printed.Shape);
        float[] outputs = [.. members.SelectMany(Outputs)];
        Assert.All(outputs.Zip(printed.Data), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    [Theory]
    [InlineData(Normalisation.Batch)]
    [InlineData(Normalisation.Layer)]
    public void NormalisedNetwork_GivesItsOutputs(Normalisation normalisation)
    {
        Mlp network = Normalised(normalisation);
        double[] printed = Run(network, [network.Parameters]).Data;
        Assert.All(Outputs(network).Zip(printed), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    [SkippableTheory]
    [InlineData(Normalisation.Batch)]
    [InlineData(Normalisation.Layer)]
    public void NormalisedNetwork_GivesItsOutputsInTheRealRuntime(Normalisation normalisation)
    {
        Mlp network = Normalised(normalisation);
        OnnxModel model = new() { Graph = Graph(network, [network.Parameters]) };
        float[] printed = OnnxRuntime.RunOrSkip(model, s_features)["y"];
        Assert.All(Outputs(network).Zip(printed), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    [Fact]
    public void StackOfNormalisedNetworks_IsPrintedOnce()
    {
        Mlp[] members = [Normalised(Normalisation.Batch), Normalised(Normalisation.Batch)];
        members[1].Parameters.AsSpan(0, 6).Fill(0.5f);
        double[] printed = Run(members[0], [.. members.Select(member => member.Parameters)]).Data;
        float[] outputs = [.. members.SelectMany(Outputs)];
        Assert.All(outputs.Zip(printed), pair => Assert.Equal(pair.First, pair.Second, 1e-6));
    }

    // Parameters away from where they start, running statistics included; dropout must not be printed.
    private static Mlp Normalised(Normalisation normalisation)
    {
        var options = new MlpOptions { Hidden = [5, 4], Normalisation = normalisation, Dropout = 0.4 };
        var network = new Mlp(3, options, 2, seed: 3);
        for (int i = 0; i < network.Parameters.Length; i++)
        {
            network.Parameters[i] += 0.1f + (0.05f * (i % 7));
        }

        return network;
    }

    private static Mlp Network(Activation activation, ulong seed)
    {
        var network = new Mlp(3, new MlpOptions { Hidden = [5, 4], Activation = activation }, 2, seed);
        network.SetOutputBias([0.3f, -2]);
        return network;
    }

    private static float[] Outputs(Mlp network)
    {
        var outputs = new float[4];
        network.Predict(s_features, 2, outputs, threads: 1);
        return outputs;
    }

    private static OnnxTensorValue Run(Mlp network, IReadOnlyList<float[]> stack)
    {
        OnnxGraph graph = Graph(network, stack);
        Assert.Equal(3, graph.Nodes.Count(node => node.Operator == "MatMul"));
        return OnnxEvaluator.Run(new() { Graph = graph }, s_features, 3)["y"];
    }

    private static OnnxGraph Graph(Mlp network, IReadOnlyList<float[]> stack)
    {
        var graph = new OnnxBuilder();
        OnnxSymbol x = graph.Input(new("x", OnnxType.Float, ["N", "3"], ""));
        graph.Output(TapePrinter.Print(x, network.Tape, stack), new("y", OnnxType.Float, ["N", "2"], ""));
        return graph.Build("g", "");
    }
}
