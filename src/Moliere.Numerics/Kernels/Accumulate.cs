using System.Numerics;

namespace Moliere.Numerics.Kernels;

/// <summary>
/// Formula: sum[i] += term[i]. Layout: padded to <see cref="Padding.Width"/>. A lane holds one element.
/// Remainder: none (padding). Reference: the formula, exactly.
/// </summary>
internal static class Accumulate
{
    /// <summary>Adds a term in place.</summary>
    public static void Add(Span<float> sum, ReadOnlySpan<float> term)
    {
        for (int i = 0; i < sum.Length; i += Vector<float>.Count)
        {
            (new Vector<float>(sum[i..]) + new Vector<float>(term[i..])).CopyTo(sum[i..]);
        }
    }
}
