using System.Runtime.CompilerServices;

namespace Moliere.Numerics.Kernels;

/// <summary>
/// Formula: key(x) = bits of x, those behind a set sign inverted; x below y exactly where key(x) below key(y), and both
/// zeros are equal. A missing number (any NaN) has two keys, below and above those of all numbers, so that a comparison
/// alone sends it to either side. Layout: rows [N, F] become slots [2 F, B], 2 f with missing below, 2 f + 1 with
/// missing above. Remainder: rows beyond the last get key 0. Reference: the comparison of floats itself, exactly.
/// </summary>
internal static class OrderedKeys
{
    /// <summary>Key of a missing number that goes left, whatever the threshold.</summary>
    public const int Below = int.MinValue;

    /// <summary>Key of a missing number that goes right.</summary>
    public const int Above = int.MaxValue;

    /// <summary>Key of a number; that of a NaN means nothing.</summary>
    /// <param name="x">Any number, infinities too.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(float x)
    {
        int bits = BitConverter.SingleToInt32Bits(x + 0.0f); // the sum turns -0 into 0
        return bits ^ ((bits >> 31) & int.MaxValue);
    }

    /// <summary>Key of a threshold: no number lies below NaN, while a missing one may still go left.</summary>
    /// <param name="x">Any number, infinities and NaN too.</param>
    public static int OfThreshold(float x) => float.IsNaN(x) ? Below + 1 : Of(x);

    /// <summary>Keys of a block of rows.</summary>
    /// <param name="rows">[count, F].</param>
    /// <param name="count">Rows, at most <paramref name="block"/>.</param>
    /// <param name="features">F.</param>
    /// <param name="block">B.</param>
    /// <param name="keys">[2 F, B], overwritten.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill(ReadOnlySpan<float> rows, int count, int features, int block, Span<int> keys)
    {
        for (int f = 0; f < features; f++)
        {
            Span<int> below = keys.Slice(2 * f * block, block), above = keys.Slice(((2 * f) + 1) * block, block);
            for (int i = 0, j = f; i < count; i++, j += features)
            {
                float x = rows[j];
                bool isMissing = float.IsNaN(x);
                below[i] = isMissing ? Below : Of(x);
                above[i] = isMissing ? Above : Of(x);
            }

            below[count..].Clear();
            above[count..].Clear();
        }
    }
}
