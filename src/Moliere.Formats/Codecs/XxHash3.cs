using System.Buffers.Binary;
using System.Numerics;

namespace Moliere.Formats.Codecs;

/// <summary>
/// The 64-bit XXH3 hash with seed 0 and the default secret; RNTuple puts it behind its pages and envelopes. Inputs of
/// up to 240 bytes are mixed at once, longer ones in <see cref="XxHash3Stripes"/>.
/// </summary>
/// <source>Y. Collet, xxHash fast digest algorithm, specification 0.2.0, section XXH3.</source>
internal static class XxHash3
{
    private const ulong Mix = 0x9FB21C651E98DF25;
    private const ulong Spread = 0x165667919E3779F9;
    private const int LongestMiddle = 240;

    /// <summary>Checksum of bytes of any number.</summary>
    public static ulong Of(ReadOnlySpan<byte> bytes) => bytes.Length switch
    {
        0 => XxHash64.Avalanche(Key(56) ^ Key(64)),
        <= 3 => UpTo3(bytes),
        <= 8 => UpTo8(bytes),
        <= 16 => UpTo16(bytes),
        <= 128 => UpTo128(bytes),
        <= LongestMiddle => UpTo240(bytes),
        _ => XxHash3Stripes.Of(bytes),
    };

    public static ulong Avalanche(ulong hash)
    {
        hash = (hash ^ (hash >> 37)) * Spread;
        return hash ^ (hash >> 32);
    }

    /// <summary>Both halves of the product of 128 bits, folded together.</summary>
    public static ulong Fold(ulong a, ulong b)
    {
        ulong high = Math.BigMul(a, b, out ulong low);
        return high ^ low;
    }

    private static ulong UpTo3(ReadOnlySpan<byte> bytes)
    {
        uint word = ((uint)bytes[0] << 16) | ((uint)bytes[bytes.Length >> 1] << 24) | bytes[^1]
            | ((uint)bytes.Length << 8);
        return XxHash64.Avalanche(word ^ (uint)(Key(0) ^ (Key(0) >> 32)));
    }

    private static ulong UpTo8(ReadOnlySpan<byte> bytes)
    {
        ulong first = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
        ulong hash = (BinaryPrimitives.ReadUInt32LittleEndian(bytes[^4..]) + (first << 32)) ^ Key(8) ^ Key(16);
        hash = (hash ^ BitOperations.RotateLeft(hash, 49) ^ BitOperations.RotateLeft(hash, 24)) * Mix;
        hash = (hash ^ ((hash >> 35) + (ulong)bytes.Length)) * Mix;
        return hash ^ (hash >> 28);
    }

    private static ulong UpTo16(ReadOnlySpan<byte> bytes)
    {
        ulong low = Word(bytes, 0) ^ Key(24) ^ Key(32);
        ulong high = Word(bytes, bytes.Length - 8) ^ Key(40) ^ Key(48);
        return Avalanche((ulong)bytes.Length + BinaryPrimitives.ReverseEndianness(low) + high + Fold(low, high));
    }

    private static ulong UpTo128(ReadOnlySpan<byte> bytes)
    {
        ulong sum = (ulong)bytes.Length * XxHash64.Prime1;
        for (int pair = (bytes.Length - 1) / 32; pair >= 0; pair--)
        {
            sum += Mix16(bytes, 16 * pair, 32 * pair);
            sum += Mix16(bytes, bytes.Length - 16 * (pair + 1), 32 * pair + 16);
        }

        return Avalanche(sum);
    }

    private static ulong UpTo240(ReadOnlySpan<byte> bytes)
    {
        ulong sum = (ulong)bytes.Length * XxHash64.Prime1;
        for (int i = 0; i < 8; i++)
        {
            sum += Mix16(bytes, 16 * i, 16 * i);
        }

        sum = Avalanche(sum);
        for (int i = 8; i < bytes.Length / 16; i++)
        {
            sum += Mix16(bytes, 16 * i, 16 * (i - 8) + 3);
        }

        return Avalanche(sum + Mix16(bytes, bytes.Length - 16, 136 - 17));
    }

    private static ulong Mix16(ReadOnlySpan<byte> bytes, int at, int key) =>
        Fold(Word(bytes, at) ^ Key(key), Word(bytes, at + 8) ^ Key(key + 8));

    private static ulong Word(ReadOnlySpan<byte> bytes, int at) =>
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);

    private static ulong Key(int at) => Word(XxHash3Secret.Bytes, at);
}
