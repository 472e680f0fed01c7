using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Moliere.Numerics.Kernels;

/// <summary>
/// Formula: x̂ = (x - m) r with mean m and r = 1 / sqrt(v + epsilon) of one row, y = g x̂ + b, and their gradients.
/// Layout: rows padded to <see cref="Padding.Width"/>; a mask is 1 in columns and 0 in padding. A lane holds one
/// column. Remainder: none (padding). Sums run in 16 interleaved parts of 128-bit vectors, the same on every machine.
/// Reference: <see cref="ReferenceColumnNorm"/>, to 1e-5. Source: Ba, Kiros and Hinton, arXiv:1607.06450, equation 3.
/// </summary>
internal static class RowNorm
{
    private const int Step = 4; // vectors in the width of padding

    /// <summary>Mean of a row, and r.</summary>
    /// <param name="row">x, padded; the padding is finite.</param>
    /// <param name="mask">As long.</param>
    /// <param name="columns">How many elements of the mask are 1.</param>
    /// <param name="epsilon">Added to the biased variance, positive.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (float Mean, float R) Moments(
        ReadOnlySpan<float> row, ReadOnlySpan<float> mask, int columns, float epsilon)
    {
        ReadOnlySpan<Vector128<float>> x = Cast(row), m = Cast(mask)[..x.Length];
        Vector128<float> a = default, b = default, c = default, d = default;
        for (int i = 0; i + Step <= x.Length; i += Step)
        {
            (a, b, c, d) = (a + (x[i] * m[i]), b + (x[i + 1] * m[i + 1]), c + (x[i + 2] * m[i + 2]),
                d + (x[i + 3] * m[i + 3]));
        }

        float mean = Total(a, b, c, d) / columns;
        var centre = Vector128.Create(mean);
        (a, b, c, d) = (default, default, default, default);
        for (int i = 0; i + Step <= x.Length; i += Step)
        {
            Vector128<float> p = (x[i] - centre) * m[i], q = (x[i + 1] - centre) * m[i + 1];
            Vector128<float> s = (x[i + 2] - centre) * m[i + 2], t = (x[i + 3] - centre) * m[i + 3];
            (a, b, c, d) = (a + (p * p), b + (q * q), c + (s * s), d + (t * t));
        }

        return (mean, 1 / MathF.Sqrt((Total(a, b, c, d) / columns) + epsilon));
    }

    /// <summary>y = g (x - m) r + b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply(
        ReadOnlySpan<float> row,
        (float Mean, float R) moments,
        ReadOnlySpan<float> scale,
        ReadOnlySpan<float> shift,
        Span<float> result)
    {
        ReadOnlySpan<Vector128<float>> x = Cast(row), g = Cast(scale)[..x.Length], b = Cast(shift)[..x.Length];
        Span<Vector128<float>> y = Cast(result)[..x.Length];
        Vector128<float> mean = Vector128.Create(moments.Mean), r = Vector128.Create(moments.R);
        for (int i = 0; i < x.Length; i++)
        {
            y[i] = ((x[i] - mean) * r * g[i]) + b[i];
        }
    }

    /// <summary>
    /// dx = r (h - mean of h - x̂ (mean of h x̂)) with h = g dy; the gradients by g and b are added to their sums.
    /// </summary>
    /// <param name="row">x, padded.</param>
    /// <param name="moments">m and r.</param>
    /// <param name="packed">[3, padded columns]: g, b and the mask.</param>
    /// <param name="columns">Columns without padding.</param>
    /// <param name="slopes">dy, padded; the padding is finite.</param>
    /// <param name="sums">[2, padded columns]: the row's dy x̂ and dy are added.</param>
    /// <param name="result">dx, padded with zeros; may be dy. Empty where it is not needed.</param>
    public static void Gradient(
        ReadOnlySpan<float> row,
        (float Mean, float R) moments,
        ReadOnlySpan<float> packed,
        int columns,
        ReadOnlySpan<float> slopes,
        Span<float> sums,
        Span<float> result)
    {
        AffineGradient(row, moments, slopes, sums);
        if (!result.IsEmpty)
        {
            InputGradient(row, moments, packed, columns, slopes, result);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AffineGradient(
        ReadOnlySpan<float> row, (float Mean, float R) moments, ReadOnlySpan<float> slopes, Span<float> sums)
    {
        ReadOnlySpan<Vector128<float>> x = Cast(row), dy = Cast(slopes)[..x.Length];
        Span<Vector128<float>> dg = Cast(sums)[..x.Length], db = Cast(sums).Slice(x.Length, x.Length);
        Vector128<float> mean = Vector128.Create(moments.Mean), r = Vector128.Create(moments.R);
        for (int i = 0; i < x.Length; i++)
        {
            dg[i] += dy[i] * ((x[i] - mean) * r);
            db[i] += dy[i];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void InputGradient(
        ReadOnlySpan<float> row,
        (float Mean, float R) moments,
        ReadOnlySpan<float> packed,
        int columns,
        ReadOnlySpan<float> slopes,
        Span<float> result)
    {
        ReadOnlySpan<Vector128<float>> x = Cast(row), g = Cast(packed)[..x.Length], dy = Cast(slopes)[..x.Length];
        ReadOnlySpan<Vector128<float>> mask = Cast(packed).Slice(2 * x.Length, x.Length);
        Span<Vector128<float>> dx = Cast(result)[..x.Length];
        Vector128<float> mean = Vector128.Create(moments.Mean), r = Vector128.Create(moments.R);
        Vector128<float> a = default, b = default, c = default, d = default;
        Vector128<float> e = default, f = default, k = default, l = default;
        for (int i = 0; i + Step <= x.Length; i += Step)
        {
            Vector128<float> p = dy[i] * g[i], q = dy[i + 1] * g[i + 1];
            Vector128<float> s = dy[i + 2] * g[i + 2], t = dy[i + 3] * g[i + 3];
            (a, b, c, d) = (a + p, b + q, c + s, d + t);
            (e, f) = (e + (p * ((x[i] - mean) * r)), f + (q * ((x[i + 1] - mean) * r)));
            (k, l) = (k + (s * ((x[i + 2] - mean) * r)), l + (t * ((x[i + 3] - mean) * r)));
        }

        Vector128<float> offset = Vector128.Create(Total(a, b, c, d) / columns);
        Vector128<float> tilt = Vector128.Create(Total(e, f, k, l) / columns);
        for (int i = 0; i < x.Length; i++)
        {
            dx[i] = ((dy[i] * g[i]) - offset - ((x[i] - mean) * r * tilt)) * (r * mask[i]);
        }
    }

    private static ReadOnlySpan<Vector128<float>> Cast(ReadOnlySpan<float> row) =>
        MemoryMarshal.Cast<float, Vector128<float>>(row);

    private static Span<Vector128<float>> Cast(Span<float> row) => MemoryMarshal.Cast<float, Vector128<float>>(row);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Total(Vector128<float> a, Vector128<float> b, Vector128<float> c, Vector128<float> d)
    {
        Vector128<float> sum = a + b + (c + d);
        return sum[0] + sum[1] + (sum[2] + sum[3]);
    }
}
