using System.Numerics;

namespace Moliere.Numerics.Kernels;

/// <summary>y = z.</summary>
internal readonly struct IdentityFormula : IActivationFormula
{
    public static bool NeedsInput => false;

    public static Vector<float> Value(Vector<float> z) => z;

    public static Vector<float> Slope(Vector<float> zOrY) => Vector<float>.One;
}

/// <summary>y = max(z, 0), slope [y &gt; 0]; NaN stays NaN.</summary>
internal readonly struct ReluFormula : IActivationFormula
{
    public static bool NeedsInput => false;

    public static Vector<float> Value(Vector<float> z) => Vector.Max(z, Vector<float>.Zero);

    public static Vector<float> Slope(Vector<float> zOrY) => Vector.ConditionalSelect(
        Vector.GreaterThan(zOrY, Vector<float>.Zero), Vector<float>.One, Vector<float>.Zero);
}

/// <summary>y = sign(z) (1 - e) / (1 + e) with e = exp(-2 |z|), which cannot overflow; slope 1 - y².</summary>
internal readonly struct TanhFormula : IActivationFormula
{
    public static bool NeedsInput => false;

    public static Vector<float> Value(Vector<float> z)
    {
        Vector<float> e = Vector.Exp(Vector.Abs(z) * -2f);
        return Vector.CopySign((Vector<float>.One - e) / (Vector<float>.One + e), z);
    }

    public static Vector<float> Slope(Vector<float> zOrY) => Vector<float>.One - (zOrY * zOrY);
}

/// <summary>y = z s with s = 1 / (1 + exp(-z)); slope s (1 + z (1 - s)).</summary>
internal readonly struct SiluFormula : IActivationFormula
{
    public static bool NeedsInput => true;

    public static Vector<float> Value(Vector<float> z) => z * SigmoidFormula.Value(z);

    public static Vector<float> Slope(Vector<float> zOrY)
    {
        Vector<float> s = SigmoidFormula.Value(zOrY);
        return s * (Vector<float>.One + (zOrY * (Vector<float>.One - s)));
    }
}

/// <summary>y = 1 / (1 + exp(-z)); slope y (1 - y).</summary>
internal readonly struct SigmoidFormula : IActivationFormula
{
    public static bool NeedsInput => false;

    // Below -80 the exponential is held at e^80, so that the quotient stays a normal number instead of 1/infinity.
    public static Vector<float> Value(Vector<float> z) =>
        Vector<float>.One / (Vector<float>.One + Vector.Exp(Vector.Min(-z, new Vector<float>(80f))));

    public static Vector<float> Slope(Vector<float> zOrY) => zOrY * (Vector<float>.One - zOrY);
}

/// <summary>y = max(z, 0) + ln(1 + exp(-|z|)), which cannot overflow; slope 1 - exp(-y).</summary>
internal readonly struct SoftplusFormula : IActivationFormula
{
    public static bool NeedsInput => false;

    public static Vector<float> Value(Vector<float> z) =>
        Vector.Max(z, Vector<float>.Zero) + Vector.Log(Vector<float>.One + Vector.Exp(-Vector.Abs(z)));

    public static Vector<float> Slope(Vector<float> zOrY) => Vector<float>.One - Vector.Exp(-zOrY);
}
