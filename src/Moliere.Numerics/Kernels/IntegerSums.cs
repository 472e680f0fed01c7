using System.Numerics;

namespace Moliere.Numerics.Kernels;

/// <summary>
/// Formula: a[i] += b[i] or a[i] -= b[i]. Layout: any. A lane holds one integer. Remainder: one by one.
/// Reference: the loop itself; integers leave no rounding.
/// </summary>
public static class IntegerSums
{
    /// <summary>Adds b to a.</summary>
    /// <param name="a">Overwritten.</param>
    /// <param name="b">As long as a.</param>
    public static void Add(Span<long> a, ReadOnlySpan<long> b)
    {
        int i = 0;
        for (; i <= a.Length - Vector<long>.Count; i += Vector<long>.Count)
        {
            (new Vector<long>(a[i..]) + new Vector<long>(b[i..])).CopyTo(a[i..]);
        }

        for (; i < a.Length; i++)
        {
            a[i] += b[i];
        }
    }

    /// <summary>Subtracts b from a.</summary>
    /// <param name="a">Overwritten.</param>
    /// <param name="b">As long as a.</param>
    public static void Subtract(Span<long> a, ReadOnlySpan<long> b)
    {
        int i = 0;
        for (; i <= a.Length - Vector<long>.Count; i += Vector<long>.Count)
        {
            (new Vector<long>(a[i..]) - new Vector<long>(b[i..])).CopyTo(a[i..]);
        }

        for (; i < a.Length; i++)
        {
            a[i] -= b[i];
        }
    }
}
