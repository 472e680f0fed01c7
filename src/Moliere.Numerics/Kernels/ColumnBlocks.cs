namespace Moliere.Numerics.Kernels;

/// <summary>
/// Formula: target[i, b + j] = source[i, a + j] for j below a count. Layout: both row-major with rows padded to
/// <see cref="Padding.Width"/>. Whole runs are copied. Remainder: none. Reference: the formula, exactly.
/// </summary>
internal static class ColumnBlocks
{
    /// <summary>Copies a block of columns; other columns of the target stay as they are.</summary>
    /// <param name="source">[rows, padded columns].</param>
    /// <param name="from">Columns of the source and the first one to copy.</param>
    /// <param name="target">[rows, padded columns].</param>
    /// <param name="to">Columns of the target and the first one to write.</param>
    /// <param name="count">Columns to copy.</param>
    public static void Copy(
        ReadOnlySpan<float> source, (int Columns, int First) from,
        Span<float> target, (int Columns, int First) to, int count)
    {
        int sourceStride = Padding.Stride(from.Columns), targetStride = Padding.Stride(to.Columns);
        for (int i = from.First, j = to.First; i < source.Length; i += sourceStride, j += targetStride)
        {
            source.Slice(i, count).CopyTo(target[j..]);
        }
    }
}
