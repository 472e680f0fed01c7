using System.Numerics;
using System.Runtime.CompilerServices;

namespace Moliere.Numerics.Kernels;

/// <summary>
/// Formula: y = f(z) and its gradient dz = dy f'(z), with the column sums of dz (the gradient of a bias) on the way.
/// Layout: rows padded to <see cref="Padding.Width"/>, one after another. A lane holds one column.
/// Remainder: none (padding). Column sums run over rows in order, so the vector width does not change a bit.
/// Reference: <see cref="ReferenceActivation"/>, to 3e-7 absolute and relative (softplus, SiLU: 1e-6).
/// </summary>
internal static class ActivationRows
{
    private const int RowsAtATime = 16;

    /// <summary>Whether <see cref="Gradient"/> needs z rather than y.</summary>
    public static bool NeedsInput(Activation activation) => activation == Activation.Silu;

    /// <summary>y = f(z); the spans may be the same.</summary>
    public static void Apply(Activation activation, ReadOnlySpan<float> z, Span<float> y)
    {
        switch (activation)
        {
            case Activation.Identity: CopyUnlessSame(z, y); break;
            case Activation.Relu: Apply<ReluFormula>(z, y); break;
            case Activation.Tanh: Apply<TanhFormula>(z, y); break;
            case Activation.Silu: Apply<SiluFormula>(z, y); break;
            case Activation.Softplus: Apply<SoftplusFormula>(z, y); break;
            case Activation.Sigmoid: Apply<SigmoidFormula>(z, y); break;
            default: throw new ArgumentOutOfRangeException(nameof(activation), activation, "Not an activation.");
        }
    }

    /// <summary>Turns dy into dz in place.</summary>
    /// <param name="activation">Which f.</param>
    /// <param name="zOrY">z or y, as <see cref="NeedsInput"/> says.</param>
    /// <param name="dy">On entry dLoss/dy, on return dLoss/dz; [rows, padded columns].</param>
    /// <param name="columnSums">[padded columns]; dz is added to it row by row.</param>
    public static void Gradient(
        Activation activation, ReadOnlySpan<float> zOrY, Span<float> dy, Span<float> columnSums)
    {
        switch (activation)
        {
            case Activation.Identity: Gradient<IdentityFormula>(zOrY, dy, columnSums); break;
            case Activation.Relu: Gradient<ReluFormula>(zOrY, dy, columnSums); break;
            case Activation.Tanh: Gradient<TanhFormula>(zOrY, dy, columnSums); break;
            case Activation.Silu: Gradient<SiluFormula>(zOrY, dy, columnSums); break;
            case Activation.Softplus: Gradient<SoftplusFormula>(zOrY, dy, columnSums); break;
            case Activation.Sigmoid: Gradient<SigmoidFormula>(zOrY, dy, columnSums); break;
            default: throw new ArgumentOutOfRangeException(nameof(activation), activation, "Not an activation.");
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Apply<TFormula>(ReadOnlySpan<float> z, Span<float> y)
        where TFormula : struct, IActivationFormula
    {
        for (int i = 0; i < z.Length; i += Vector<float>.Count)
        {
            TFormula.Value(new Vector<float>(z[i..])).CopyTo(y[i..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Gradient<TFormula>(ReadOnlySpan<float> zOrY, Span<float> dy, Span<float> columnSums)
        where TFormula : struct, IActivationFormula
    {
        int stride = columnSums.Length;

        // Some rows at a time: columns are narrower than cache lines, which must still be there for the next column.
        for (int first = 0, end; first < dy.Length; first = end)
        {
            end = Math.Min(dy.Length, first + (RowsAtATime * stride));
            for (int j = 0; j < stride; j += Vector<float>.Count)
            {
                var sum = new Vector<float>(columnSums[j..]);
                for (int i = first + j; i < end; i += stride)
                {
                    Vector<float> dz = TFormula.Slope(new Vector<float>(zOrY[i..])) * new Vector<float>(dy[i..]);
                    dz.CopyTo(dy[i..]);
                    sum += dz;
                }

                sum.CopyTo(columnSums[j..]);
            }
        }
    }

    private static void CopyUnlessSame(ReadOnlySpan<float> z, Span<float> y)
    {
        if (!z.Overlaps(y))
        {
            z.CopyTo(y);
        }
    }
}
