// house: kernel
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Moliere.Numerics.Kernels;

/// <summary>
/// Register tile for 512-bit vectors, 8 rows by 2 or 1 vectors: 8 divides the usual numbers of rows, and 16 sums leave
/// room among 32 registers. Same chain per element as <see cref="MatMulTile"/>, hence the same bits.
/// </summary>
internal static unsafe class MatMulWideTile
{
    private const int Rows = 8;

    /// <summary>All rows of a panel of 32 columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void TwoVectors(TileArguments t)
    {
        for (int i = 0; i < t.Rows; i += Rows)
        {
            // Rows past the end repeat the last one: they compute and store the same values again.
            int last = Math.Min(Rows, t.Rows - i) - 1;
            nint r1 = Math.Min(1, last), r2 = Math.Min(2, last), r3 = Math.Min(3, last), r4 = Math.Min(4, last);
            nint r5 = Math.Min(5, last), r6 = Math.Min(6, last), r7 = Math.Min(7, last);
            float* a0 = t.A + (i * t.ARow), b = t.B, c = t.C + (i * t.CRow);
            float* s = t.Start == null ? null : t.Start + (i * t.StartRow);
            float* a1 = a0 + (r1 * t.ARow), a2 = a0 + (r2 * t.ARow), a3 = a0 + (r3 * t.ARow);
            float* a4 = a0 + (r4 * t.ARow), a5 = a0 + (r5 * t.ARow), a6 = a0 + (r6 * t.ARow);
            float* a7 = a0 + (r7 * t.ARow);
            Vector512<float> x0 = Start(s, 0), y0 = Start(s, Vector512<float>.Count);
            Vector512<float> x1 = Start(s, r1 * t.StartRow), y1 = Start(s, (r1 * t.StartRow) + Vector512<float>.Count);
            Vector512<float> x2 = Start(s, r2 * t.StartRow), y2 = Start(s, (r2 * t.StartRow) + Vector512<float>.Count);
            Vector512<float> x3 = Start(s, r3 * t.StartRow), y3 = Start(s, (r3 * t.StartRow) + Vector512<float>.Count);
            Vector512<float> x4 = Start(s, r4 * t.StartRow), y4 = Start(s, (r4 * t.StartRow) + Vector512<float>.Count);
            Vector512<float> x5 = Start(s, r5 * t.StartRow), y5 = Start(s, (r5 * t.StartRow) + Vector512<float>.Count);
            Vector512<float> x6 = Start(s, r6 * t.StartRow), y6 = Start(s, (r6 * t.StartRow) + Vector512<float>.Count);
            Vector512<float> x7 = Start(s, r7 * t.StartRow), y7 = Start(s, (r7 * t.StartRow) + Vector512<float>.Count);
            for (nint k = 0, end = t.Inner * t.AInner; k != end; k += t.AInner, b += t.BRow)
            {
                Vector512<float> bx = Vector512.Load(b), by = Vector512.Load(b + Vector512<float>.Count);
                Vector512<float> a = Vector512.Create(a0[k]);
                x0 = Vector512.MultiplyAddEstimate(a, bx, x0);
                y0 = Vector512.MultiplyAddEstimate(a, by, y0);
                a = Vector512.Create(a1[k]);
                x1 = Vector512.MultiplyAddEstimate(a, bx, x1);
                y1 = Vector512.MultiplyAddEstimate(a, by, y1);
                a = Vector512.Create(a2[k]);
                x2 = Vector512.MultiplyAddEstimate(a, bx, x2);
                y2 = Vector512.MultiplyAddEstimate(a, by, y2);
                a = Vector512.Create(a3[k]);
                x3 = Vector512.MultiplyAddEstimate(a, bx, x3);
                y3 = Vector512.MultiplyAddEstimate(a, by, y3);
                a = Vector512.Create(a4[k]);
                x4 = Vector512.MultiplyAddEstimate(a, bx, x4);
                y4 = Vector512.MultiplyAddEstimate(a, by, y4);
                a = Vector512.Create(a5[k]);
                x5 = Vector512.MultiplyAddEstimate(a, bx, x5);
                y5 = Vector512.MultiplyAddEstimate(a, by, y5);
                a = Vector512.Create(a6[k]);
                x6 = Vector512.MultiplyAddEstimate(a, bx, x6);
                y6 = Vector512.MultiplyAddEstimate(a, by, y6);
                a = Vector512.Create(a7[k]);
                x7 = Vector512.MultiplyAddEstimate(a, bx, x7);
                y7 = Vector512.MultiplyAddEstimate(a, by, y7);
            }

            Store(c, x0, y0);
            Store(c + (r1 * t.CRow), x1, y1);
            Store(c + (r2 * t.CRow), x2, y2);
            Store(c + (r3 * t.CRow), x3, y3);
            Store(c + (r4 * t.CRow), x4, y4);
            Store(c + (r5 * t.CRow), x5, y5);
            Store(c + (r6 * t.CRow), x6, y6);
            Store(c + (r7 * t.CRow), x7, y7);
        }
    }

