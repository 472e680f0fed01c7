using Moliere.Numerics.Kernels;

namespace Moliere.Numerics.Autodiff;

/// <summary>
/// Y = g (X - m) / sqrt(v + epsilon) + b per column. In training m and the biased variance v are those of the rows of
/// the micro-batch, whose size is fixed, so that threads do not change them; otherwise, and for a micro-batch of fewer
/// than two rows, they are running statistics. Event weights do not enter. Parameters: g, b, running mean and running
/// variance, [F] each; the last two have no gradient and change after each step, whatever the optimiser does to them:
/// new = (1 - momentum) old + momentum (mean, unbiased variance within micro-batches) of the batch.
/// </summary>
/// <param name="Input">X [B, F] or [M, F].</param>
/// <param name="Output">Y, of the same shape.</param>
/// <source>
/// Ioffe and Szegedy, arXiv:1502.03167, algorithms 1 and 2; statistics of small parts of a batch: Hoffer, Hubara and
/// Soudry, arXiv:1705.08741, algorithm 1; momentum and epsilon as in PyTorch's BatchNorm1d.
/// </source>
public sealed record BatchNormOperation(Value Input, Value Output) : Operation(Input, Output)
{
    /// <summary>Share of a batch in the running statistics after it.</summary>
    public const float Momentum = 0.1f; // PyTorch's default

    /// <summary>Added to the variance of a column.</summary>
    public const float Epsilon = 1e-5f; // PyTorch's default

    /// <inheritdoc/>
    public override int ParameterCount => 4 * Output.Columns;

    internal override int PackedCount => 4 * Stride;

    // Sums for g and b, of x and of squared distances; how many rows these hold, and how many are free.
    internal override int GradientCount => (4 * Stride) + Padding.Width;

    internal override int KeptColumns => 0;

    // m, 1 / sqrt(v + epsilon), sum of squared distances; sums of the gradient.
    internal override int ScratchCount => 5 * Stride;

    private int Stride => Padding.Stride(Output.Columns);

    internal override void Pack(ReadOnlySpan<float> parameters, Span<float> packed) =>
        Transpose.Pad(parameters, Output.Columns, packed);

    internal override void Unpack(ReadOnlySpan<float> gradient, Span<float> flat)
    {
        Transpose.Unpad(gradient, Output.Columns, flat[..(2 * Output.Columns)]);
        flat[(2 * Output.Columns)..].Clear();
    }

    internal override void Forward(Workspace workspace, ReadOnlySpan<float> packed)
    {
        Span<float> x = workspace.Values(Input), scratch = workspace.Scratch(Output, 3 * Stride);
        Span<float> mean = scratch[..Stride], inverse = scratch.Slice(Stride, Stride);
        if (IsOwn(workspace))
        {
            Span<float> squares = scratch[(2 * Stride)..];
            ColumnNorm.Moments(x, mean, squares);
            ColumnNorm.InverseDeviation(squares, 1f / workspace.RowsOf(Input), Epsilon, inverse);
        }
        else
        {
            packed.Slice(2 * Stride, Stride).CopyTo(mean);
            ColumnNorm.InverseDeviation(packed.Slice(3 * Stride, Stride), 1, Epsilon, inverse);
        }

        ColumnNorm.Apply(x, scratch[..(2 * Stride)], packed[..(2 * Stride)], workspace.Values(Output));
    }

    internal override void Backward(
        Workspace workspace, ReadOnlySpan<float> packed, Span<float> gradient, bool accumulate)
    {
        if (!accumulate)
        {
            gradient.Clear();
        }

        Span<float> scratch = workspace.Scratch(Output, ScratchCount), sums = scratch[(3 * Stride)..];
        ReadOnlySpan<float> x = workspace.Values(Input), moments = scratch[..(2 * Stride)];
        ColumnNorm.AffineGradient(x, workspace.Gradients(Output), moments, sums);
        Accumulate.Add(gradient[..(2 * Stride)], sums);
        bool isOwn = IsOwn(workspace);
        int rows = workspace.RowsOf(Input);
        if (isOwn)
        {
            Watch(scratch, rows, gradient);
        }

        if (workspace.HasGradient(Input))
        {
            Span<float> dx = workspace.Gradients(Input);
            workspace.Gradients(Output).CopyTo(dx);
            ColumnNorm.Gradient(x, moments, packed[..Stride], sums, isOwn ? 1f / rows : 0, dx);
        }
    }

    internal override void Settle(ReadOnlySpan<float> packed, ReadOnlySpan<float> sums, Span<float> parameters)
    {
        int columns = Output.Columns;
        float rows = sums[4 * Stride], free = sums[(4 * Stride) + 1];
        for (int j = 0; j < 2 * columns; j++)
        {
            int place = ((2 + (j / columns)) * Stride) + (j % columns);
            float old = packed[place], count = j < columns ? rows : free;
            parameters[(2 * columns) + j] =
                count > 0 ? old + (Momentum * ((sums[place] / count) - old)) : old;
        }
    }

    private bool IsOwn(Workspace workspace) => workspace.IsTraining && workspace.RowsOf(Input) > 1;

    private void Watch(ReadOnlySpan<float> scratch, int rows, Span<float> gradient)
    {
        Span<float> means = gradient.Slice(2 * Stride, Stride);
        for (int j = 0; j < Stride; j++)
        {
            means[j] += rows * scratch[j];
        }

        Accumulate.Add(gradient.Slice(3 * Stride, Stride), scratch.Slice(2 * Stride, Stride));
        gradient[4 * Stride] += rows;
        gradient[(4 * Stride) + 1] += rows - 1;
    }
}
