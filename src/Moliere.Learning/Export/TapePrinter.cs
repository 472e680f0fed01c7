using Moliere.Formats.Onnx;
using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;

namespace Moliere.Learning.Export;

/// <summary>
/// Prints a recorded tape. Several networks of one shape (members of an ensemble, draws of a Bayesian network) are
/// printed once, with their weights stacked along a leading axis. Printed is what prediction computes: running
/// statistics, and no dropout.
/// </summary>
public static class TapePrinter
{
    /// <summary>The outputs of the networks.</summary>
    /// <param name="input">float [N, F].</param>
    /// <param name="tape">The operations of each network.</param>
    /// <param name="stack">The parameter vector of each of P networks, at least one; one for a tape with lists.</param>
    /// <param name="lists">The lists of points of the tape, in order.</param>
    /// <returns>float [N, O] for one network, [P, N, O] for several.</returns>
    /// <exception cref="NotSupportedException">The tape holds an operation that cannot be printed.</exception>
    public static OnnxSymbol Print(OnnxSymbol input, Tape tape, IReadOnlyList<float[]> stack, params PaddedList[] lists)
    {
        var values = new Dictionary<Value, OnnxSymbol> { [tape.Input] = input };
        foreach (PointList list in tape.Lists)
        {
            values.Add(list.Points, lists[list.Points.List].Points);
        }

        foreach (Operation operation in tape.Operations)
        {
            OnnxSymbol value = values[operation.Input];
            values[operation.Output] = operation switch
            {
                DenseOperation dense => Dense(value, dense, stack),
                BatchNormOperation norm => NormPrinter.Batch(value, norm, stack),
                LayerNormOperation norm => NormPrinter.Layer(value, norm, stack),
                DropoutOperation => value,
                JoinOperation join => value.Builder.Node(
                    "Concat", value.Type, [value, values[join.Second]], OnnxAttribute.Of("axis", -1)),
                SetSumOperation or ConvolutionOperation or RecurrentOperation =>
                    ListPrinter.Print(value, operation, stack.Single(), lists[operation.Input.List]),
                _ => throw new NotSupportedException($"A {operation.GetType().Name} cannot be written as ONNX."),
            };
        }

        return values[tape.Output];
    }

    /// <summary>y = f(z).</summary>
    /// <param name="z">Any shape.</param>
    /// <param name="activation">f.</param>
    public static OnnxSymbol Activate(OnnxSymbol z, Activation activation) => activation switch
    {
        Activation.Identity => z,
        Activation.Relu => z.Through("Relu"),
        Activation.Tanh => z.Through("Tanh"),
        Activation.Silu => z * z.Through("Sigmoid"),
        Activation.Softplus => z.Through("Softplus"),
        Activation.Sigmoid => z.Through("Sigmoid"),
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "Not an activation."),
    };

    private static OnnxSymbol Dense(OnnxSymbol input, DenseOperation dense, IReadOnlyList<float[]> stack)
    {
        long f = dense.Input.Columns, h = dense.Output.Columns, p = stack.Count;
        float[] weights = Stacked(stack, dense.ParameterOffset, dense.WeightCount);
        float[] biases = Stacked(stack, dense.ParameterOffset + dense.WeightCount, (int)h);
        string layer = $"layer_{dense.Output.Index}";
        OnnxBuilder graph = input.Builder;
        OnnxSymbol w = graph.Constant(OnnxTensor.Of($"{layer}_weights", weights, p == 1 ? [f, h] : [p, f, h]));
        OnnxSymbol b = graph.Constant(OnnxTensor.Of($"{layer}_biases", biases, p == 1 ? [h] : [p, 1, h]));
        return Activate(input.With("MatMul", w) + b, dense.Activation);
    }

    private static float[] Stacked(IReadOnlyList<float[]> stack, int offset, int count)
    {
        var joined = new float[stack.Count * count];
        for (int member = 0; member < stack.Count; member++)
        {
            stack[member].AsSpan(offset, count).CopyTo(joined.AsSpan(member * count));
        }

        return joined;
    }
}
