namespace Moliere.Formats.Root.Ntuples;

/// <summary>The encodings whose elements are some bits, the lowest first and across the borders of bytes.</summary>
/// <source>ROOT, RNTuple binary format specification 1.0, section Column Description, Real32Trunc and -Quant.</source>
internal static class BitDecoding
{
    public static void Truths(ReadOnlySpan<byte> page, Span<byte> elements)
    {
        for (int i = 0; i < elements.Length; i++)
        {
            elements[i] = (byte)(page[i >> 3] >> (i & 7) & 1);
        }
    }

    /// <summary>Single precision numbers without their last bits.</summary>
    /// <param name="bits">Bits that are there, in [10, 31].</param>
    public static PageDecoder<float> Truncated(int bits) => (page, elements) =>
    {
        var words = new BitWords(page, bits);
        foreach (ref float element in elements)
        {
            element = BitConverter.UInt32BitsToSingle(words.Next() << (32 - bits));
        }
    };

    /// <summary>Whole steps from the smallest value, so many that the largest has all bits set.</summary>
    /// <param name="column">Bits in [1, 32], smallest and largest value.</param>
    public static PageDecoder<float> Quantised(NtupleColumn column) => (page, elements) =>
    {
        var words = new BitWords(page, column.Bits);
        double step = (column.Max - column.Min) / ((1L << column.Bits) - 1);
        foreach (ref float element in elements)
        {
            element = (float)(column.Min + words.Next() * step);
        }
    };

    private ref struct BitWords(ReadOnlySpan<byte> bytes, int bits)
    {
        private readonly ReadOnlySpan<byte> _bytes = bytes;
        private readonly uint _mask = uint.MaxValue >> (32 - bits);
        private ulong _window;
        private int _filled;
        private int _position;

        public uint Next()
        {
            for (; _filled < bits; _filled += 8)
            {
                _window |= (ulong)_bytes[_position++] << _filled;
            }

            uint word = (uint)_window & _mask;
            _window >>= bits;
            _filled -= bits;
            return word;
        }
    }
}
