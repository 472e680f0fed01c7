using System.Numerics;

namespace Moliere.Numerics.Kernels;

/// <summary>
/// Formula: v = momentum v + g + penalty p; p = p - rate v, per element.
/// Layout: three vectors of one length; without momentum v is not kept. A lane holds one parameter.
/// Remainder: the vector formula on a broadcast element, so that position does not change a bit.
/// Reference: <see cref="Reference"/>, to 1e-6 relative.
/// Source: Polyak, USSR Comput. Math. Math. Phys. 4 (1964) 1, equation 9.
/// </summary>
public static class MomentumStep
{
    /// <summary>The numbers of one step that are the same for all parameters.</summary>
    /// <param name="Rate">Learning rate.</param>
    /// <param name="Momentum">Share of the earlier velocity that stays, in [0, 1).</param>
    /// <param name="Penalty">Weight decay added to the gradient, or 0.</param>
    public readonly record struct Coefficients(float Rate, float Momentum, float Penalty);

    /// <summary>One step in place.</summary>
    /// <param name="c">Numbers of this step.</param>
    /// <param name="gradient">g, only read.</param>
    /// <param name="parameters">p.</param>
    /// <param name="velocity">v; empty where nothing is kept.</param>
    public static void Update(
        in Coefficients c, ReadOnlySpan<float> gradient, Span<float> parameters, Span<float> velocity)
    {
        int i = 0, width = Vector<float>.Count;
        bool keeps = !velocity.IsEmpty;
        for (; i + width <= gradient.Length; i += width)
        {
            Vector<float> p = new(parameters[i..]), v = keeps ? new(velocity[i..]) : default;
            Update(c, new Vector<float>(gradient[i..]), ref p, ref v);
            p.CopyTo(parameters[i..]);
            if (keeps)
            {
                v.CopyTo(velocity[i..]);
            }
        }

        for (; i < gradient.Length; i++)
        {
            Vector<float> p = new(parameters[i]), v = keeps ? new(velocity[i]) : default;
            Update(c, new Vector<float>(gradient[i]), ref p, ref v);
            parameters[i] = p[0];
            if (keeps)
            {
                velocity[i] = v[0];
            }
        }
    }

    /// <summary>The slow definition: one parameter in double precision.</summary>
    internal static (double P, double V) Reference(in Coefficients c, double g, double p, double v)
    {
        v = (c.Momentum * v) + g + (c.Penalty * p);
        return (p - (c.Rate * v), v);
    }

    private static void Update(in Coefficients c, Vector<float> g, ref Vector<float> p, ref Vector<float> v)
    {
        v = (v * c.Momentum) + (g + (p * c.Penalty));
        p -= v * c.Rate;
    }
}
