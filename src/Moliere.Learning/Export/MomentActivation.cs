using Moliere.Formats.Onnx;
using Moliere.Numerics.Kernels;

namespace Moliere.Learning.Export;

/// <summary>
/// Mean and variance of f(z) for normal z as nodes, by the formulas and with the constants of the kernel
/// <c>ActivationMoments</c>: an exported network must not differ from ours by another approximation.
/// </summary>
/// <source>
/// Frey and Hinton, Neural Comput. 11 (1999) 193, section 2; Abramowitz and Stegun (1964), 7.1.26 and 25.4.46.
/// </source>
internal static class MomentActivation
{
    private const double SmallestVariance = 1e-30;

    /// <summary>Moments after the activation from those before.</summary>
    public static (OnnxSymbol Mean, OnnxSymbol Variance) Print(
        Activation activation, OnnxSymbol mean, OnnxSymbol variance) => activation switch
        {
            Activation.Identity => (mean, variance),
            Activation.Relu => Rectified(mean, variance),
            _ => Quadrature(activation, mean, variance),
        };

    private static (OnnxSymbol Mean, OnnxSymbol Variance) Rectified(OnnxSymbol m, OnnxSymbol v)
    {
        OnnxSymbol zero = m.Number(0), width = v.With("Max", m.Number(SmallestVariance));
        OnnxSymbol s = width.Through("Sqrt"), w = m.Through("Abs") / s, square = w * w;
        OnnxSymbol gauss = (square * -0.5).Through("Exp"), phi = gauss * 0.39894228f; // 1 / sqrt(2 pi)
        OnnxSymbol q = gauss * ScaledTail(w), first = (phi - (w * q)).With("Max", zero);
        OnnxSymbol tail = ((square + 1) * q) - (w * phi) - (first * first);
        OnnxSymbol bulk = (zero + 1 - (q * 2)).Where(m > zero, zero);
        return (m.Through("Relu") + (s * first), width * (bulk + tail.With("Max", zero)));
    }

    private static OnnxSymbol ScaledTail(OnnxSymbol w)
    {
        OnnxSymbol t = w.Number(1) / ((w * (0.3275911f * 0.70710678f)) + 1);
        OnnxSymbol sum = (t * 1.061405429f) - 1.453152027f;
        sum = (sum * t) + 1.421413741f;
        sum = (sum * t) - 0.284496736f;
        sum = (sum * t) + 0.254829592f;
        return sum * t * 0.5;
    }

    private static (OnnxSymbol Mean, OnnxSymbol Variance) Quadrature(
        Activation activation, OnnxSymbol m, OnnxSymbol v)
    {
        const float inner = 1.3556262f, outer = 2.8569700f, often = 0.22207592f, seldom = 0.011257411f;
        OnnxSymbol s = v.Through("Sqrt"), middle = TapePrinter.Activate(m, activation);
        OnnxSymbol At(double node) => TapePrinter.Activate(m + (s * node), activation) - middle;
        OnnxSymbol a = At(-inner), b = At(inner), c = At(-outer), d = At(outer);
        OnnxSymbol shift = ((a + b) * often) + ((c + d) * seldom);
        OnnxSymbol square = (((a * a) + (b * b)) * often) + (((c * c) + (d * d)) * seldom);
        return (middle + shift, (square - (shift * shift)).With("Max", m.Number(0)));
    }
}
