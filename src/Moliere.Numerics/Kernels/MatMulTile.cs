// house: kernel
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Moliere.Numerics.Kernels;

/// <summary>
/// Register tile of 6 rows by 2 vectors: 12 sums, 2 columns of B and one element of A fill 15 of 16 registers, and 12
/// independent chains hide the latency of the multiply-add. Contract and reference: <see cref="MatMul"/>.
/// </summary>
internal static unsafe class MatMulTile
{
    private const int Rows = 6;

    /// <summary>All rows of a panel two vectors wide.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void TwoVectors(TileArguments t)
    {
        for (int i = 0; i < t.Rows; i += Rows)
        {
            // Rows past the end repeat the last one: they compute and store the same values again.
            int last = Math.Min(Rows, t.Rows - i) - 1;
            nint r1 = Math.Min(1, last), r2 = Math.Min(2, last), r3 = Math.Min(3, last);
            nint r4 = Math.Min(4, last), r5 = Math.Min(5, last);
            float* a0 = t.A + (i * t.ARow), b = t.B, c = t.C + (i * t.CRow);
            float* s = t.Start == null ? null : t.Start + (i * t.StartRow);
            float* a1 = a0 + (r1 * t.ARow), a2 = a0 + (r2 * t.ARow), a3 = a0 + (r3 * t.ARow);
            float* a4 = a0 + (r4 * t.ARow), a5 = a0 + (r5 * t.ARow);
            Vector<float> x0 = Start(s, 0), y0 = Start(s, Vector<float>.Count);
            Vector<float> x1 = Start(s, r1 * t.StartRow), y1 = Start(s, (r1 * t.StartRow) + Vector<float>.Count);
            Vector<float> x2 = Start(s, r2 * t.StartRow), y2 = Start(s, (r2 * t.StartRow) + Vector<float>.Count);
            Vector<float> x3 = Start(s, r3 * t.StartRow), y3 = Start(s, (r3 * t.StartRow) + Vector<float>.Count);
            Vector<float> x4 = Start(s, r4 * t.StartRow), y4 = Start(s, (r4 * t.StartRow) + Vector<float>.Count);
            Vector<float> x5 = Start(s, r5 * t.StartRow), y5 = Start(s, (r5 * t.StartRow) + Vector<float>.Count);
            for (nint k = 0, end = t.Inner * t.AInner; k != end; k += t.AInner, b += t.BRow)
            {
                Vector<float> bx = Vector.Load(b), by = Vector.Load(b + Vector<float>.Count);
                var a = new Vector<float>(a0[k]);
                x0 = Vector.MultiplyAddEstimate(a, bx, x0);
                y0 = Vector.MultiplyAddEstimate(a, by, y0);
                a = new Vector<float>(a1[k]);
                x1 = Vector.MultiplyAddEstimate(a, bx, x1);
                y1 = Vector.MultiplyAddEstimate(a, by, y1);
                a = new Vector<float>(a2[k]);
                x2 = Vector.MultiplyAddEstimate(a, bx, x2);
                y2 = Vector.MultiplyAddEstimate(a, by, y2);
                a = new Vector<float>(a3[k]);
                x3 = Vector.MultiplyAddEstimate(a, bx, x3);
                y3 = Vector.MultiplyAddEstimate(a, by, y3);
                a = new Vector<float>(a4[k]);
                x4 = Vector.MultiplyAddEstimate(a, bx, x4);
                y4 = Vector.MultiplyAddEstimate(a, by, y4);
                a = new Vector<float>(a5[k]);
                x5 = Vector.MultiplyAddEstimate(a, bx, x5);
                y5 = Vector.MultiplyAddEstimate(a, by, y5);
            }

            Store(c, x0, y0);
            Store(c + (r1 * t.CRow), x1, y1);
            Store(c + (r2 * t.CRow), x2, y2);
            Store(c + (r3 * t.CRow), x3, y3);
            Store(c + (r4 * t.CRow), x4, y4);
            Store(c + (r5 * t.CRow), x5, y5);
        }
    }

    private static Vector<float> Start(float* start, nint offset) =>
        start == null ? Vector<float>.Zero : Vector.Load(start + offset);

    private static void Store(float* c, Vector<float> x, Vector<float> y)
    {
        Vector.Store(x, c);
        Vector.Store(y, c + Vector<float>.Count);
    }
}
