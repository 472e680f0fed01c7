using System.Numerics;

namespace Moliere.Numerics.Kernels;

/// <summary>
/// Formula: x̂ = (x - m) r with mean m and r = 1 / sqrt(v + epsilon) of one row, y = g x̂ + b, and their gradients.
/// Layout: rows padded to <see cref="Padding.Width"/>; a mask is 1 in columns and 0 in padding. A lane holds one
/// column. Remainder: none (padding). Sums run in 16 interleaved parts, so the vector width does not change a bit.
/// Reference: <see cref="ReferenceColumnNorm"/>, to 1e-5. Source: Ba, Kiros and Hinton, arXiv:1607.06450, equation 3.
/// </summary>
internal static class RowNorm
{
    /// <summary>Mean of a row, and r.</summary>
    /// <param name="x">One padded row; the padding is finite.</param>
    /// <param name="mask">As long.</param>
    /// <param name="columns">How many elements of the mask are 1.</param>
    /// <param name="epsilon">Added to the biased variance, positive.</param>
    public static (float Mean, float R) Moments(
        ReadOnlySpan<float> x, ReadOnlySpan<float> mask, int columns, float epsilon)
    {
        Span<float> parts = stackalloc float[Padding.Width];
        parts.Clear();
        for (int j = 0; j < x.Length; j += Vector<float>.Count)
        {
            Add(parts, j, new Vector<float>(x[j..]) * new Vector<float>(mask[j..]));
        }

        float mean = Total(parts) / columns;
        parts.Clear();
        for (int j = 0; j < x.Length; j += Vector<float>.Count)
        {
            Vector<float> isColumn = new(mask[j..]);
            Vector<float> distance = (new Vector<float>(x[j..]) - new Vector<float>(mean)) * isColumn;
            Add(parts, j, distance * distance);
        }

        return (mean, 1 / MathF.Sqrt((Total(parts) / columns) + epsilon));
    }

    /// <summary>y = g (x - m) r + b.</summary>
    public static void Apply(
        ReadOnlySpan<float> x,
        (float Mean, float R) moments,
        ReadOnlySpan<float> g,
        ReadOnlySpan<float> b,
        Span<float> y)
    {
        Vector<float> mean = new(moments.Mean), r = new(moments.R);
        for (int j = 0; j < x.Length; j += Vector<float>.Count)
        {
            Vector<float> normal = (new Vector<float>(x[j..]) - mean) * r;
            ((normal * new Vector<float>(g[j..])) + new Vector<float>(b[j..])).CopyTo(y[j..]);
        }
    }

    /// <summary>
    /// dx = r (h - mean of h - x̂ (mean of h x̂)) with h = g dy; the gradients by g and b are added to their sums.
    /// </summary>
    /// <param name="x">One padded row.</param>
    /// <param name="moments">m and r.</param>
    /// <param name="g">Padded, zeros in the padding.</param>
    /// <param name="columns">Columns without padding.</param>
    /// <param name="dy">One padded row, zeros in the padding.</param>
    /// <param name="sums">[2, padded columns]: the row's dy x̂ and dy are added.</param>
    /// <param name="dx">One padded row, filled; may be dy. Empty where it is not needed.</param>
    public static void Gradient(
        ReadOnlySpan<float> x,
        (float Mean, float R) moments,
        ReadOnlySpan<float> g,
        int columns,
        ReadOnlySpan<float> dy,
        Span<float> sums,
        Span<float> dx)
    {
        Span<float> plain = stackalloc float[Padding.Width], tilted = stackalloc float[Padding.Width];
        plain.Clear();
        tilted.Clear();
        Vector<float> mean = new(moments.Mean), r = new(moments.R);
        for (int j = 0; j < x.Length; j += Vector<float>.Count)
        {
            Vector<float> normal = (new Vector<float>(x[j..]) - mean) * r, slope = new(dy[j..]);
            Vector<float> h = slope * new Vector<float>(g[j..]);
            (new Vector<float>(sums[j..]) + (slope * normal)).CopyTo(sums[j..]);
            (new Vector<float>(sums[(x.Length + j)..]) + slope).CopyTo(sums[(x.Length + j)..]);
            Add(plain, j, h);
            Add(tilted, j, h * normal);
        }

        var offset = new Vector<float>(Total(plain) / columns);
        var tilt = new Vector<float>(Total(tilted) / columns);
        for (int j = 0; j < dx.Length; j += Vector<float>.Count)
        {
            Vector<float> normal = (new Vector<float>(x[j..]) - mean) * r;
            Vector<float> h = new Vector<float>(dy[j..]) * new Vector<float>(g[j..]);
            ((h - offset - (normal * tilt)) * r).CopyTo(dx[j..]);
        }
    }

    private static void Add(Span<float> parts, int column, Vector<float> term)
    {
        Span<float> part = parts[(column % Padding.Width)..];
        (new Vector<float>(part) + term).CopyTo(part);
    }

    private static float Total(ReadOnlySpan<float> parts)
    {
        float sum = 0;
        foreach (float part in parts)
        {
            sum += part;
        }

        return sum;
    }
}
