using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;

namespace Moliere.Numerics.Autodiff;

/// <summary>
/// Y = f(X W + b) with normal weights W of mean M [F, H] and variance S = exp L [F, H], by local reparameterisation:
/// Z = X M + b + sqrt(V) e with V = X² S and noise e per row and unit. Parameters: M, b [H], L, in this order.
/// Gradient: dZ = dY f'(Z), dV = dZ e / (2 sqrt V), dM = Xᵀ dZ, db = column sums of dZ, dL = S (X²)ᵀ dV,
/// dX = dZ Mᵀ + 2 X (dV Sᵀ); where V vanishes, dV counts as 0.
/// </summary>
/// <param name="Input">X.</param>
/// <param name="Output">Y.</param>
/// <param name="Activation">f.</param>
/// <source>Kingma, Salimans and Welling, arXiv:1506.02557, equation 6.</source>
public sealed record BayesianDenseOperation(Value Input, Value Output, Activation Activation)
    : Operation(Input, Output)
{
    /// <summary>Number F H of weights, each with a mean and a log-variance.</summary>
    public int WeightCount => Input.Columns * Output.Columns;

    /// <summary>Where the means M start in the parameter vector of the tape.</summary>
    public int MeanOffset => ParameterOffset;

    /// <summary>Where the biases b start in the parameter vector of the tape.</summary>
    public int BiasOffset => ParameterOffset + WeightCount;

    /// <summary>Where the log-variances L start in the parameter vector of the tape.</summary>
    public int LogVarianceOffset => BiasOffset + Output.Columns;

    /// <inheritdoc/>
    public override int ParameterCount => (2 * WeightCount) + Output.Columns;

    internal override int PackedCount => GradientCount + (2 * TransposedFloats);

    internal override int GradientCount => ((2 * Input.Columns) + 1) * OutputStride;

    // Kept, in this order: dz/dv, X² and, if the slope of f needs it, Z.
    internal override int KeptColumns =>
        OutputStride + InputStride + (ActivationRows.NeedsInput(Activation) ? OutputStride : 0);

    internal override int ScratchCount => WeightFloats;

    private int InputStride => Padding.Stride(Input.Columns);

    internal int OutputStride => Padding.Stride(Output.Columns);

    private int WeightFloats => Input.Columns * OutputStride;

    private int VarianceStart => WeightFloats + OutputStride;

    private int TransposedFloats => Output.Columns * InputStride;

    // Packed: M, b, S, Mᵀ and Sᵀ, each with padded rows.
    internal override void Pack(ReadOnlySpan<float> parameters, Span<float> packed)
    {
        int columns = Output.Columns, means = WeightCount + columns;
        Transpose.Pad(parameters[..means], columns, packed);
        Span<float> variances = packed.Slice(VarianceStart, WeightFloats);
        for (int row = 0; row < Input.Columns; row++)
        {
            WeightVariance.Exponentiate(
                parameters.Slice(means + (row * columns), columns), variances[(row * OutputStride)..]);
        }

        Transpose.Flip(parameters[..WeightCount], Input.Columns, columns, packed[GradientCount..]);
        Transpose.Flip(variances, Input.Columns, columns, OutputStride, packed[(GradientCount + TransposedFloats)..]);
    }

    internal override void Unpack(ReadOnlySpan<float> gradient, Span<float> flat) =>
        Transpose.Unpad(gradient, Output.Columns, flat);

    internal override void Forward(Workspace workspace, ReadOnlySpan<float> packed)
    {
        ReadOnlySpan<float> x = workspace.Values(Input);
        Span<float> y = workspace.Values(Output), z = KeptZ(workspace), v = Slope(workspace);
        Span<float> squares = Squares(workspace);
        LocalNoise.Square(x, squares);
        var size = (workspace.Rows, Input.Columns, Output.Columns);
        var bias = new MatrixView(packed.Slice(WeightFloats, OutputStride), 0);
        var variances = new MatrixView(packed.Slice(VarianceStart, WeightFloats), OutputStride);
        MatMul.Multiply(
            new MatrixView(x, InputStride), new MatrixView(packed, OutputStride), bias, z, OutputStride, size);
        MatMul.Multiply(new MatrixView(squares, InputStride), variances, default, v, OutputStride, size);
        LocalNoise.Add(workspace.Noise with { Layer = (uint)Output.Index }, z, v);
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

        ActivationRows.Gradient(Activation, KeptZ(workspace), dz, biasGradient);
        Span<float> dv = Slope(workspace);
        LocalNoise.MultiplyInPlace(dv, dz, 1);
        WeightGradient(workspace, dz, gradient, accumulate);
        VarianceGradient(workspace, dv, packed, gradient, accumulate);
        if (Input.Index != 0)
        {
            InputGradient(workspace, dz, dv, packed);
        }
    }

    private Span<float> Slope(Workspace workspace) => workspace.Kept(Output, 0, OutputStride);

    private Span<float> Squares(Workspace workspace) => workspace.Kept(Output, OutputStride, InputStride);

    private Span<float> KeptZ(Workspace workspace) => ActivationRows.NeedsInput(Activation)
        ? workspace.Kept(Output, OutputStride + InputStride, OutputStride)
        : workspace.Values(Output);

    private void WeightGradient(Workspace workspace, ReadOnlySpan<float> dz, Span<float> gradient, bool accumulate)
    {
        MatrixView x = new MatrixView(workspace.Values(Input), InputStride).Transposed;
        MatrixView start = accumulate ? new MatrixView(gradient, OutputStride) : default;
        MatMul.Multiply(
            x, new MatrixView(dz, OutputStride), start, gradient, OutputStride,
            (Input.Columns, workspace.Rows, Output.Columns));
    }

    private void VarianceGradient(
        Workspace workspace, ReadOnlySpan<float> dv, ReadOnlySpan<float> packed, Span<float> gradient, bool accumulate)
    {
        Span<float> product = workspace.Scratch(Output, WeightFloats);
        MatMul.Multiply(
            new MatrixView(Squares(workspace), InputStride).Transposed,
            new MatrixView(dv, OutputStride),
            default,
            product,
            OutputStride,
            (Input.Columns, workspace.Rows, Output.Columns));
        Span<float> sum = gradient.Slice(VarianceStart, WeightFloats);
        LocalNoise.AddProduct(product, packed.Slice(VarianceStart, WeightFloats), sum, accumulate);
    }

    // The squares of X are not needed any more: their place takes 2 X (dV Sᵀ), from which the sum starts.
    private void InputGradient(
        Workspace workspace, ReadOnlySpan<float> dz, ReadOnlySpan<float> dv, ReadOnlySpan<float> packed)
    {
        Span<float> start = Squares(workspace);
        var size = (workspace.Rows, Output.Columns, Input.Columns);
        var means = new MatrixView(packed.Slice(GradientCount, TransposedFloats), InputStride);
        var variances = new MatrixView(packed[(GradientCount + TransposedFloats)..], InputStride);
        MatMul.Multiply(new MatrixView(dv, OutputStride), variances, default, start, InputStride, size);
        LocalNoise.MultiplyInPlace(start, workspace.Values(Input), 2);
        MatMul.Multiply(
            new MatrixView(dz, OutputStride), means, new MatrixView(start, InputStride),
            workspace.Gradients(Input), InputStride, size);
    }
}
