using System.Runtime.Intrinsics;

namespace Moliere.Numerics.Kernels;

/// <summary>
/// Formula: C[i, j] = S[i, j] + sum over k of A[i, k] B[k, j], summed in the order of k starting from S.
/// Layout: A through any strides; B, S and C row-major with rows padded to <see cref="Padding.Width"/>.
/// A lane holds one column j; every element is its own chain of additions, so the vector width does not change a bit.
/// Remainder: none in columns (padding); in rows the tile repeats the last row and does not store it.
/// Reference: <see cref="ReferenceMatMul"/>, to 1e-6 of the sum of |A B| (float32 rounding of the chain).
/// Source: Goto and van de Geijn, ACM Trans. Math. Softw. 34 (2008) 12, for the register tile.
/// </summary>
internal static unsafe class MatMul
{
    /// <summary>One product; nothing is allocated.</summary>
    /// <param name="a">Left factor [rows, inner].</param>
    /// <param name="b">Right factor [inner, columns].</param>
    /// <param name="start">What the sums start from, [rows, columns]; an empty view means zero.</param>
    /// <param name="c">
    /// Result [rows, columns] with row stride <paramref name="cStride"/>; may be the data of start.
    /// </param>
    /// <param name="cStride">Floats between rows of the result.</param>
    /// <param name="size">Rows, inner length and columns; columns are rounded up to the padding.</param>
    public static void Multiply(
        MatrixView a,
        MatrixView b,
        MatrixView start,
        Span<float> c,
        int cStride,
        (int Rows, int Inner, int Columns) size) =>
        Multiply(a, b, start, c, cStride, size, wide: Vector512.IsHardwareAccelerated);

    /// <summary>As above with a given tile, so that both can be tested on one machine.</summary>
    internal static void Multiply(
        MatrixView a,
        MatrixView b,
        MatrixView start,
        Span<float> c,
        int cStride,
        (int Rows, int Inner, int Columns) size,
        bool wide)
    {
        int columns = Padding.Stride(size.Columns);
        CheckBounds(a, b, start, c.Length, cStride, (size.Rows, size.Inner, columns));
        fixed (float* pa = a.Data, pb = b.Data, ps = start.Data, pc = c)
        {
            var tile = new TileArguments(
                pa, a.RowStride, a.ColumnStride, pb, b.RowStride, ps, start.RowStride, pc, cStride)
            {
                Rows = size.Rows,
                Inner = size.Inner,
            };
            if (wide)
            {
                WideTiles(tile, columns);
            }
            else
            {
                NarrowTiles(tile, columns);
            }
        }
    }

    // Columns outermost: a panel of B stays in the first-level cache while the rows of A stream past it.
    private static void WideTiles(TileArguments tile, int columns)
    {
        int j = 0;
        for (; j + 32 <= columns; j += 32)
        {
            MatMulWideTile.TwoVectors(tile.AtColumn(j));
        }

        if (j < columns)
        {
            MatMulWideTile.OneVector(tile.AtColumn(j));
        }
    }

    private static void NarrowTiles(TileArguments tile, int columns)
    {
        for (int j = 0; j < columns; j += 2 * System.Numerics.Vector<float>.Count)
        {
            MatMulTile.TwoVectors(tile.AtColumn(j));
        }
    }

    private static void CheckBounds(
        MatrixView a, MatrixView b, MatrixView start, int cLength, int cStride, (int Rows, int Inner, int Columns) size)
    {
        Require(a.Data.Length, size.Rows, a.RowStride, size.Inner, a.ColumnStride, "A");
        Require(b.Data.Length, size.Inner, b.RowStride, size.Columns, 1, "B");
        Require(cLength, size.Rows, cStride, size.Columns, 1, "C");
        if (!start.Data.IsEmpty)
        {
            Require(start.Data.Length, size.Rows, start.RowStride, size.Columns, 1, "S");
        }
    }

    private static void Require(int length, int rows, int rowStride, int columns, int columnStride, string name)
    {
        long last = ((rows - 1L) * rowStride) + ((columns - 1L) * columnStride);
        if (rows > 0 && columns > 0 && last >= length)
        {
            throw new ArgumentException(
                $"Matrix {name} of the product has {length} floats; [{rows}, {columns}] with strides {rowStride} and "
                + $"{columnStride} needs {last + 1}.");
        }
    }
}
