namespace Moliere.Numerics.Kernels;

/// <summary>The definition of <see cref="SegmentSums"/>: loops in double precision over unpadded rows.</summary>
internal static class ReferenceSegmentSums
{
    /// <summary>y[s, j] = c sum over points of segment s of w[i] x[i, j].</summary>
    /// <param name="x">[M, H].</param>
    /// <param name="offsets">[B + 1].</param>
    /// <param name="weights">[M], or null for all 1.</param>
    /// <param name="scale">c.</param>
    /// <param name="columns">H.</param>
    public static double[] Sum(double[] x, int[] offsets, double[]? weights, double scale, int columns)
    {
        double[] y = new double[(offsets.Length - 1) * columns];
        for (int s = 0; s + 1 < offsets.Length; s++)
        {
            for (int i = offsets[s]; i < offsets[s + 1]; i++)
            {
                for (int j = 0; j < columns; j++)
                {
                    y[(s * columns) + j] += scale * (weights is null ? 1 : weights[i]) * x[(i * columns) + j];
                }
            }
        }

        return y;
    }
}
