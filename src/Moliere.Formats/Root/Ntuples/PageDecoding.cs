using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Moliere.Formats.Root.Ntuples;

/// <summary>Elements of a whole page from its unpacked bytes.</summary>
/// <typeparam name="T">Type of an element in memory.</typeparam>
/// <param name="page">Bytes of the page.</param>
/// <param name="elements">Takes all elements of the page.</param>
internal delegate void PageDecoder<T>(ReadOnlySpan<byte> page, Span<T> elements);

/// <summary>The encodings whose elements are whole bytes, plain or split.</summary>
/// <source>ROOT, RNTuple binary format specification 1.0, section Column Description, split encodings.</source>
internal static class PageDecoding
{
    public static void Plain<T>(ReadOnlySpan<byte> page, Span<T> elements)
        where T : unmanaged
    {
        Span<byte> bytes = MemoryMarshal.AsBytes(elements);
        page[..bytes.Length].CopyTo(bytes);
        if (!BitConverter.IsLittleEndian)
        {
            int width = bytes.Length / Math.Max(elements.Length, 1);
            for (int at = 0; at < bytes.Length; at += width)
            {
                bytes.Slice(at, width).Reverse();
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Split16(ReadOnlySpan<byte> page, Span<ushort> elements)
    {
        int n = elements.Length;
        ReadOnlySpan<byte> low = page[..n], high = page.Slice(n, n);
        for (int i = 0; i < elements.Length; i++)
        {
            elements[i] = (ushort)(low[i] | (high[i] << 8));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Split32(ReadOnlySpan<byte> page, Span<uint> elements)
    {
        int n = elements.Length;
        ReadOnlySpan<byte> a = page[..n], b = page.Slice(n, n), c = page.Slice(2 * n, n), d = page.Slice(3 * n, n);
        for (int i = 0; i < elements.Length; i++)
        {
            elements[i] = a[i] | ((uint)b[i] << 8) | ((uint)c[i] << 16) | ((uint)d[i] << 24);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Split64(ReadOnlySpan<byte> page, Span<ulong> elements)
    {
        int n = elements.Length;
        ReadOnlySpan<byte> a = page[..n], b = page.Slice(n, n), c = page.Slice(2 * n, n), d = page.Slice(3 * n, n);
        ReadOnlySpan<byte> e = page.Slice(4 * n, n), f = page.Slice(5 * n, n);
        ReadOnlySpan<byte> g = page.Slice(6 * n, n), h = page.Slice(7 * n, n);
        for (int i = 0; i < elements.Length; i++)
        {
            uint low = a[i] | ((uint)b[i] << 8) | ((uint)c[i] << 16) | ((uint)d[i] << 24);
            uint high = e[i] | ((uint)f[i] << 8) | ((uint)g[i] << 16) | ((uint)h[i] << 24);
            elements[i] = low | ((ulong)high << 32);
        }
    }

    public static void Zigzag16(ReadOnlySpan<byte> page, Span<short> elements)
    {
        Split16(page, MemoryMarshal.Cast<short, ushort>(elements));
        foreach (ref short element in elements)
        {
            element = (short)((ushort)element >> 1 ^ -(element & 1));
        }
    }

    public static void Zigzag32(ReadOnlySpan<byte> page, Span<int> elements)
    {
        Split32(page, MemoryMarshal.Cast<int, uint>(elements));
        foreach (ref int element in elements)
        {
            element = (element >>> 1) ^ -(element & 1);
        }
    }

    public static void Zigzag64(ReadOnlySpan<byte> page, Span<long> elements)
    {
        Split64(page, MemoryMarshal.Cast<long, ulong>(elements));
        foreach (ref long element in elements)
        {
            element = (element >>> 1) ^ -(element & 1);
        }
    }

    public static void SplitReal32(ReadOnlySpan<byte> page, Span<float> elements) =>
        Split32(page, MemoryMarshal.Cast<float, uint>(elements));

    public static void SplitReal64(ReadOnlySpan<byte> page, Span<double> elements) =>
        Split64(page, MemoryMarshal.Cast<double, ulong>(elements));

    public static void Half(ReadOnlySpan<byte> page, Span<float> elements)
    {
        for (int i = 0; i < elements.Length; i++)
        {
            elements[i] = (float)BinaryPrimitives.ReadHalfLittleEndian(page[(2 * i)..]);
        }
    }

    public static void SplitHalf(ReadOnlySpan<byte> page, Span<float> elements)
    {
        int n = elements.Length;
        for (int i = 0; i < n; i++)
        {
            elements[i] = (float)BitConverter.UInt16BitsToHalf((ushort)(page[i] | (page[n + i] << 8)));
        }
    }

    public static void Switch(ReadOnlySpan<byte> page, Span<VariantSwitch> elements)
    {
        for (int i = 0; i < elements.Length; i++)
        {
            elements[i] = new(
                BinaryPrimitives.ReadInt64LittleEndian(page[(12 * i)..]),
                BinaryPrimitives.ReadUInt32LittleEndian(page[(12 * i + 8)..]));
        }
    }
}

/// <summary>Which alternative of a variant holds, and where its value is among those.</summary>
/// <param name="Index">Element of the alternative, counted in the cluster.</param>
/// <param name="Tag">Alternative from 1; 0 for none.</param>
internal readonly record struct VariantSwitch(long Index, uint Tag);
