using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Moliere.Formats.Codecs;

/// <summary>
/// XXH3 of more than 240 bytes: eight sums take stripes of 64 bytes against a sliding secret, and are scrambled after
/// each block of 16 stripes.
/// </summary>
/// <source>Y. Collet, xxHash fast digest algorithm, specification 0.2.0, section XXH3 for large inputs.</source>
internal static class XxHash3Stripes
{
    private const int Stripe = 64;
    private const int StripesPerBlock = 16;
    private const int Block = Stripe * StripesPerBlock;
    private const uint Prime1 = 0x9E3779B1;
    private const uint Prime2 = 0x85EBCA77;
    private const uint Prime3 = 0xC2B2AE3D;

    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        Span<ulong> sums =
        [
            Prime3, XxHash64.Prime1, XxHash64.Prime2, XxHash64.Prime3,
            XxHash64.Prime4, Prime2, XxHash64.Prime5, Prime1,
        ];
        ReadOnlySpan<byte> rest = bytes;
        for (; rest.Length > Block; rest = rest[Block..])
        {
            Accumulate(sums, rest, StripesPerBlock);
            Scramble(sums, XxHash3Secret.Bytes[128..]);
        }

        Accumulate(sums, rest, (rest.Length - 1) / Stripe);
        Add(
            sums, MemoryMarshal.Cast<byte, ulong>(bytes[^Stripe..]),
            MemoryMarshal.Cast<byte, ulong>(XxHash3Secret.Bytes.Slice(128 - 7, Stripe)));
        return Merge(sums, (ulong)bytes.Length * XxHash64.Prime1);
    }

    // Small files end before the compiler has seen that this loop is worth optimising.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Accumulate(Span<ulong> sums, ReadOnlySpan<byte> bytes, int stripes)
    {
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(bytes[..(stripes * Stripe)]);
        ReadOnlySpan<ulong> keys = MemoryMarshal.Cast<byte, ulong>(XxHash3Secret.Bytes);
        for (int i = 0; i < stripes; i++)
        {
            Add(sums, words.Slice(8 * i, 8), keys.Slice(i, 8));
        }
    }

    private static void Add(Span<ulong> sums, ReadOnlySpan<ulong> words, ReadOnlySpan<ulong> keys)
    {
        AddPair(ref sums[0], ref sums[1], words, keys, 0);
        AddPair(ref sums[2], ref sums[3], words, keys, 2);
        AddPair(ref sums[4], ref sums[5], words, keys, 4);
        AddPair(ref sums[6], ref sums[7], words, keys, 6);
    }

    // Each word goes unmixed into the sum beside its own.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddPair(
        ref ulong even, ref ulong odd, ReadOnlySpan<ulong> words, ReadOnlySpan<ulong> keys, int i)
    {
        ulong first = XxHash64.Little(words[i]), second = XxHash64.Little(words[i + 1]);
        ulong mixedFirst = first ^ XxHash64.Little(keys[i]), mixedSecond = second ^ XxHash64.Little(keys[i + 1]);
        even += second + (uint)mixedFirst * (mixedFirst >> 32);
        odd += first + (uint)mixedSecond * (mixedSecond >> 32);
    }

    private static void Scramble(Span<ulong> sums, ReadOnlySpan<byte> secret)
    {
        ReadOnlySpan<ulong> keys = MemoryMarshal.Cast<byte, ulong>(secret);
        for (int i = 0; i < sums.Length; i++)
        {
            ulong sum = sums[i];
            sums[i] = (sum ^ (sum >> 47) ^ XxHash64.Little(keys[i])) * Prime1;
        }
    }

    private static ulong Merge(ReadOnlySpan<ulong> sums, ulong hash)
    {
        ReadOnlySpan<byte> secret = XxHash3Secret.Bytes[11..];
        for (int i = 0; i < sums.Length; i += 2)
        {
            ulong low = BinaryPrimitives.ReadUInt64LittleEndian(secret[(8 * i)..]);
            ulong high = BinaryPrimitives.ReadUInt64LittleEndian(secret[(8 * i + 8)..]);
            hash += XxHash3.Fold(sums[i] ^ low, sums[i + 1] ^ high);
        }

        return XxHash3.Avalanche(hash);
    }
}
