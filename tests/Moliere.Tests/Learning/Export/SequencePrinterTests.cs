// covers: PaddedList
using Moliere.Formats.Onnx;
using Moliere.Learning.Export;
using Moliere.Learning.Models;
using Moliere.Learning.Training;
using Moliere.Numerics.Kernels;
using Moliere.Tests.Learning.Models;
using Moliere.Tests.Toolbox;

namespace Moliere.Tests.Learning.Export;

public sealed class SequencePrinterTests
{
    private static readonly SequenceRows s_rows = SequenceToy.Make(40, 5);

    [SkippableTheory]
    [InlineData(RecurrentKind.Lstm, 1)]
    [InlineData(RecurrentKind.Gru, 3)]
    [InlineData(RecurrentKind.Sum, 4)]
    public void Network_GivesItsOutputsInTheRealRuntime(RecurrentKind kind, int kernel)
    {
        SequenceNetwork network = Network(kind, kernel);
        OnnxModel model = Model(network);
        float[] printed = OnnxRuntime.RunOrSkip(model, Padded(network, padding: 7), batch: 16)["y"];
        AssertClose(network.Outputs(s_rows, 1), printed);
    }

    [SkippableTheory]
    [InlineData(false)]
    [InlineData(true)]
    public void StackedLayers_GiveTheirOutputsInTheRealRuntime(bool isGru)
    {
        var tape = new Moliere.Numerics.Autodiff.Tape(1);
        var points = tape.AddList(2);
        var first = isGru ? tape.Gru(points, 4, isSequence: true) : tape.Lstm(points, 4, isSequence: true);
        tape.Join(isGru ? tape.Gru(first, 3) : tape.Lstm(first, 3), tape.Input);
        float[] parameters = Moliere.Learning.Layers.StartingWeights.Draw(tape, 9);
        var graph = new OnnxBuilder();
        OnnxSymbol features = graph.Input(new("x", OnnxType.Float, ["N", "1"], ""));
        OnnxSymbol letters = graph.Input(new("letters", OnnxType.Float, ["N", "12", "2"], ""));
        var list = new PaddedList(letters, graph.Input(new("count", OnnxType.Int64, ["N"], "")), 12);
        graph.Output(TapePrinter.Print(features, tape, [parameters], list), new("y", OnnxType.Float, ["N", "4"], ""));
        SequenceRows one = s_rows with { Lists = [s_rows.Lists[0]] };
        float[] printed = OnnxRuntime.RunOrSkip(
            new() { Graph = graph.Build("g", "") }, Padded(one, [12], padding: 3))["y"];
        AssertClose(SetPredictor.Outputs(tape, parameters, one, 1), printed);
    }

    [Fact]
    public void Inputs_AreFeaturesPointsAndCounts()
    {
        OnnxGraph graph = Model(Network(RecurrentKind.Lstm, 1)).Graph;
        Assert.Equal(
            [
                "features float [N, 1]", "letters float [N, 12, 2]", "letters_count int64 [N]",
                "others float [N, 5, 3]", "others_count int64 [N]",
            ],
            graph.Inputs.Select(input => input.ToString()));
        Assert.Equal(2, graph.Nodes.Count(node => node.Operator == "LSTM"));
        Assert.DoesNotContain(graph.Nodes, node => node.Operator == "Conv");
    }

    [Fact]
    public void WrongNumberOfNames_IsRefused() => Assert.Throws<ArgumentException>(
        () => SequencePrinter.Print(new OnnxBuilder(), Network(RecurrentKind.Lstm, 1), ["letters"]));

    private static SequenceNetwork Network(RecurrentKind kind, int kernel)
    {
        var options = new SequenceNetworkOptions
        {
            Branches =
            [
                new() { Recurrent = kind, Units = 6, MaximumLength = 12 },
                new() { Convolutions = [5, 4], Kernel = kernel, Recurrent = kind, Units = 3, MaximumLength = 5 },
            ],
            Hidden = [12],
            Activation = Activation.Tanh,
            Dropout = 0.3,
        };
        var network = new SequenceNetwork(1, [2, 3], options, 2, seed: 3);

        // Biases away from 0, so that padding that counts is seen.
        for (int i = 0; i < network.Parameters.Length; i++)
        {
            network.Parameters[i] += 0.02f * (i % 7);
        }

        return network;
    }

    private static OnnxModel Model(SequenceNetwork network)
    {
        var graph = new OnnxBuilder();
        OnnxSymbol outputs = SequencePrinter.Print(graph, network, ["letters", "others"]);
        graph.Output(outputs, new("y", OnnxType.Float, ["N", "2"], ""));
        return new() { Graph = graph.Build("g", "") };
    }

    private static float[] Padded(SequenceNetwork network, float padding) =>
        Padded(s_rows, [.. network.Options.Branches.Select(branch => branch.MaximumLength)], padding);

    // Row by row features, then each list padded with something that must not count, and its length.
    private static float[] Padded(SequenceRows rows, int[] lengths, float padding)
    {
        var values = new List<float>();
        for (int row = 0; row < rows.RowCount; row++)
        {
            values.AddRange(rows.Row(row));
            for (int list = 0; list < lengths.Length; list++)
            {
                ReadOnlySpan<float> points = rows.Points(row, list);
                int width = rows.ListWidth(list);
                values.AddRange(points);
                values.AddRange(Enumerable.Repeat(padding, (lengths[list] * width) - points.Length));
                values.Add(points.Length / width);
            }
        }

        return [.. values];
    }

    private static void AssertClose(float[] expected, float[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        Assert.All(expected.Zip(found), pair => Assert.Equal(pair.First, pair.Second, 2e-6));
    }
}