    /// <summary>All rows of a panel of 16 columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void OneVector(TileArguments t)
    {
        for (int i = 0; i < t.Rows; i += Rows)
        {
            // Rows past the end repeat the last one: they compute and store the same values again.
            int last = Math.Min(Rows, t.Rows - i) - 1;
            nint r1 = Math.Min(1, last), r2 = Math.Min(2, last), r3 = Math.Min(3, last), r4 = Math.Min(4, last);
            nint r5 = Math.Min(5, last), r6 = Math.Min(6, last), r7 = Math.Min(7, last);
            float* a0 = t.A + (i * t.ARow), b = t.B, c = t.C + (i * t.CRow);
            float* s = t.Start == null ? null : t.Start + (i * t.StartRow);
            float* a1 = a0 + (r1 * t.ARow), a2 = a0 + (r2 * t.ARow), a3 = a0 + (r3 * t.ARow);
            float* a4 = a0 + (r4 * t.ARow), a5 = a0 + (r5 * t.ARow), a6 = a0 + (r6 * t.ARow);
            float* a7 = a0 + (r7 * t.ARow);
            Vector512<float> x0 = Start(s, 0);
            Vector512<float> x1 = Start(s, r1 * t.StartRow);
            Vector512<float> x2 = Start(s, r2 * t.StartRow);
            Vector512<float> x3 = Start(s, r3 * t.StartRow);
            Vector512<float> x4 = Start(s, r4 * t.StartRow);
            Vector512<float> x5 = Start(s, r5 * t.StartRow);
            Vector512<float> x6 = Start(s, r6 * t.StartRow);
            Vector512<float> x7 = Start(s, r7 * t.StartRow);
            for (nint k = 0, end = t.Inner * t.AInner; k != end; k += t.AInner, b += t.BRow)
            {
                Vector512<float> bx = Vector512.Load(b), a = Vector512.Create(a0[k]);
                x0 = Vector512.MultiplyAddEstimate(a, bx, x0);
                a = Vector512.Create(a1[k]);
                x1 = Vector512.MultiplyAddEstimate(a, bx, x1);
                a = Vector512.Create(a2[k]);
                x2 = Vector512.MultiplyAddEstimate(a, bx, x2);
                a = Vector512.Create(a3[k]);
                x3 = Vector512.MultiplyAddEstimate(a, bx, x3);
                a = Vector512.Create(a4[k]);
                x4 = Vector512.MultiplyAddEstimate(a, bx, x4);
                a = Vector512.Create(a5[k]);
                x5 = Vector512.MultiplyAddEstimate(a, bx, x5);
                a = Vector512.Create(a6[k]);
                x6 = Vector512.MultiplyAddEstimate(a, bx, x6);
                a = Vector512.Create(a7[k]);
                x7 = Vector512.MultiplyAddEstimate(a, bx, x7);
            }

            Store(c, x0);
            Store(c + (r1 * t.CRow), x1);
            Store(c + (r2 * t.CRow), x2);
            Store(c + (r3 * t.CRow), x3);
            Store(c + (r4 * t.CRow), x4);
            Store(c + (r5 * t.CRow), x5);
            Store(c + (r6 * t.CRow), x6);
            Store(c + (r7 * t.CRow), x7);
        }
    }

    private static Vector512<float> Start(float* start, nint offset) =>
        start == null ? Vector512<float>.Zero : Vector512.Load(start + offset);

    private static void Store(float* c, Vector512<float> x) => Vector512.Store(x, c);

    private static void Store(float* c, Vector512<float> x, Vector512<float> y)
    {
        Vector512.Store(x, c);
        Vector512.Store(y, c + Vector512<float>.Count);
    }
}
