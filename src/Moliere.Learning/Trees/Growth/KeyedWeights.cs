namespace Moliere.Learning.Trees.Growth;

/// <summary>
/// Values with a weight each as one array of 64-bit words, the value in the upper half in a form that sorts as an
/// unsigned number: sorted in three passes over its digits, in time proportional to the length.
/// </summary>
/// <source>Knuth, The Art of Computer Programming 3, section 5.2.5 (radix sort).</source>
internal static class KeyedWeights
{
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;
    private const int ComparisonLimit = 2048; // below, the library's sort is quicker than clearing the counts

    /// <summary>A word of a finite value and its weight.</summary>
    public static ulong Pack(float value, float weight)
    {
        uint bits = BitConverter.SingleToUInt32Bits(value + 0f); // + 0 joins the two zeros
        uint key = (bits & 0x8000_0000) != 0 ? ~bits : bits | 0x8000_0000;
        return ((ulong)key << 32) | BitConverter.SingleToUInt32Bits(weight);
    }

    /// <summary>The value of a word.</summary>
    public static float Value(ulong word)
    {
        uint key = (uint)(word >> 32);
        return BitConverter.UInt32BitsToSingle((key & 0x8000_0000) != 0 ? key & 0x7FFF_FFFF : ~key);
    }

    /// <summary>The weight of a word.</summary>
    public static float Weight(ulong word) => BitConverter.UInt32BitsToSingle((uint)word);

    /// <summary>Sorts words by their values, ascending; equal values end in an order that only they decide.</summary>
    /// <param name="words">Sorted in place.</param>
    /// <param name="scratch">At least as long.</param>
    public static void Sort(Span<ulong> words, Span<ulong> scratch)
    {
        if (words.Length < ComparisonLimit)
        {
            words.Sort();
            return;
        }

        scratch = scratch[..words.Length];
        Pass(words, scratch, 32);
        Pass(scratch, words, 32 + DigitBits);
        Pass(words, scratch, 32 + (2 * DigitBits));
        scratch.CopyTo(words);
    }

    private static void Pass(ReadOnlySpan<ulong> from, Span<ulong> to, int shift)
    {
        Span<int> ends = stackalloc int[Digits];
        ends.Clear();
        foreach (ulong word in from)
        {
            ends[(int)(word >> shift) & (Digits - 1)]++;
        }

        int sum = 0;
        for (int i = 0; i < Digits; i++)
        {
            (ends[i], sum) = (sum, sum + ends[i]);
        }

        foreach (ulong word in from)
        {
            to[ends[(int)(word >> shift) & (Digits - 1)]++] = word;
        }
    }
}
