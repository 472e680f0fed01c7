using System.Numerics;
using System.Runtime.CompilerServices;

namespace Moliere.Numerics.Kernels;

/// <summary>
/// Formula: r, u = sigmoid(z + s), n = tanh(z + r s), h' = (1 - u) n + u h = n + u (h - n). Gradient: from dh'.
/// Layout: rows of z and s hold (r, u, n), each padded to a stride; rows of h have that stride.
/// A lane holds one unit. Remainder: none (padding; zero sums keep h zero).
/// Reference: <see cref="ReferenceGates"/>, to 1e-6.
/// </summary>
internal static class GruGates
{
    /// <summary>One step of some lists.</summary>
    /// <param name="gates">On entry z, on return the gates; [rows, 3 stride].</param>
    /// <param name="sums">s [rows, 3 stride].</param>
    /// <param name="before">h [rows, stride]; empty for zeros.</param>
    /// <param name="state">Receives h'.</param>
    /// <param name="stride">Floats per row of h.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rows(
        Span<float> gates, ReadOnlySpan<float> sums, ReadOnlySpan<float> before, Span<float> state, int stride)
    {
        for (int row = 0, k = 0; k < state.Length; row += 3 * stride)
        {
            Span<float> z = gates.Slice(row, 3 * stride);
            ReadOnlySpan<float> s = sums.Slice(row, 3 * stride);
            for (int j = 0; j < stride; j += Vector<float>.Count, k += Vector<float>.Count)
            {
                int second = stride + j, third = (2 * stride) + j;
                Vector<float> r = LstmGates.Sigmoid(new Vector<float>(z[j..]) + new Vector<float>(s[j..]));
                Vector<float> u = LstmGates.Sigmoid(new Vector<float>(z[second..]) + new Vector<float>(s[second..]));
                Vector<float> n = TanhFormula.Value(
                    new Vector<float>(z[third..]) + (r * new Vector<float>(s[third..])));
                Vector<float> h = before.IsEmpty ? Vector<float>.Zero : new(before[k..]);
                r.CopyTo(z[j..]);
                u.CopyTo(z[second..]);
                n.CopyTo(z[third..]);
                (n + (u * (h - n))).CopyTo(state[k..]);
            }
        }
    }

    /// <summary>The same step backwards.</summary>
    /// <param name="gates">On entry the gates, on return the gradient by z; [rows, 3 stride].</param>
    /// <param name="sums">On entry s, on return the gradient by it.</param>
    /// <param name="before">As in the step.</param>
    /// <param name="state">Gradient by h'.</param>
    /// <param name="beforeGradient">The direct share of the gradient by h is added; empty where there is none.</param>
    /// <param name="stride">Floats per row of h.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void RowsGradient(
        Span<float> gates,
        Span<float> sums,
        ReadOnlySpan<float> before,
        ReadOnlySpan<float> state,
        Span<float> beforeGradient,
        int stride)
    {
        Vector<float> one = Vector<float>.One;
        for (int row = 0, k = 0; k < state.Length; row += 3 * stride)
        {
            Span<float> z = gates.Slice(row, 3 * stride), s = sums.Slice(row, 3 * stride);
            for (int j = 0; j < stride; j += Vector<float>.Count, k += Vector<float>.Count)
            {
                int second = stride + j, third = (2 * stride) + j;
                Vector<float> r = new(z[j..]), u = new(z[second..]), n = new(z[third..]), dh = new(state[k..]);
                Vector<float> h = before.IsEmpty ? Vector<float>.Zero : new(before[k..]);
                Vector<float> dn = dh * (one - u) * (one - (n * n));
                Vector<float> dr = dn * new Vector<float>(s[third..]) * r * (one - r);
                Vector<float> du = dh * (h - n) * u * (one - u);
                dr.CopyTo(z[j..]);
                dr.CopyTo(s[j..]);
                du.CopyTo(z[second..]);
                du.CopyTo(s[second..]);
                dn.CopyTo(z[third..]);
                (dn * r).CopyTo(s[third..]);
                if (!before.IsEmpty)
                {
                    (new Vector<float>(beforeGradient[k..]) + (dh * u)).CopyTo(beforeGradient[k..]);
                }
            }
        }
    }
}
