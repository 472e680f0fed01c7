using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Moliere.Formats.Codecs;

/// <summary>The 64-bit xxHash with seed 0; ROOT puts it before each lz4 block.</summary>
/// <source>Y. Collet, xxHash fast digest algorithm, specification 0.1.1, section XXH64.</source>
internal static class XxHash64
{
    public const ulong Prime1 = 0x9E3779B185EBCA87;
    public const ulong Prime2 = 0xC2B2AE3D27D4EB4F;
    public const ulong Prime3 = 0x165667B19E3779F9;
    public const ulong Prime4 = 0x85EBCA77C2B2AE63;
    public const ulong Prime5 = 0x27D4EB2F165667C5;

    private const int Stripe = 32;

    /// <summary>Checksum of bytes of any number.</summary>
    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        ReadOnlySpan<byte> rest = bytes;
        ulong hash = (bytes.Length >= Stripe ? Stripes(ref rest) : Prime5) + (ulong)bytes.Length;
        for (; rest.Length >= 8; rest = rest[8..])
        {
            hash ^= Round(0, BinaryPrimitives.ReadUInt64LittleEndian(rest));
            hash = BitOperations.RotateLeft(hash, 27) * Prime1 + Prime4;
        }

        if (rest.Length >= 4)
        {
            hash ^= BinaryPrimitives.ReadUInt32LittleEndian(rest) * Prime1;
            hash = BitOperations.RotateLeft(hash, 23) * Prime2 + Prime3;
            rest = rest[4..];
        }

        foreach (byte one in rest)
        {
            hash = BitOperations.RotateLeft(hash ^ (one * Prime5), 11) * Prime1;
        }

        return Avalanche(hash);
    }

    /// <summary>Lets every bit of the hash depend on every bit of the sum.</summary>
    public static ulong Avalanche(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * Prime2;
        hash = (hash ^ (hash >> 29)) * Prime3;
        return hash ^ (hash >> 32);
    }

    /// <summary>A word of memory as a little-endian number.</summary>
    public static ulong Little(ulong word) =>
        BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word);

    // Small files end before the compiler has seen that this loop is worth optimising.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static ulong Stripes(ref ReadOnlySpan<byte> rest)
    {
        ulong a = unchecked(Prime1 + Prime2), b = Prime2, c = 0, d = unchecked(0 - Prime1);
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(rest[..(rest.Length / Stripe * Stripe)]);
        for (int i = 0; i + 3 < words.Length; i += 4)
        {
            a = Round(a, Little(words[i]));
            b = Round(b, Little(words[i + 1]));
            c = Round(c, Little(words[i + 2]));
            d = Round(d, Little(words[i + 3]));
        }

        rest = rest[(words.Length * sizeof(ulong))..];
        ulong hash = BitOperations.RotateLeft(a, 1) + BitOperations.RotateLeft(b, 7)
            + BitOperations.RotateLeft(c, 12) + BitOperations.RotateLeft(d, 18);
        return Merge(Merge(Merge(Merge(hash, a), b), c), d);
    }

    private static ulong Round(ulong sum, ulong word) => BitOperations.RotateLeft(sum + word * Prime2, 31) * Prime1;

    private static ulong Merge(ulong hash, ulong lane) => (hash ^ Round(0, lane)) * Prime1 + Prime4;
}
