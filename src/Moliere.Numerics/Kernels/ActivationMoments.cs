using System.Numerics;
using System.Runtime.CompilerServices;

namespace Moliere.Numerics.Kernels;

/// <summary>
/// Formula: mean and variance of f(z) for z normal with mean m and variance v. ReLU: closed form of the rectified
/// normal, arranged so that nothing cancels; identity: m and v; others: Gauss-Hermite quadrature with 5 nodes.
/// Layout: padded to <see cref="Padding.Width"/>. A lane holds one element. Remainder: none (padding).
/// Reference: quadrature of <see cref="ReferenceActivation"/> with many nodes; ReLU to 1e-5 of sqrt(v) and of v, the
/// others up to sqrt(v) = 0.7 to 2e-2 of the same (tanh; the others 1e-3).
/// Source: Frey and Hinton, Neural Comput. 11 (1999) 193, section 2; Abramowitz and Stegun (1964), 7.1.26 and 25.4.46.
/// </summary>
internal static class ActivationMoments
{
    private const float SmallestVariance = 1e-30f;

    /// <summary>Moments after the activation from those before; no span may be another.</summary>
    public static void Apply(
        Activation activation, ReadOnlySpan<float> m, ReadOnlySpan<float> v, Span<float> mean, Span<float> variance)
    {
        switch (activation)
        {
            case Activation.Identity: m.CopyTo(mean); v.CopyTo(variance); break;
            case Activation.Relu: Rectify(m, v, mean, variance); break;
            case Activation.Tanh: Quadrature<TanhFormula>(m, v, mean, variance); break;
            case Activation.Silu: Quadrature<SiluFormula>(m, v, mean, variance); break;
            case Activation.Softplus: Quadrature<SoftplusFormula>(m, v, mean, variance); break;
            case Activation.Sigmoid: Quadrature<SigmoidFormula>(m, v, mean, variance); break;
            default: throw new ArgumentOutOfRangeException(nameof(activation), activation, "Not an activation.");
        }
    }

    // With s² = v, w = |m| / s, Q = probability beyond w and phi the density at w, the tail has the moments
    // e1 = phi - w Q and e2 = (1 + w²) Q - w phi. For m < 0 the tail is all there is: s e1 and v (e2 - e1²). For
    // m > 0 it is what the rectifier adds: m + s e1 and v (1 - 2 Q + e2 - e1²), as z and tail have the covariance -Q v.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Rectify(
        ReadOnlySpan<float> m, ReadOnlySpan<float> v, Span<float> mean, Span<float> variance)
    {
        Vector<float> zero = Vector<float>.Zero, one = Vector<float>.One;
        for (int i = 0; i < m.Length; i += Vector<float>.Count)
        {
            Vector<float> centre = new(m[i..]), width = Vector.Max(new Vector<float>(v[i..]), new(SmallestVariance));
            Vector<float> s = Vector.SquareRoot(width), w = Vector.Abs(centre) / s;
            Vector<float> gauss = Vector.Exp(w * w * -0.5f), phi = gauss * 0.39894228f; // 1 / sqrt(2 pi)
            Vector<float> q = gauss * ScaledTail(w), first = Vector.Max(phi - (w * q), zero);
            Vector<float> tail = ((one + (w * w)) * q) - (w * phi) - (first * first);
            Vector<int> above = Vector.GreaterThan(centre, zero);
            Vector<float> rest = Vector.ConditionalSelect(above, one - (q * 2f), zero) + Vector.Max(tail, zero);
            (Vector.ConditionalSelect(above, centre, zero) + (s * first)).CopyTo(mean[i..]);
            (width * rest).CopyTo(variance[i..]);
        }
    }

    // Q(w) exp(w² / 2) for w >= 0: 7.1.26 with x = w / sqrt 2.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<float> ScaledTail(Vector<float> w)
    {
        Vector<float> t = Vector<float>.One / (Vector<float>.One + (w * (0.3275911f * 0.70710678f)));
        Vector<float> sum = (t * 1.061405429f) - new Vector<float>(1.453152027f);
        sum = (sum * t) + new Vector<float>(1.421413741f);
        sum = (sum * t) - new Vector<float>(0.284496736f);
        sum = (sum * t) + new Vector<float>(0.254829592f);
        return sum * t * 0.5f;
    }

    // Nodes ± sqrt(5 ± sqrt 10) and weights (7 ± 2 sqrt 10) / 60 of the normal density; 8 / 15 in the middle.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Quadrature<TFormula>(
        ReadOnlySpan<float> m, ReadOnlySpan<float> v, Span<float> mean, Span<float> variance)
        where TFormula : struct, IActivationFormula
    {
        const float inner = 1.3556262f, outer = 2.8569700f, often = 0.22207592f, seldom = 0.011257411f;
        for (int i = 0; i < m.Length; i += Vector<float>.Count)
        {
            Vector<float> centre = new(m[i..]), s = Vector.SquareRoot(new Vector<float>(v[i..]));
            Vector<float> middle = TFormula.Value(centre);
            Vector<float> a = TFormula.Value(centre - (s * inner)) - middle;
            Vector<float> b = TFormula.Value(centre + (s * inner)) - middle;
            Vector<float> c = TFormula.Value(centre - (s * outer)) - middle;
            Vector<float> d = TFormula.Value(centre + (s * outer)) - middle;
            Vector<float> shift = ((a + b) * often) + ((c + d) * seldom);
            Vector<float> square = (((a * a) + (b * b)) * often) + (((c * c) + (d * d)) * seldom);
            (middle + shift).CopyTo(mean[i..]);
            Vector.Max(square - (shift * shift), Vector<float>.Zero).CopyTo(variance[i..]);
        }
    }
}
