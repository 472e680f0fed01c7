namespace Moliere.Numerics.Kernels;

/// <summary>Copies a dense row-major matrix into padded storage, as it is or transposed.</summary>
public static class Transpose
{
    /// <summary>Rows moved to a stride of <see cref="Padding.Stride"/>; the padding is left as it was.</summary>
    /// <param name="dense">[rows, columns].</param>
    /// <param name="columns">Columns of the dense matrix.</param>
    /// <param name="padded">[rows, stride of columns].</param>
    public static void Pad(ReadOnlySpan<float> dense, int columns, Span<float> padded)
    {
        int stride = Padding.Stride(columns);
        for (int i = 0, j = 0; i < dense.Length; i += columns, j += stride)
        {
            dense.Slice(i, columns).CopyTo(padded[j..]);
        }
    }

    /// <summary>As <see cref="Pad"/>, with zeros in the padding.</summary>
    /// <param name="dense">[rows, columns].</param>
    /// <param name="columns">Columns of the dense matrix.</param>
    /// <param name="padded">[rows, stride of columns].</param>
    public static void PadCleared(ReadOnlySpan<float> dense, int columns, Span<float> padded)
    {
        if (columns % Padding.Width != 0)
        {
            padded.Clear();
        }

        Pad(dense, columns, padded);
    }

    /// <summary>The inverse of <see cref="Pad"/>: drops the padding.</summary>
    /// <param name="padded">[rows, stride of columns].</param>
    /// <param name="columns">Columns of the dense matrix.</param>
    /// <param name="dense">[rows, columns].</param>
    public static void Unpad(ReadOnlySpan<float> padded, int columns, Span<float> dense)
    {
        int stride = Padding.Stride(columns);
        for (int i = 0, j = 0; i < dense.Length; i += columns, j += stride)
        {
            padded.Slice(j, columns).CopyTo(dense[i..]);
        }
    }

    /// <summary>Element (i, j) moved to row j, column i of the padded storage; the padding is left as it was.</summary>
    /// <param name="dense">[rows, columns].</param>
    /// <param name="rows">Rows of the dense matrix.</param>
    /// <param name="columns">Columns of the dense matrix.</param>
    /// <param name="padded">[columns, stride of rows].</param>
    public static void Flip(ReadOnlySpan<float> dense, int rows, int columns, Span<float> padded) =>
        Flip(dense, rows, columns, columns, padded);

    /// <summary>As above from rows that are further apart than they are long.</summary>
    internal static void Flip(
        ReadOnlySpan<float> source, int rows, int columns, int sourceStride, Span<float> padded)
    {
        int stride = Padding.Stride(rows);
        for (int i = 0; i < rows; i++)
        {
            ReadOnlySpan<float> row = source.Slice(i * sourceStride, columns);
            for (int j = 0; j < row.Length; j++)
            {
                padded[(j * stride) + i] = row[j];
            }
        }
    }
}
