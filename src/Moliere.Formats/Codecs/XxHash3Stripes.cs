using System.Buffers.Binary;
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
        Add(sums, bytes[^Stripe..], XxHash3Secret.Bytes[(128 - 7)..]);
        return Merge(sums, (ulong)bytes.Length * XxHash64.Prime1);
    }

    private static void Accumulate(Span<ulong> sums, ReadOnlySpan<byte> bytes, int stripes)
    {
        for (int i = 0; i < stripes; i++)
        {
            Add(sums, bytes.Slice(i * Stripe, Stripe), XxHash3Secret.Bytes[(8 * i)..]);
        }
    }

    private static void Add(Span<ulong> sums, ReadOnlySpan<byte> stripe, ReadOnlySpan<byte> secret)
    {
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(stripe)[..8];
        ReadOnlySpan<ulong> keys = MemoryMarshal.Cast<byte, ulong>(secret)[..8];
        sums = sums[..8];
        for (int i = 0; i < 8; i++)
        {
            ulong word = XxHash64.Little(words[i]);
            ulong mixed = word ^ XxHash64.Little(keys[i]);
            sums[i ^ 1] += word;
            sums[i] += (uint)mixed * (mixed >> 32);
        }
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
