using System.Numerics;
using System.Runtime.CompilerServices;

namespace Moliere.Numerics.Kernels;

/// <summary>
/// Formula: y[s, j] = c sum over points i of segment s of w[i] x[i, j], in the order of the points; w = 1 if not given.
/// Layout: rows padded to <see cref="Padding.Width"/>; segment s holds the points [offsets[s], offsets[s + 1]).
/// A lane holds one column j; every element is its own chain of additions, so the vector width does not change a bit.
/// Remainder: none (padding). An empty segment gives zeros.
/// Reference: <see cref="ReferenceSegmentSums"/>, to 1e-6 of the sum of |w x|.
/// </summary>
internal static class SegmentSums
{
    /// <summary>y from x.</summary>
    /// <param name="x">[M, padded H].</param>
    /// <param name="offsets">[B + 1], from 0 to M, not falling.</param>
    /// <param name="weights">[M], or empty for all 1.</param>
    /// <param name="scale">c.</param>
    /// <param name="y">[B, padded H].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Sum(
        ReadOnlySpan<float> x, ReadOnlySpan<int> offsets, ReadOnlySpan<float> weights, float scale, Span<float> y)
    {
        int stride = y.Length / (offsets.Length - 1);
        for (int s = 0; s + 1 < offsets.Length; s++)
        {
            Span<float> row = y.Slice(s * stride, stride);
            row.Clear();
            for (int i = offsets[s]; i < offsets[s + 1]; i++)
            {
                Add(x.Slice(i * stride, stride), weights.IsEmpty ? 1 : weights[i], row);
            }

            Multiply(row, scale, row);
        }
    }

    /// <summary>dx from dy: dx[i, j] = c w[i] dy[s, j].</summary>
    /// <param name="dy">[B, padded H].</param>
    /// <param name="offsets">As in the sum.</param>
    /// <param name="weights">As in the sum.</param>
    /// <param name="scale">c.</param>
    /// <param name="dx">[M, padded H], overwritten.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SumGradient(
        ReadOnlySpan<float> dy, ReadOnlySpan<int> offsets, ReadOnlySpan<float> weights, float scale, Span<float> dx)
    {
        int stride = dy.Length / (offsets.Length - 1);
        for (int s = 0; s + 1 < offsets.Length; s++)
        {
            ReadOnlySpan<float> row = dy.Slice(s * stride, stride);
            for (int i = offsets[s]; i < offsets[s + 1]; i++)
            {
                float factor = weights.IsEmpty ? scale : scale * weights[i];
                Multiply(row, factor, dx.Slice(i * stride, stride));
            }
        }
    }

    private static void Add(ReadOnlySpan<float> x, float weight, Span<float> sum)
    {
        var factor = new Vector<float>(weight);
        for (int j = 0; j < sum.Length; j += Vector<float>.Count)
        {
            Vector.MultiplyAddEstimate(factor, new Vector<float>(x[j..]), new Vector<float>(sum[j..])).CopyTo(sum[j..]);
        }
    }

    private static void Multiply(ReadOnlySpan<float> x, float factor, Span<float> product)
    {
        for (int j = 0; j < product.Length; j += Vector<float>.Count)
        {
            (new Vector<float>(x[j..]) * factor).CopyTo(product[j..]);
        }
    }
}
