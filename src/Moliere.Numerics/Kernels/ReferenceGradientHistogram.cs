namespace Moliere.Numerics.Kernels;

/// <summary>The definition of <see cref="GradientHistogram"/>: one addition after the other.</summary>
internal static class ReferenceGradientHistogram
{
    /// <summary>Adds rows to the sums of the columns in use.</summary>
    /// <param name="rows">Numbers of rows.</param>
    /// <param name="bins">[N, 8].</param>
    /// <param name="gradients">[N, 2].</param>
    /// <param name="lanes">Columns in use.</param>
    /// <param name="sums">[8, 256, 2].</param>
    public static void Add(int[] rows, byte[] bins, int[] gradients, int lanes, long[] sums)
    {
        foreach (int row in rows)
        {
            for (int lane = 0; lane < lanes; lane++)
            {
                int bin = (lane * GradientHistogram.Bins) + bins[(row * GradientHistogram.Lanes) + lane];
                sums[2 * bin] += gradients[2 * row];
                sums[(2 * bin) + 1] += gradients[(2 * row) + 1];
            }
        }
    }
}
