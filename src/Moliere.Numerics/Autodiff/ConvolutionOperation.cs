using Moliere.Numerics.Kernels;

namespace Moliere.Numerics.Autodiff;

/// <summary>
/// Y[i] = f(sum over taps j of X[i + j - (K - 1) / 2] W[j] + b) along each list, rounded down, with zeros beyond both
/// ends; W [K F, H] tap after tap, then b [H] in the parameter vector. Windows of points are laid side by side as
/// [M, K F], and the rest is a dense layer.
/// </summary>
/// <param name="Input">X [M, F].</param>
/// <param name="Output">Y [M, H].</param>
/// <param name="Kernel">Taps K, at least 2.</param>
/// <param name="Activation">f.</param>
/// <source>Padding "same" of torch.nn.Conv1d: an even kernel reaches one point further back than ahead.</source>
public sealed record ConvolutionOperation(Value Input, Value Output, int Kernel, Activation Activation)
    : Operation(Input, Output)
{
    /// <summary>Number of weights K F H; the biases follow them.</summary>
    public int WeightCount => Inner * Output.Columns;

    /// <inheritdoc/>
    public override int ParameterCount => WeightCount + Output.Columns;

    internal override int PackedCount => GradientCount + (Output.Columns * InnerStride);

    internal override int GradientCount => (Inner + 1) * OutputStride;

    // Kept, in this order: windows and, if the slope of f needs it, Z.
    internal override int KeptColumns => InnerStride + (ActivationRows.NeedsInput(Activation) ? OutputStride : 0);

    private int Inner => Kernel * Input.Columns;

    private int InnerStride => Padding.Stride(Inner);

    private int OutputStride => Padding.Stride(Output.Columns);

    private int WeightFloats => Inner * OutputStride;

    // Packed: W, b and Wᵀ, each with padded rows.
    internal override void Pack(ReadOnlySpan<float> parameters, Span<float> packed)
    {
        Transpose.Pad(parameters, Output.Columns, packed);
        Transpose.Flip(parameters[..WeightCount], Inner, Output.Columns, packed[GradientCount..]);
    }

    internal override void Unpack(ReadOnlySpan<float> gradient, Span<float> flat) =>
        Transpose.Unpad(gradient, Output.Columns, flat);

    internal override void Forward(Workspace workspace, ReadOnlySpan<float> packed)
    {
        Span<float> windows = Windows(workspace), z = KeptZ(workspace);
        PointWindows.Lay(workspace.Values(Input), workspace.Offsets(Input), (Kernel, Input.Columns), windows);
        var bias = new MatrixView(packed.Slice(WeightFloats, OutputStride), 0);
        MatMul.Multiply(
            new MatrixView(windows, InnerStride), new MatrixView(packed, OutputStride), bias, z, OutputStride,
            (workspace.RowsOf(Output), Inner, Output.Columns));
        ActivationRows.Apply(Activation, z, workspace.Values(Output));
    }

    internal override void Backward(
        Workspace workspace, ReadOnlySpan<float> packed, Span<float> gradient, bool accumulate)
    {
        Span<float> dz = workspace.Gradients(Output), windows = Windows(workspace);
        if (!accumulate)
        {
            gradient.Clear();
        }

        ActivationRows.Gradient(Activation, KeptZ(workspace), dz, gradient.Slice(WeightFloats, OutputStride));
        MatMul.Multiply(
            new MatrixView(windows, InnerStride).Transposed, new MatrixView(dz, OutputStride),
            new MatrixView(gradient, OutputStride), gradient, OutputStride,
            (Inner, workspace.RowsOf(Output), Output.Columns));
        if (workspace.HasGradient(Input))
        {
            MatMul.Multiply(
                new MatrixView(dz, OutputStride), new MatrixView(packed[GradientCount..], InnerStride), default,
                windows, InnerStride, (workspace.RowsOf(Output), Output.Columns, Inner));
            PointWindows.LayGradient(
                windows, workspace.Offsets(Input), (Kernel, Input.Columns), workspace.Gradients(Input));
        }
    }

    private Span<float> Windows(Workspace workspace) => workspace.Kept(Output, 0, InnerStride);

    private Span<float> KeptZ(Workspace workspace) => ActivationRows.NeedsInput(Activation)
        ? workspace.Kept(Output, InnerStride, OutputStride)
        : workspace.Values(Output);
}
