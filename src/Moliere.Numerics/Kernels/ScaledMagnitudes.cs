using System.Numerics;

namespace Moliere.Numerics.Kernels;

/// <summary>
/// Formula: m[i] = |x[i]| s[i], and the ascending list of all i with m[i] above a threshold.
/// Layout: vectors of one length. A lane holds one element; blocks without a hit cost one comparison.
/// Remainder: element by element. Reference: the formula in float32, to the last bit; NaN is above nothing.
/// </summary>
public static class ScaledMagnitudes
{
    /// <summary>Fills the magnitudes and lists what stands out.</summary>
    /// <param name="values">x.</param>
    /// <param name="scales">s, as many.</param>
    /// <param name="threshold">Smallest magnitude that is not listed; not negative.</param>
    /// <param name="magnitudes">Receives m, as many.</param>
    /// <param name="found">Receives the list; as long, for all might stand out.</param>
    /// <returns>Length of the list.</returns>
    public static int Collect(
        ReadOnlySpan<float> values, ReadOnlySpan<float> scales, float threshold, Span<float> magnitudes,
        Span<int> found)
    {
        int count = 0, i = 0, width = Vector<float>.Count;
        var limit = new Vector<float>(threshold);
        for (; i + width <= values.Length; i += width)
        {
            Vector<float> m = Vector.Abs(new Vector<float>(values[i..])) * new Vector<float>(scales[i..]);
            m.CopyTo(magnitudes[i..]);
            if (Vector.GreaterThanAny(m, limit))
            {
                count = Append(magnitudes.Slice(i, width), i, threshold, found, count);
            }
        }

        for (int rest = i; rest < values.Length; rest++)
        {
            magnitudes[rest] = Math.Abs(values[rest]) * scales[rest];
        }

        return Append(magnitudes[i..values.Length], i, threshold, found, count);
    }

    private static int Append(
        ReadOnlySpan<float> magnitudes, int first, float threshold, Span<int> found, int count)
    {
        for (int i = 0; i < magnitudes.Length; i++)
        {
            if (magnitudes[i] > threshold)
            {
                found[count++] = first + i;
            }
        }

        return count;
    }
}
