using System.Numerics;

namespace Moliere.Numerics.Kernels;

/// <summary>
/// Formula: sum of (a[i] - b[i])²; sum[i] += s (a[i] - b[i]); sum[i] += s a[i] with the sum of a[i]².
/// Layout: vectors of one length. A lane holds every n-th element of a sum, n being the vector width; lanes are added
/// pairwise by the machine, so machines of different width differ in the last bits.
/// Remainder: element by element. Reference: the formula in double precision, to 1e-5 of the sum of the squares.
/// </summary>
public static class Differences
{
    /// <summary>Squared Euclidean distance.</summary>
    /// <param name="a">One vector.</param>
    /// <param name="b">Another of the same length.</param>
    public static double SquaredSum(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        Vector<float> even = Vector<float>.Zero, odd = Vector<float>.Zero;
        int i = 0, width = Vector<float>.Count;
        for (; i + (2 * width) <= a.Length; i += 2 * width)
        {
            Vector<float> x = new Vector<float>(a[i..]) - new Vector<float>(b[i..]);
            Vector<float> y = new Vector<float>(a[(i + width)..]) - new Vector<float>(b[(i + width)..]);
            even += x * x;
            odd += y * y;
        }

        double sum = Vector.Sum(even + odd);
        for (; i < a.Length; i++)
        {
            double difference = a[i] - b[i];
            sum += difference * difference;
        }

        return sum;
    }

    /// <summary>Adds a multiple of a difference.</summary>
    /// <param name="sum">Changed.</param>
    /// <param name="scale">Factor.</param>
    /// <param name="a">From which is subtracted, as long as the sum.</param>
    /// <param name="b">What is subtracted.</param>
    public static void AddScaled(Span<float> sum, float scale, ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        int i = 0, width = Vector<float>.Count;
        for (; i + width <= sum.Length; i += width)
        {
            Vector<float> difference = new Vector<float>(a[i..]) - new Vector<float>(b[i..]);
            (new Vector<float>(sum[i..]) + (difference * scale)).CopyTo(sum[i..]);
        }

        for (; i < sum.Length; i++)
        {
            sum[i] += scale * (a[i] - b[i]);
        }
    }

    /// <summary>Adds a multiple of a vector.</summary>
    /// <param name="sum">Changed.</param>
    /// <param name="scale">Factor.</param>
    /// <param name="a">As long as the sum.</param>
    /// <returns>The squared length of the vector.</returns>
    public static double AddScaled(Span<float> sum, float scale, ReadOnlySpan<float> a)
    {
        Vector<float> squares = Vector<float>.Zero;
        int i = 0, width = Vector<float>.Count;
        for (; i + width <= sum.Length; i += width)
        {
            var x = new Vector<float>(a[i..]);
            (new Vector<float>(sum[i..]) + (x * scale)).CopyTo(sum[i..]);
            squares += x * x;
        }

        double square = Vector.Sum(squares);
        for (; i < sum.Length; i++)
        {
            sum[i] += scale * a[i];
            square += (double)a[i] * a[i];
        }

        return square;
    }
}
