using System.Numerics;

namespace Moliere.Numerics.Kernels;

/// <summary>One activation, its value and its slope, written once for a vector of any width.</summary>
internal interface IActivationFormula
{
    /// <summary>Whether the slope needs z; otherwise it follows from y and z need not be kept.</summary>
    public static abstract bool NeedsInput { get; }

    /// <summary>y(z).</summary>
    public static abstract Vector<float> Value(Vector<float> z);

    /// <summary>dy/dz, from z if <see cref="NeedsInput"/>, else from y.</summary>
    public static abstract Vector<float> Slope(Vector<float> zOrY);
}
