using Moliere.Numerics.Kernels;

namespace Moliere.Numerics.Autodiff;

/// <summary>
/// Y = f(X W + b), with X [B, F], W [F, H] row-major followed by b [H] in the parameter vector, and Y [B, H]; or with
/// X [M, F] and Y [M, H] for points.
/// Gradient: dZ = dY f'(Z), dW = Xᵀ dZ, db = column sums of dZ, dX = dZ Wᵀ.
/// </summary>
/// <param name="Input">X.</param>
/// <param name="Output">Y.</param>
/// <param name="Activation">f.</param>
public sealed record DenseOperation(Value Input, Value Output, Activation Activation) : Operation(Input, Output)
{
    /// <summary>Number of weights F H; the biases follow them.</summary>
    public int WeightCount => Input.Columns * Output.Columns;

    /// <inheritdoc/>
    public override int ParameterCount => WeightCount + Output.Columns;

    internal override int PackedCount => GradientCount + (Output.Columns * InputStride);

    internal override int GradientCount => (Input.Columns + 1) * OutputStride;

    internal override int KeptColumns => ActivationRows.NeedsInput(Activation) ? OutputStride : 0;

    private int InputStride => Padding.Stride(Input.Columns);

    private int OutputStride => Padding.Stride(Output.Columns);

    // Packed: W, b and Wᵀ, each with padded rows.
    internal override void Pack(ReadOnlySpan<float> parameters, Span<float> packed)
    {
        Transpose.Pad(parameters, Output.Columns, packed);
        Transpose.Flip(parameters[..WeightCount], Input.Columns, Output.Columns, packed[GradientCount..]);
    }

    internal override void Unpack(ReadOnlySpan<float> gradient, Span<float> flat) =>
        Transpose.Unpad(gradient, Output.Columns, flat);

    internal override void Forward(Workspace workspace, ReadOnlySpan<float> packed)
    {
        var x = new MatrixView(workspace.Values(Input), InputStride);
        var weights = new MatrixView(packed, OutputStride);
        var bias = new MatrixView(packed.Slice(WeightFloats, OutputStride), 0);
        Span<float> y = workspace.Values(Output), z = KeptColumns > 0 ? workspace.Kept(Output) : y;
        MatMul.Multiply(x, weights, bias, z, OutputStride, (workspace.RowsOf(Output), Input.Columns, Output.Columns));
        ActivationRows.Apply(Activation, z, y);
    }

    internal override void Backward(
        Workspace workspace, ReadOnlySpan<float> packed, Span<float> gradient, bool accumulate)
    {
        Span<float> dz = workspace.Gradients(Output), biasGradient = gradient.Slice(WeightFloats, OutputStride);
        if (!accumulate)
        {
            biasGradient.Clear();
        }

        Span<float> kept = KeptColumns > 0 ? workspace.Kept(Output) : workspace.Values(Output);
        ActivationRows.Gradient(Activation, kept, dz, biasGradient);
        WeightGradient(workspace, dz, gradient, accumulate);
        if (workspace.HasGradient(Input))
        {
            var transposedWeights = new MatrixView(packed[GradientCount..], InputStride);
            MatMul.Multiply(
                new MatrixView(dz, OutputStride),
                transposedWeights,
                default,
                workspace.Gradients(Input),
                InputStride,
                (workspace.RowsOf(Output), Output.Columns, Input.Columns));
        }
    }

    private int WeightFloats => Input.Columns * OutputStride;

    private void WeightGradient(Workspace workspace, ReadOnlySpan<float> dz, Span<float> gradient, bool accumulate)
    {
        MatrixView x = new MatrixView(workspace.Values(Input), InputStride).Transposed;
        MatrixView start = accumulate ? new MatrixView(gradient, OutputStride) : default;
        MatMul.Multiply(
            x, new MatrixView(dz, OutputStride), start, gradient, OutputStride,
            (Input.Columns, workspace.RowsOf(Output), Output.Columns));
    }
}
