using Moliere.Formats.Onnx;
using Moliere.Numerics.Autodiff;

namespace Moliere.Learning.Export;

/// <summary>
/// Prints layers over lists of points with the operators LSTM, GRU and Conv. Recurrent operators get the true lengths;
/// convolutions and sums get zeros in place of what stands behind them.
/// </summary>
/// <source>ONNX operator definitions, LSTM-7, GRU-7 (linear_before_reset) and Conv-11.</source>
internal static class ListPrinter
{
    // Where the standard's gates (i, o, f, c) and (z, r, h) stand among ours: (i, f, g, o) and (r, u, n).
    private static readonly int[] s_lstmOrder = [0, 3, 1, 2];

    private static readonly int[] s_gruOrder = [1, 0, 2];

    /// <summary>The result of one layer.</summary>
    /// <param name="value">float [N, L, F].</param>
    /// <param name="operation">A sum, a convolution or a recurrent layer.</param>
    /// <param name="parameters">Flat vector of the tape.</param>
    /// <param name="list">The list whose points are read.</param>
    /// <exception cref="NotSupportedException">The operation has no printed form.</exception>
    public static OnnxSymbol Print(OnnxSymbol value, Operation operation, float[] parameters, PaddedList list)
    {
        float[] own = parameters[operation.ParameterOffset..(operation.ParameterOffset + operation.ParameterCount)];
        return operation switch
        {
            SetSumOperation { IsWeighted: false } sum => (value * list.Mask()).Sum(1) * sum.Scale,
            ConvolutionOperation convolution => Convolve(value * list.Mask(), convolution, own),
            RecurrentOperation recurrent => Recur(value, recurrent, own, list),
            _ => throw new NotSupportedException($"A {operation.GetType().Name} cannot be written as ONNX."),
        };
    }

    private static OnnxSymbol Convolve(OnnxSymbol value, ConvolutionOperation layer, float[] own)
    {
        int features = layer.Input.Columns, outputs = layer.Output.Columns, back = (layer.Kernel - 1) / 2;
        var weights = new float[layer.WeightCount];
        for (int i = 0; i < weights.Length; i++)
        {
            // [H, F, K] from [K F, H].
            int tap = i % layer.Kernel, feature = i / layer.Kernel % features, output = i / layer.Kernel / features;
            weights[i] = own[(((tap * features) + feature) * outputs) + output];
        }

        OnnxBuilder graph = value.Builder;
        OnnxSymbol[] inputs =
        [
            Turned(value, 0, 2, 1),
            Constant(graph, layer, "weights", weights, outputs, features, layer.Kernel),
            Constant(graph, layer, "biases", own[layer.WeightCount..], outputs),
        ];
        OnnxSymbol z = graph.Node(
            "Conv", value.Type, inputs, OnnxAttribute.List("pads", back, layer.Kernel - 1 - back));
        return TapePrinter.Activate(Turned(z, 0, 2, 1), layer.Activation);
    }

    private static OnnxSymbol Recur(OnnxSymbol value, RecurrentOperation layer, float[] own, PaddedList list)
    {
        OnnxBuilder graph = value.Builder;
        bool isLstm = layer is LstmOperation;

        // An empty list is read as one point, whose state is then put aside: operators may refuse a length of 0.
        OnnxSymbol counts = list.Counts.With("Max", graph.Integers(1)).To(OnnxType.Int32);
        OnnxSymbol[] inputs = [Turned(value, 1, 0, 2), .. Weights(graph, layer, own), counts];
        OnnxAttribute units = OnnxAttribute.Of("hidden_size", layer.Units);
        OnnxAttribute[] settings = isLstm ? [units] : [units, OnnxAttribute.Of("linear_before_reset", 1)];
        OnnxSymbol[] results = graph.Nodes(isLstm ? "LSTM" : "GRU", [value.Type, value.Type], inputs, settings);
        return layer.IsSequence
            ? Turned(results[0].Squeeze(1), 1, 0, 2)
            : results[1].Squeeze(0) * list.Counts.Test("Greater", graph.Integers(0)).To(value.Type).Unsqueeze(1);
    }

    // W [1, G H, F], R [1, G H, H] and both biases [1, 2 G H] in the standard's order of gates.
    private static OnnxSymbol[] Weights(OnnxBuilder graph, RecurrentOperation layer, float[] own)
    {
        int columns = layer.Input.Columns, units = layer.Units, wide = layer.Gates * units;
        int first = columns * wide, second = first + (units * wide);
        int[] order = layer is LstmOperation ? s_lstmOrder : s_gruOrder;
        float[] inputs = Reordered(own.AsSpan(0, first), order, units);
        float[] states = Reordered(own.AsSpan(first, units * wide), order, units);
        float[] inputBias = Reordered(own.AsSpan(second, wide), order, units);
        float[] stateBias = layer.Biases == 2 ? Reordered(own.AsSpan(second + wide), order, units) : new float[wide];
        return
        [
            Constant(graph, layer, "weights", inputs, 1, wide, columns),
            Constant(graph, layer, "recurrence", states, 1, wide, units),
            Constant(graph, layer, "biases", [.. inputBias, .. stateBias], 1, 2 * wide),
        ];
    }

    // [G H, F] by the standard's gates from [F, G H] by ours.
    private static float[] Reordered(ReadOnlySpan<float> weights, int[] order, int units)
    {
        int wide = order.Length * units, columns = weights.Length / wide;
        var moved = new float[weights.Length];
        for (int i = 0; i < moved.Length; i++)
        {
            int gate = i / columns / units, unit = i / columns % units;
            moved[i] = weights[(i % columns * wide) + (order[gate] * units) + unit];
        }

        return moved;
    }

    private static OnnxSymbol Turned(OnnxSymbol value, params long[] axes) =>
        value.Builder.Node("Transpose", value.Type, [value], OnnxAttribute.List("perm", axes));

    private static OnnxSymbol Constant(
        OnnxBuilder graph, Operation layer, string name, float[] values, params long[] shape) =>
        graph.Constant(OnnxTensor.Of($"layer_{layer.Output.Index}_{name}", values, shape));
}
