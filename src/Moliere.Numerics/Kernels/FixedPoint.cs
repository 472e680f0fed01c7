using System.Numerics;
using System.Runtime.InteropServices;

namespace Moliere.Numerics.Kernels;

/// <summary>
/// Formula: n[i] = x[i] f[i mod 2] without its fraction, for pairs of two kinds, such as gradient and curvature.
/// Layout: [N, 2]. A lane holds one number; even lanes the first kind, odd lanes the second. Remainder: one by one.
/// Reference: the remainder's loop, to the bit: the factors are powers of two, so that products are exact.
/// </summary>
public static class FixedPoint
{
    /// <summary>Largest size of each kind; NaN where a number is NaN.</summary>
    /// <param name="pairs">[N, 2].</param>
    public static (float First, float Second) Largest(ReadOnlySpan<float> pairs)
    {
        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(pairs);
        Vector<float> largest = Vector<float>.Zero;
        foreach (Vector<float> vector in vectors)
        {
            largest = Vector.Max(largest, Vector.Abs(vector));
        }

        (float first, float second) = (0, 0);
        for (int lane = 0; lane < Vector<float>.Count; lane += 2)
        {
            (first, second) = (Math.Max(first, largest[lane]), Math.Max(second, largest[lane + 1]));
        }

        for (int i = vectors.Length * Vector<float>.Count; i < pairs.Length; i += 2)
        {
            (first, second) = (Math.Max(first, Math.Abs(pairs[i])), Math.Max(second, Math.Abs(pairs[i + 1])));
        }

        return (first, second);
    }

    /// <summary>Multiplies and cuts off fractions.</summary>
    /// <param name="pairs">[N, 2], finite.</param>
    /// <param name="first">Factor of the first kind, a power of two with products inside the integers.</param>
    /// <param name="second">Factor of the second kind, likewise.</param>
    /// <param name="integers">[N, 2], overwritten.</param>
    public static void Convert(ReadOnlySpan<float> pairs, float first, float second, Span<int> integers)
    {
        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(pairs);
        Span<Vector<int>> results = MemoryMarshal.Cast<int, Vector<int>>(integers);
        Vector<float> factors = Alternating(first, second);
        for (int i = 0; i < vectors.Length; i++)
        {
            results[i] = Vector.ConvertToInt32Native(vectors[i] * factors);
        }

        for (int i = vectors.Length * Vector<float>.Count; i < pairs.Length; i += 2)
        {
            (integers[i], integers[i + 1]) = ((int)(pairs[i] * first), (int)(pairs[i + 1] * second));
        }
    }

    private static Vector<float> Alternating(float first, float second)
    {
        Span<float> lanes = stackalloc float[Vector<float>.Count];
        for (int lane = 0; lane < lanes.Length; lane += 2)
        {
            (lanes[lane], lanes[lane + 1]) = (first, second);
        }

        return new(lanes);
    }
}
