namespace Moliere.Learning.Trees.Growth;

/// <summary>
/// Values with the row each comes from as 64-bit words, the value in the upper half in a form that sorts as an unsigned
/// number: sorted in three passes over its digits, in time proportional to the length.
/// </summary>
/// <source>Knuth, The Art of Computer Programming 3, section 5.2.5 (radix sort).</source>
internal static class KeyedRows
{
    private const int DigitBits = 11;
    private const int Digits = 1 << DigitBits;
    private const int ComparisonLimit = 2048; // below, the library's sort is quicker than clearing the counts

    /// <summary>A word of a finite value and its row.</summary>
    public static ulong Pack(float value, int row)
    {
        uint bits = BitConverter.SingleToUInt32Bits(value + 0f); // + 0 joins the two zeros
        uint key = (bits & 0x8000_0000) != 0 ? ~bits : bits | 0x8000_0000;
        return ((ulong)key << 32) | (uint)row;
    }

    /// <summary>The value of a word.</summary>
    public static float Value(ulong word)
    {
        uint key = (uint)(word >> 32);
        return BitConverter.UInt32BitsToSingle((key & 0x8000_0000) != 0 ? key & 0x7FFF_FFFF : ~key);
    }

    /// <summary>The row of a word.</summary>
    public static int Row(ulong word) => (int)(uint)word;

    /// <summary>Sorts words by their values, ascending; equal values stay in the order of their rows.</summary>
    /// <param name="words">In the order of their rows; sorted in place.</param>
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
