using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Moliere.Numerics.Kernels;

/// <summary>
/// Formula: S[l, b] += (g[i], h[i]) with b = bin of column l in row i, for the rows i of a list.
/// Layout: bins [N, 8] bytes, gradients [N, 2] fixed point, sums [8, 256, 2], which fit a level-1 cache.
/// A vector holds one pair (g, h). Remainder: columns beyond the used ones hold bin 0 and are summed in vain.
/// Reference: <see cref="ReferenceGradientHistogram"/>, exact: integer sums do not depend on the order of the rows.
/// </summary>
public static unsafe class GradientHistogram
{
    /// <summary>Columns of a block.</summary>
    public const int Lanes = 8;

    /// <summary>Bins of a column.</summary>
    public const int Bins = 256;

    /// <summary>Sums of a block: gradient and curvature of each bin of each column.</summary>
    public const int Length = Lanes * Bins * 2;

    private const int PairBytes = 2 * sizeof(long);
    private const int Ahead = 16; // rows between the fetch of a row and its use: tuned on 200,000 rows
    private const int LaneBytes = Bins * PairBytes;

    /// <summary>Adds rows to the sums of a block of columns.</summary>
    /// <param name="rows">Numbers of rows, each in [0, N); not checked.</param>
    /// <param name="bins">[N, 8].</param>
    /// <param name="gradients">[N, 2].</param>
    /// <param name="lanes">Columns in use, 1 to 8.</param>
    /// <param name="sums">[8, 256, 2].</param>
    public static void Add(
        ReadOnlySpan<int> rows, ReadOnlySpan<byte> bins, ReadOnlySpan<int> gradients, int lanes, Span<long> sums)
    {
        Debug.Assert(sums.Length >= Length && gradients.Length / 2 >= bins.Length / Lanes, "room for all bins");
        fixed (int* row = rows, pairs = gradients)
        fixed (byte* bin = bins)
        fixed (long* sum = sums)
        {
            int warm = Math.Max(0, rows.Length - Ahead);
            if (lanes <= Lanes / 2)
            {
                AddFour(row, warm, Ahead, bin, pairs, (byte*)sum);
                AddFour(row + warm, rows.Length - warm, 0, bin, pairs, (byte*)sum);
            }
            else
            {
                AddEight(row, warm, Ahead, bin, pairs, (byte*)sum);
                AddEight(row + warm, rows.Length - warm, 0, bin, pairs, (byte*)sum);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddFour(int* rows, int count, int ahead, byte* bins, int* gradients, byte* sums)
    {
        for (int i = 0; i < count; i++)
        {
            long row = rows[i];
            Fetch(rows[i + ahead], bins, gradients);
            Vector128<long> pair = Pair(gradients + (2 * row));
            byte* b = bins + (Lanes * row);
            AddTo(sums, b[0], pair);
            AddTo(sums + LaneBytes, b[1], pair);
            AddTo(sums + (2 * LaneBytes), b[2], pair);
            AddTo(sums + (3 * LaneBytes), b[3], pair);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddEight(int* rows, int count, int ahead, byte* bins, int* gradients, byte* sums)
    {
        for (int i = 0; i < count; i++)
        {
            long row = rows[i];
            Fetch(rows[i + ahead], bins, gradients);
            Vector128<long> pair = Pair(gradients + (2 * row));
            byte* b = bins + (Lanes * row);
            AddTo(sums, b[0], pair);
            AddTo(sums + LaneBytes, b[1], pair);
            AddTo(sums + (2 * LaneBytes), b[2], pair);
            AddTo(sums + (3 * LaneBytes), b[3], pair);
            AddTo(sums + (4 * LaneBytes), b[4], pair);
            AddTo(sums + (5 * LaneBytes), b[5], pair);
            AddTo(sums + (6 * LaneBytes), b[6], pair);
            AddTo(sums + (7 * LaneBytes), b[7], pair);
        }
    }

    // The rows of a deep node lie far apart, where no processor foresees the next one.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Fetch(long row, byte* bins, int* gradients)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(bins + (Lanes * row));
            Sse.Prefetch0(gradients + (2 * row));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<long> Pair(int* gradient) =>
        Vector128.WidenLower(Vector128.CreateScalarUnsafe(*(long*)gradient).AsInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddTo(byte* lane, byte bin, Vector128<long> pair)
    {
        long* sum = (long*)(lane + ((nint)bin * PairBytes));
        (Vector128.Load(sum) + pair).Store(sum);
    }
}
