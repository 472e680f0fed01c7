namespace Moliere.Numerics.Kernels;

/// <summary>The definition of <see cref="MatMul"/>: a triple loop in double precision.</summary>
internal static class ReferenceMatMul
{
    /// <summary>C = S + A B for dense row-major matrices without padding.</summary>
    /// <param name="a">[rows, inner].</param>
    /// <param name="b">[inner, columns].</param>
    /// <param name="start">[rows, columns] or empty for zero.</param>
    /// <param name="rows">Rows of A.</param>
    /// <param name="columns">Columns of B.</param>
    public static double[] Multiply(
        ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> start, int rows, int columns)
    {
        int inner = a.Length / rows;
        double[] c = new double[rows * columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                double sum = start.IsEmpty ? 0 : start[(i * columns) + j];
                for (int k = 0; k < inner; k++)
                {
                    sum += a[(i * inner) + k] * b[(k * columns) + j];
                }

                c[(i * columns) + j] = sum;
            }
        }

        return c;
    }
}
