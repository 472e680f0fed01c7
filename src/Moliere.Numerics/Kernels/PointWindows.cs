namespace Moliere.Numerics.Kernels;

/// <summary>
/// Formula: w[i, j F + f] = x[i + j - (K - 1) / 2, f] where that point is of the same list, else 0; the gradient sums
/// back. Layout: rows padded to <see cref="Padding.Width"/>; list s holds the points [offsets[s], offsets[s + 1]).
/// Whole blocks of F are copied; sums run over taps in order. Remainder: none. Reference: the formula, exactly.
/// </summary>
internal static class PointWindows
{
    /// <summary>Lays the neighbours of each point side by side.</summary>
    /// <param name="x">[M, padded F].</param>
    /// <param name="offsets">[B + 1], from 0 to M, not falling.</param>
    /// <param name="size">Taps K and features F.</param>
    /// <param name="windows">[M, padded K F], overwritten, padding included.</param>
    public static void Lay(
        ReadOnlySpan<float> x, ReadOnlySpan<int> offsets, (int Kernel, int Features) size, Span<float> windows)
    {
        int stride = Padding.Stride(size.Features), wide = Padding.Stride(size.Kernel * size.Features);
        windows.Clear();
        for (int s = 0; s + 1 < offsets.Length; s++)
        {
            for (int i = offsets[s]; i < offsets[s + 1]; i++)
            {
                (int first, int end) = Taps(i, offsets[s], offsets[s + 1], size.Kernel);
                for (int j = first; j < end; j++)
                {
                    int point = i + j - ((size.Kernel - 1) / 2);
                    x.Slice(point * stride, size.Features).CopyTo(windows[((i * wide) + (j * size.Features))..]);
                }
            }
        }
    }

    /// <summary>Adds what each window says about a point.</summary>
    /// <param name="windows">[M, padded K F].</param>
    /// <param name="offsets">As before.</param>
    /// <param name="size">Taps K and features F.</param>
    /// <param name="dx">[M, padded F], overwritten, padding included.</param>
    public static void LayGradient(
        ReadOnlySpan<float> windows, ReadOnlySpan<int> offsets, (int Kernel, int Features) size, Span<float> dx)
    {
        int stride = Padding.Stride(size.Features), wide = Padding.Stride(size.Kernel * size.Features);
        dx.Clear();
        for (int s = 0; s + 1 < offsets.Length; s++)
        {
            for (int i = offsets[s]; i < offsets[s + 1]; i++)
            {
                (int first, int end) = Taps(i, offsets[s], offsets[s + 1], size.Kernel);
                for (int j = first; j < end; j++)
                {
                    int point = i + j - ((size.Kernel - 1) / 2);
                    ReadOnlySpan<float> block = windows.Slice((i * wide) + (j * size.Features), size.Features);
                    Add(block, dx.Slice(point * stride, size.Features));
                }
            }
        }
    }

    // Taps of the window around a point that meet points of its list.
    private static (int First, int End) Taps(int point, int start, int end, int kernel)
    {
        int reach = (kernel - 1) / 2;
        return (Math.Max(0, start - point + reach), Math.Min(kernel, end - point + reach));
    }

    private static void Add(ReadOnlySpan<float> term, Span<float> sum)
    {
        for (int f = 0; f < sum.Length; f++)
        {
            sum[f] += term[f];
        }
    }
}
