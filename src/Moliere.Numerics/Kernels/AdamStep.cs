using System.Numerics;

namespace Moliere.Numerics.Kernels;

/// <summary>
/// Formula: m += (1 - b1)(g - m); v += (1 - b2)(g² - v);
/// p = keep p - (rate m + ahead g) / (sqrt(v) / root + eps), per element.
/// Layout: four vectors of one length. A lane holds one parameter.
/// Remainder: the vector formula on a broadcast element, so that position does not change a bit.
/// Reference: <see cref="Reference"/>, to 1e-6 relative.
/// Source: Kingma and Ba, arXiv:1412.6980, algorithm 1; decoupled decay: Loshchilov and Hutter, arXiv:1711.05101.
/// </summary>
public static class AdamStep
{
    /// <summary>The numbers of one step that are the same for all parameters.</summary>
    /// <param name="Beta1">Decay of the first moment, in [0, 1).</param>
    /// <param name="Beta2">Decay of the second moment, in [0, 1).</param>
    /// <param name="Rate">Learning rate divided by 1 - beta1^t.</param>
    /// <param name="Root">Square root of 1 - beta2^t.</param>
    /// <param name="Epsilon">Added to the root of the second moment.</param>
    /// <param name="Keep">1 minus learning rate times decoupled weight decay.</param>
    /// <param name="Penalty">Weight decay added to the gradient, or 0.</param>
    /// <param name="Ahead">Factor on the gradient itself in the step of Nadam; 0 for Adam.</param>
    public readonly record struct Coefficients(
        float Beta1, float Beta2, float Rate, float Root, float Epsilon, float Keep, float Penalty, float Ahead = 0);

    /// <summary>One step in place.</summary>
    /// <param name="c">Numbers of this step.</param>
    /// <param name="gradient">g, only read.</param>
    /// <param name="parameters">p.</param>
    /// <param name="first">m.</param>
    /// <param name="second">v.</param>
    public static void Update(
        in Coefficients c, ReadOnlySpan<float> gradient, Span<float> parameters, Span<float> first, Span<float> second)
    {
        int i = 0, width = Vector<float>.Count;
        for (; i + width <= gradient.Length; i += width)
        {
            Vector<float> p = new(parameters[i..]), m = new(first[i..]), v = new(second[i..]);
            Update(c, new Vector<float>(gradient[i..]), ref p, ref m, ref v);
            p.CopyTo(parameters[i..]);
            m.CopyTo(first[i..]);
            v.CopyTo(second[i..]);
        }

        for (; i < gradient.Length; i++)
        {
            Vector<float> p = new(parameters[i]), m = new(first[i]), v = new(second[i]);
            Update(c, new Vector<float>(gradient[i]), ref p, ref m, ref v);
            (parameters[i], first[i], second[i]) = (p[0], m[0], v[0]);
        }
    }

    /// <summary>The slow definition: one parameter in double precision.</summary>
    internal static (double P, double M, double V) Reference(in Coefficients c, double g, double p, double m, double v)
    {
        g += c.Penalty * p;
        m = (c.Beta1 * m) + ((1.0 - c.Beta1) * g);
        v = (c.Beta2 * v) + ((1.0 - c.Beta2) * g * g);
        return ((c.Keep * p) - (((c.Rate * m) + (c.Ahead * g)) / ((Math.Sqrt(v) / c.Root) + c.Epsilon)), m, v);
    }

    private static void Update(
        in Coefficients c, Vector<float> g, ref Vector<float> p, ref Vector<float> m, ref Vector<float> v)
    {
        g += p * c.Penalty;
        m += (g - m) * (1 - c.Beta1);
        v += ((g * g) - v) * (1 - c.Beta2);
        Vector<float> root = (Vector.SquareRoot(v) / c.Root) + new Vector<float>(c.Epsilon);
        p = (p * c.Keep) - (((m * c.Rate) + (g * c.Ahead)) / root);
    }
}
