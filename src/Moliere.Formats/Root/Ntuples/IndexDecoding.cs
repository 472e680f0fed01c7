using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Moliere.Formats.Root.Ntuples;

/// <summary>The encodings of indices: ends of collections, counted from the start of the cluster.</summary>
/// <source>ROOT, RNTuple binary format specification 1.0, section Column Description, delta encoding.</source>
internal static class IndexDecoding
{
    /// <summary>The decoder of an encoding; null for one that holds no indices.</summary>
    public static PageDecoder<long>? Of(NtupleEncoding encoding) => encoding switch
    {
        NtupleEncoding.Index32 => Index32,
        NtupleEncoding.Index64 => PageDecoding.Plain,
        NtupleEncoding.SplitIndex32 => SplitIndex32,
        NtupleEncoding.SplitIndex64 => SplitIndex64,
        _ => null,
    };

    private static void Index32(ReadOnlySpan<byte> page, Span<long> elements)
    {
        for (int i = 0; i < elements.Length; i++)
        {
            elements[i] = BinaryPrimitives.ReadUInt32LittleEndian(page[(4 * i)..]);
        }
    }

    // Sums wrap at 32 bits, as the differences did.
    private static void SplitIndex32(ReadOnlySpan<byte> page, Span<long> elements)
    {
        int n = elements.Length;
        ReadOnlySpan<byte> a = page[..n], b = page.Slice(n, n), c = page.Slice(2 * n, n), d = page.Slice(3 * n, n);
        uint sum = 0;
        for (int i = 0; i < elements.Length; i++)
        {
            sum += a[i] | ((uint)b[i] << 8) | ((uint)c[i] << 16) | ((uint)d[i] << 24);
            elements[i] = sum;
        }
    }

    private static void SplitIndex64(ReadOnlySpan<byte> page, Span<long> elements)
    {
        PageDecoding.Split64(page, MemoryMarshal.Cast<long, ulong>(elements));
        long sum = 0;
        foreach (ref long element in elements)
        {
            sum = unchecked(sum + element);
            element = sum;
        }
    }
}
