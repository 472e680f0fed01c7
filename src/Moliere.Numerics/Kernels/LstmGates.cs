using System.Numerics;
using System.Runtime.CompilerServices;

namespace Moliere.Numerics.Kernels;

/// <summary>
/// Formula: i, f, o = sigmoid, g = tanh of their sums z; c' = f c + i g; h = o tanh(c'). Gradient: from dh and dc'.
/// Layout: a row of gates holds (i, f, g, o), each padded to a stride; rows of c and h have that stride.
/// A lane holds one unit. Remainder: none (padding; zero sums keep c and h zero).
/// Reference: <see cref="ReferenceGates"/>, to 1e-6.
/// </summary>
internal static class LstmGates
{
    /// <summary>One step of some lists.</summary>
    /// <param name="gates">On entry z, on return the gates; [rows, 4 stride].</param>
    /// <param name="before">c [rows, stride]; empty for zeros.</param>
    /// <param name="memory">Receives c'.</param>
    /// <param name="bounded">Receives tanh(c').</param>
    /// <param name="state">Receives h.</param>
    /// <param name="stride">Floats per row of c.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rows(
        Span<float> gates,
        ReadOnlySpan<float> before,
        Span<float> memory,
        Span<float> bounded,
        Span<float> state,
        int stride)
    {
        for (int row = 0, k = 0; k < state.Length; row += 4 * stride)
        {
            Span<float> z = gates.Slice(row, 4 * stride);
            for (int j = 0; j < stride; j += Vector<float>.Count, k += Vector<float>.Count)
            {
                Vector<float> i = Sigmoid(new(z[j..])), f = Sigmoid(new(z[(stride + j)..]));
                Vector<float> g = TanhFormula.Value(new(z[((2 * stride) + j)..]));
                Vector<float> o = Sigmoid(new(z[((3 * stride) + j)..])), c = i * g;
                if (!before.IsEmpty)
                {
                    c += f * new Vector<float>(before[k..]);
                }

                Vector<float> t = TanhFormula.Value(c);
                i.CopyTo(z[j..]);
                f.CopyTo(z[(stride + j)..]);
                g.CopyTo(z[((2 * stride) + j)..]);
                o.CopyTo(z[((3 * stride) + j)..]);
                c.CopyTo(memory[k..]);
                t.CopyTo(bounded[k..]);
                (o * t).CopyTo(state[k..]);
            }
        }
    }

    /// <summary>The same step backwards.</summary>
    /// <param name="gates">On entry the gates, on return the gradient by z; [rows, 4 stride].</param>
    /// <param name="before">As in the step.</param>
    /// <param name="bounded">tanh(c').</param>
    /// <param name="state">Gradient by h.</param>
    /// <param name="memory">Gradient by c' from later steps.</param>
    /// <param name="beforeGradient">Receives the gradient by c; empty where there is none.</param>
    /// <param name="stride">Floats per row of c.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void RowsGradient(
        Span<float> gates,
        ReadOnlySpan<float> before,
        ReadOnlySpan<float> bounded,
        ReadOnlySpan<float> state,
        ReadOnlySpan<float> memory,
        Span<float> beforeGradient,
        int stride)
    {
        Vector<float> one = Vector<float>.One;
        for (int row = 0, k = 0; k < state.Length; row += 4 * stride)
        {
            Span<float> z = gates.Slice(row, 4 * stride);
            for (int j = 0; j < stride; j += Vector<float>.Count, k += Vector<float>.Count)
            {
                var i = new Vector<float>(z[j..]);
                var f = new Vector<float>(z[(stride + j)..]);
                var g = new Vector<float>(z[((2 * stride) + j)..]);
                var o = new Vector<float>(z[((3 * stride) + j)..]);
                Vector<float> t = new(bounded[k..]), dh = new(state[k..]);
                Vector<float> dc = new Vector<float>(memory[k..]) + (dh * o * (one - (t * t)));
                (dc * g * i * (one - i)).CopyTo(z[j..]);
                (dc * i * (one - (g * g))).CopyTo(z[((2 * stride) + j)..]);
                (dh * t * o * (one - o)).CopyTo(z[((3 * stride) + j)..]);
                Vector<float> df = Vector<float>.Zero;
                if (!before.IsEmpty)
                {
                    df = dc * new Vector<float>(before[k..]) * f * (one - f);
                    (dc * f).CopyTo(beforeGradient[k..]);
                }

                df.CopyTo(z[(stride + j)..]);
            }
        }
    }

    /// <summary>1 / (1 + exp(-z)) = (1 + tanh(z / 2)) / 2, which cannot overflow.</summary>
    public static Vector<float> Sigmoid(Vector<float> z)
    {
        var half = new Vector<float>(0.5f);
        return Vector.MultiplyAddEstimate(TanhFormula.Value(z * half), half, half);
    }
}
