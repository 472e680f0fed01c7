namespace Moliere.Numerics.Kernels;

/// <summary>
/// Weighted sums of negative log-likelihoods over rows and their derivatives by the outputs, 16 rows at a time: the
/// outputs of a block are brought into columns, so that a lane holds a row, and the derivatives are brought back.
/// </summary>
/// <param name="components">Normal densities K of a mixture with 3 K outputs; 0 for one density with 2 outputs.</param>
/// <param name="lowest">Lower bound on a log-variance.</param>
/// <param name="highest">Upper bound on a log-variance.</param>
public readonly ref struct LikelihoodBlocks(int components, float lowest, float highest)
{
    private const int BlockRows = Padding.Width;

    private readonly int _components = components;
    private readonly int _columns = components == 0 ? 2 : 3 * components;
    private readonly (float Lowest, float Highest) _bounds = (lowest, highest);

    /// <summary>Sum of weight times loss over rows, added in row order.</summary>
    /// <param name="outputs">[B, stride]: means, log-variances, logits.</param>
    /// <param name="stride">Floats between rows of outputs and gradients.</param>
    /// <param name="targets">[B].</param>
    /// <param name="weights">[B], may be negative.</param>
    /// <param name="gradients">[B, stride], receives the derivative of the sum by each output.</param>
    public double Sum(
        ReadOnlySpan<float> outputs,
        int stride,
        ReadOnlySpan<float> targets,
        ReadOnlySpan<float> weights,
        Span<float> gradients)
    {
        Span<float> columns = stackalloc float[(_columns + (2 * _components) + 2) * BlockRows];
        columns.Clear();
        Span<float> target = columns.Slice(_columns * BlockRows, BlockRows);
        Span<float> loss = columns.Slice((_columns + 1) * BlockRows, BlockRows);
        double sum = 0;
        for (int first = 0; first < targets.Length; first += BlockRows)
        {
            int rows = Math.Min(BlockRows, targets.Length - first);
            ReadOnlySpan<float> weight = weights.Slice(first, rows);
            ToColumns(outputs[(first * stride)..], stride, rows, columns);
            targets.Slice(first, rows).CopyTo(target);
            Block(columns, target, loss);
            ToRows(columns, weight, stride, gradients[(first * stride)..]);
            for (int i = 0; i < rows; i++)
            {
                sum += (double)weight[i] * loss[i];
            }
        }

        return sum;
    }

    private void Block(Span<float> columns, ReadOnlySpan<float> target, Span<float> loss)
    {
        if (_components == 0)
        {
            NormalRows.LossAndGradient(columns, target, _bounds, loss);
        }
        else
        {
            Span<float> scratch = columns[((_columns + 2) * BlockRows)..];
            NormalRows.LossAndGradient(columns[..(_columns * BlockRows)], scratch, target, _bounds, loss);
        }
    }

    private void ToColumns(ReadOnlySpan<float> outputs, int stride, int rows, Span<float> columns)
    {
        for (int i = 0; i < rows; i++)
        {
            ReadOnlySpan<float> row = outputs.Slice(i * stride, _columns);
            for (int j = 0; j < row.Length; j++)
            {
                columns[(j * BlockRows) + i] = row[j];
            }
        }
    }

    private void ToRows(ReadOnlySpan<float> columns, ReadOnlySpan<float> weights, int stride, Span<float> gradients)
    {
        for (int i = 0; i < weights.Length; i++)
        {
            Span<float> row = gradients.Slice(i * stride, _columns);
            for (int j = 0; j < row.Length; j++)
            {
                row[j] = columns[(j * BlockRows) + i] * weights[i];
            }
        }
    }
}
