namespace Moliere.Numerics.Kernels;

/// <summary>
/// Formula: y[k] = x[at[k]] (gather) or y[at[k]] = x[k] (scatter), row by row. Layout: rows of a common stride. Whole
/// rows are copied. Remainder: none. Reference: the formula, exactly.
/// </summary>
internal static class RowMoves
{
    /// <summary>Rows from anywhere, one behind the other.</summary>
    /// <param name="x">[rows, stride].</param>
    /// <param name="at">Row of x for each row of y; -1 for a row of zeros.</param>
    /// <param name="y">As many rows as there are numbers.</param>
    /// <param name="stride">Floats per row.</param>
    public static void Gather(ReadOnlySpan<float> x, ReadOnlySpan<int> at, Span<float> y, int stride)
    {
        for (int k = 0; k < at.Length; k++)
        {
            Span<float> row = y.Slice(k * stride, stride);
            if (at[k] < 0)
            {
                row.Clear();
            }
            else
            {
                x.Slice(at[k] * stride, stride).CopyTo(row);
            }
        }
    }

    /// <summary>Rows to where they belong; other rows of y stay as they are.</summary>
    /// <param name="x">As many rows as there are numbers.</param>
    /// <param name="at">Row of y for each row of x; -1 to drop it.</param>
    /// <param name="y">[rows, stride].</param>
    /// <param name="stride">Floats per row.</param>
    public static void Scatter(ReadOnlySpan<float> x, ReadOnlySpan<int> at, Span<float> y, int stride)
    {
        for (int k = 0; k < at.Length; k++)
        {
            if (at[k] >= 0)
            {
                x.Slice(k * stride, stride).CopyTo(y[(at[k] * stride)..]);
            }
        }
    }
}
