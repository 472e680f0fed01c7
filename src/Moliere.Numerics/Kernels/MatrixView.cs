namespace Moliere.Numerics.Kernels;

/// <summary>
/// A matrix read through two strides: element (i, j) is <c>Data[i * RowStride + j * ColumnStride]</c>. Swapping the
/// strides transposes without moving anything.
/// </summary>
/// <param name="data">Storage, starting at element (0, 0).</param>
/// <param name="rowStride">Floats between rows; 0 repeats one row.</param>
/// <param name="columnStride">Floats between columns; 1 for rows that can be loaded as vectors.</param>
internal readonly ref struct MatrixView(ReadOnlySpan<float> data, int rowStride, int columnStride = 1)
{
    public ReadOnlySpan<float> Data { get; } = data;

    public int RowStride { get; } = rowStride;

    public int ColumnStride { get; } = columnStride;

    public MatrixView Transposed => new(Data, ColumnStride, RowStride);
}
