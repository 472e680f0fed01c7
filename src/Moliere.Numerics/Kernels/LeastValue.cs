using System.Numerics;
using System.Runtime.InteropServices;

namespace Moliere.Numerics.Kernels;

/// <summary>
/// Formula: min x[i], and the first i where it is reached.
/// Layout: one vector of double precision without NaN. A lane holds one element.
/// Remainder: one last vector that overlaps the one before; element by element below the width.
/// Reference: the scalar loop, to the last bit.
/// </summary>
public static class LeastValue
{
    /// <summary>The smallest value; positive infinity for an empty span.</summary>
    /// <param name="values">x, without NaN.</param>
    public static double Of(ReadOnlySpan<double> values)
    {
        int width = Vector<double>.Count;
        return values.Length < width ? OfFew(values) : OfMany(values, width);
    }

    /// <summary>Position of the first of the smallest values; -1 for an empty span.</summary>
    /// <param name="values">x, without NaN or negative zero.</param>
    public static int IndexOf(ReadOnlySpan<double> values)
    {
        long bits = BitConverter.DoubleToInt64Bits(Of(values));
        return MemoryMarshal.Cast<double, long>(values).IndexOf(bits);
    }

    private static double OfFew(ReadOnlySpan<double> values)
    {
        double least = double.PositiveInfinity;
        foreach (double value in values)
        {
            least = Math.Min(least, value);
        }

        return least;
    }

    private static double OfMany(ReadOnlySpan<double> values, int width)
    {
        // Two chains of comparisons, for a minimum takes several cycles.
        Vector<double> first = new(values), second = new(values[^width..]);
        int i = width;
        for (; i + (2 * width) <= values.Length; i += 2 * width)
        {
            first = Vector.MinNative(first, new Vector<double>(values[i..]));
            second = Vector.MinNative(second, new Vector<double>(values[(i + width)..]));
        }

        if (i + width <= values.Length)
        {
            first = Vector.MinNative(first, new Vector<double>(values[i..]));
        }

        first = Vector.MinNative(first, second);
        double least = first[0];
        for (int lane = 1; lane < width; lane++)
        {
            least = double.MinNative(least, first[lane]);
        }

        return least;
    }
}
