using System.Numerics;
using System.Runtime.CompilerServices;
using Moliere.Numerics.Random;

namespace Moliere.Numerics.Kernels;

/// <summary>
/// Formula: z = m + sqrt(v) e with normal noise e, and dz/dv = e / (2 sqrt v), which counts as 0 where v vanishes.
/// Layout: rows padded to <see cref="Padding.Width"/>, one after another. A lane holds one element.
/// Remainder: none (padding). Reference: the formulas in double precision, to 2e-6 of |m| + sqrt(v).
/// Source: Kingma, Salimans and Welling, arXiv:1506.02557, equation 6.
/// </summary>
internal static class LocalNoise
{
    // Elements of noise drawn at a time: they stay in the first-level cache.
    private const int Chunk = 1024;

    // Below, noise is lost in the rounding of any m, and 1 / sqrt(v) would outgrow what it is multiplied by.
    private const float SmallestVariance = 1e-30f;

    /// <summary>Adds noise.</summary>
    /// <param name="stream">Which noise; element i of it belongs to element i of the spans.</param>
    /// <param name="mToZ">m on entry, z on return.</param>
    /// <param name="vToSlope">v on entry, dz/dv on return.</param>
    public static void Add(NoiseStream stream, Span<float> mToZ, Span<float> vToSlope)
    {
        Span<float> noise = stackalloc float[Chunk];
        for (int first = 0; first < mToZ.Length; first += Chunk)
        {
            int count = Math.Min(Chunk, mToZ.Length - first);
            NormalNoise.Fill(stream, first, noise[..count]);
            Add(noise[..count], mToZ.Slice(first, count), vToSlope.Slice(first, count));
        }
    }

    /// <summary>squares = x².</summary>
    public static void Square(ReadOnlySpan<float> x, Span<float> squares)
    {
        for (int i = 0; i < squares.Length; i += Vector<float>.Count)
        {
            Vector<float> value = new(x[i..]);
            (value * value).CopyTo(squares[i..]);
        }
    }

    /// <summary>product = factor * product * other.</summary>
    public static void MultiplyInPlace(Span<float> product, ReadOnlySpan<float> other, float factor)
    {
        for (int i = 0; i < product.Length; i += Vector<float>.Count)
        {
            (new Vector<float>(product[i..]) * new Vector<float>(other[i..]) * factor).CopyTo(product[i..]);
        }
    }

    /// <summary>sum = a b, or sum += a b.</summary>
    public static void AddProduct(ReadOnlySpan<float> a, ReadOnlySpan<float> b, Span<float> sum, bool accumulate)
    {
        for (int i = 0; i < sum.Length; i += Vector<float>.Count)
        {
            Vector<float> product = new Vector<float>(a[i..]) * new Vector<float>(b[i..]);
            (accumulate ? new Vector<float>(sum[i..]) + product : product).CopyTo(sum[i..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(ReadOnlySpan<float> noise, Span<float> mToZ, Span<float> vToSlope)
    {
        Vector<float> smallest = new(SmallestVariance), half = new(0.5f);
        for (int i = 0; i < mToZ.Length; i += Vector<float>.Count)
        {
            Vector<float> e = new(noise[i..]), v = new(vToSlope[i..]), root = Vector.SquareRoot(v);
            Vector<float> slope = half * e / root;
            (new Vector<float>(mToZ[i..]) + (root * e)).CopyTo(mToZ[i..]);
            Vector.ConditionalSelect(Vector.GreaterThan(v, smallest), slope, Vector<float>.Zero)
                .CopyTo(vToSlope[i..]);
        }
    }
}
