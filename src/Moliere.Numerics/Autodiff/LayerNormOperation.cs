using Moliere.Numerics.Kernels;

namespace Moliere.Numerics.Autodiff;

/// <summary>
/// Y = g (X - m) / sqrt(v + epsilon) + b with the mean m and the biased variance v of each row, the same in training
/// and prediction. Parameters: g [F], then b [F]; they start as 1 and 0.
/// </summary>
/// <param name="Input">X [B, F] or [M, F].</param>
/// <param name="Output">Y, of the same shape.</param>
/// <source>Ba, Kiros and Hinton, arXiv:1607.06450, equations 3 and 4; epsilon as in PyTorch's LayerNorm.</source>
public sealed record LayerNormOperation(Value Input, Value Output) : Operation(Input, Output)
{
    /// <summary>Added to the variance of a row.</summary>
    public const float Epsilon = 1e-5f; // PyTorch's default

    /// <inheritdoc/>
    public override int ParameterCount => 2 * Output.Columns;

    // g, b and a mask of the columns.
    internal override int PackedCount => 3 * Stride;

    internal override int GradientCount => 2 * Stride;

    internal override int KeptColumns => 0;

    private int Stride => Padding.Stride(Output.Columns);

    internal override void Pack(ReadOnlySpan<float> parameters, Span<float> packed)
    {
        Transpose.Pad(parameters, Output.Columns, packed);
        packed.Slice(2 * Stride, Output.Columns).Fill(1);
    }

    internal override void Unpack(ReadOnlySpan<float> gradient, Span<float> flat) =>
        Transpose.Unpad(gradient, Output.Columns, flat);

    internal override void Forward(Workspace workspace, ReadOnlySpan<float> packed)
    {
        Span<float> x = workspace.Values(Input), y = workspace.Values(Output);
        ReadOnlySpan<float> mask = packed[(2 * Stride)..];
        for (int i = 0; i < x.Length; i += Stride)
        {
            ReadOnlySpan<float> row = x.Slice(i, Stride);
            var moments = RowNorm.Moments(row, mask, Output.Columns, Epsilon);
            RowNorm.Apply(row, moments, packed[..Stride], packed.Slice(Stride, Stride), y.Slice(i, Stride));
        }
    }

    internal override void Backward(
        Workspace workspace, ReadOnlySpan<float> packed, Span<float> gradient, bool accumulate)
    {
        if (!accumulate)
        {
            gradient.Clear();
        }

        Span<float> x = workspace.Values(Input), dy = workspace.Gradients(Output);
        Span<float> dx = workspace.HasGradient(Input) ? workspace.Gradients(Input) : [];
        for (int i = 0; i < x.Length; i += Stride)
        {
            ReadOnlySpan<float> row = x.Slice(i, Stride);
            var moments = RowNorm.Moments(row, packed[(2 * Stride)..], Output.Columns, Epsilon);
            RowNorm.Gradient(
                row, moments, packed, Output.Columns, dy.Slice(i, Stride), gradient,
                dx.IsEmpty ? [] : dx.Slice(i, Stride));
        }
    }
}
