using System.Numerics;
using System.Runtime.CompilerServices;

namespace Moliere.Numerics.Kernels;

/// <summary>
/// Formula: x̂ = (x - m) r per column, y = g x̂ + b, and their gradients. Layout: rows padded to
/// <see cref="Padding.Width"/>, one after another; vectors of columns are as long as a padded row. A lane holds one
/// column. Remainder: none (padding). Sums run over rows in order, so the vector width does not change a bit.
/// Reference: <see cref="ReferenceColumnNorm"/>, to 1e-5. Source: Ioffe and Szegedy, arXiv:1502.03167, algorithm 1.
/// </summary>
internal static class ColumnNorm
{
    /// <summary>Mean of each column, and the sum of squared distances from it, both finite for finite x.</summary>
    /// <param name="x">[rows, padded columns], at least one row.</param>
    /// <param name="mean">[padded columns], filled.</param>
    /// <param name="squares">[padded columns], filled.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Moments(ReadOnlySpan<float> x, Span<float> mean, Span<float> squares)
    {
        int stride = mean.Length, rows = x.Length / stride;
        for (int j = 0; j < stride; j += Vector<float>.Count)
        {
            Vector<float> sum = Vector<float>.Zero, square = Vector<float>.Zero;
            for (int i = j; i < x.Length; i += stride)
            {
                sum += new Vector<float>(x[i..]);
            }

            Vector<float> centre = sum / rows;
            for (int i = j; i < x.Length; i += stride)
            {
                Vector<float> distance = new Vector<float>(x[i..]) - centre;
                square += distance * distance;
            }

            centre.CopyTo(mean[j..]);
            square.CopyTo(squares[j..]);
        }
    }

    /// <summary>r = 1 / sqrt(v + epsilon), with the variance v given as a multiple of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void InverseDeviation(ReadOnlySpan<float> multiple, float factor, float epsilon, Span<float> r)
    {
        for (int j = 0; j < r.Length; j += Vector<float>.Count)
        {
            Vector<float> variance = (new Vector<float>(multiple[j..]) * factor) + new Vector<float>(epsilon);
            (Vector<float>.One / Vector.SquareRoot(variance)).CopyTo(r[j..]);
        }
    }

    /// <summary>y = g (x - m) r + b.</summary>
    /// <param name="x">[rows, padded columns].</param>
    /// <param name="moments">[2, padded columns]: m and r.</param>
    /// <param name="affine">[2, padded columns]: g and b.</param>
    /// <param name="y">Like x, filled.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply(
        ReadOnlySpan<float> x, ReadOnlySpan<float> moments, ReadOnlySpan<float> affine, Span<float> y)
    {
        int stride = moments.Length / 2;
        for (int j = 0; j < stride; j += Vector<float>.Count)
        {
            Vector<float> mean = new(moments[j..]), shift = new(affine[(stride + j)..]);
            Vector<float> scale = new Vector<float>(moments[(stride + j)..]) * new Vector<float>(affine[j..]);
            for (int i = j; i < x.Length; i += stride)
            {
                (((new Vector<float>(x[i..]) - mean) * scale) + shift).CopyTo(y[i..]);
            }
        }
    }

    /// <summary>Gradients by g, the column sums of dy x̂, and by b, those of dy.</summary>
    /// <param name="x">[rows, padded columns].</param>
    /// <param name="dy">Like x.</param>
    /// <param name="moments">[2, padded columns]: m and r.</param>
    /// <param name="sums">[2, padded columns], filled.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AffineGradient(
        ReadOnlySpan<float> x, ReadOnlySpan<float> dy, ReadOnlySpan<float> moments, Span<float> sums)
    {
        int stride = moments.Length / 2;
        for (int j = 0; j < stride; j += Vector<float>.Count)
        {
            Vector<float> mean = new(moments[j..]), r = new(moments[(stride + j)..]);
            Vector<float> scales = Vector<float>.Zero, shifts = Vector<float>.Zero;
            for (int i = j; i < x.Length; i += stride)
            {
                Vector<float> slope = new(dy[i..]);
                scales += slope * ((new Vector<float>(x[i..]) - mean) * r);
                shifts += slope;
            }

            scales.CopyTo(sums[j..]);
            shifts.CopyTo(sums[(stride + j)..]);
        }
    }

    /// <summary>
    /// dx = g r (dy - f (sum of dy) - f x̂ (sum of dy x̂)): f = 1 / rows where m and r come from these rows, 0 where
    /// they are constants.
    /// </summary>
    /// <param name="x">[rows, padded columns].</param>
    /// <param name="moments">[2, padded columns]: m and r.</param>
    /// <param name="scale">[padded columns]: g.</param>
    /// <param name="sums">[2, padded columns], as <see cref="AffineGradient"/> gives them.</param>
    /// <param name="f">See above.</param>
    /// <param name="dyToDx">[rows, padded columns]: dy on entry, dx on return.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gradient(
        ReadOnlySpan<float> x,
        ReadOnlySpan<float> moments,
        ReadOnlySpan<float> scale,
        ReadOnlySpan<float> sums,
        float f,
        Span<float> dyToDx)
    {
        int stride = scale.Length;
        for (int j = 0; j < stride; j += Vector<float>.Count)
        {
            Vector<float> mean = new(moments[j..]), r = new(moments[(stride + j)..]);
            Vector<float> factor = r * new Vector<float>(scale[j..]), tilt = r * new Vector<float>(sums[j..]) * f;
            Vector<float> offset = new Vector<float>(sums[(stride + j)..]) * f;
            for (int i = j; i < x.Length; i += stride)
            {
                Vector<float> distance = new Vector<float>(x[i..]) - mean;
                ((new Vector<float>(dyToDx[i..]) - offset - (distance * tilt)) * factor).CopyTo(dyToDx[i..]);
            }
        }
    }
}
