using System.Numerics;
using System.Runtime.InteropServices;

namespace Moliere.Formats.Bytes;

/// <summary>The CRC-32C checksum, one instruction per eight bytes on most processors.</summary>
/// <source>RFC 3720 section 12.1 and appendix B.4 (test vectors); polynomial 0x1EDC6F41.</source>
internal static class Crc32C
{
    /// <summary>Checksum of the bytes of numbers in memory order.</summary>
    public static uint Of<T>(ReadOnlySpan<T> values)
        where T : unmanaged
    {
        const int slice = 1 << 24; // A span of bytes cannot be longer than 2 GiB.
        uint crc = uint.MaxValue;
        for (int start = 0; start < values.Length; start += slice)
        {
            crc = Continue(crc, MemoryMarshal.AsBytes(values.Slice(start, Math.Min(slice, values.Length - start))));
        }

        return ~crc;
    }

    // The slice is a multiple of eight bytes, so that cutting does not change the sum.
    private static uint Continue(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (ulong word in MemoryMarshal.Cast<byte, ulong>(bytes))
        {
            crc = BitOperations.Crc32C(crc, word);
        }

        foreach (byte last in bytes[(bytes.Length & ~7)..])
        {
            crc = BitOperations.Crc32C(crc, last);
        }

        return crc;
    }
}
