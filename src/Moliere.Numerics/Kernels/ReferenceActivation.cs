namespace Moliere.Numerics.Kernels;

/// <summary>The definition of the activations: their textbook formulas in double precision.</summary>
internal static class ReferenceActivation
{
    /// <summary>y = f(z).</summary>
    public static double Value(Activation activation, double z) => activation switch
    {
        Activation.Identity => z,
        Activation.Relu => Math.Max(z, 0),
        Activation.Tanh => Math.Tanh(z),
        Activation.Silu => z * Sigmoid(z),
        Activation.Softplus => z > 0 ? z + LogOnePlus(Math.Exp(-z)) : LogOnePlus(Math.Exp(z)),
        Activation.Sigmoid => Sigmoid(z),
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "Not an activation."),
    };

    /// <summary>dy/dz.</summary>
    public static double Slope(Activation activation, double z) => activation switch
    {
        Activation.Identity => 1,
        Activation.Relu => z > 0 ? 1 : 0,
        Activation.Tanh => 1 - (Math.Tanh(z) * Math.Tanh(z)),
        Activation.Silu => Sigmoid(z) * (1 + (z * (1 - Sigmoid(z)))),
        Activation.Softplus => Sigmoid(z),
        Activation.Sigmoid => Sigmoid(z) * (1 - Sigmoid(z)),
        _ => throw new ArgumentOutOfRangeException(nameof(activation), activation, "Not an activation."),
    };

    private static double Sigmoid(double z) => 1 / (1 + Math.Exp(-z));

    // ln(1 + x) without loss of digits at small x (Kahan's correction of the rounded sum).
    private static double LogOnePlus(double x)
    {
        double u = 1 + x;
        return u == 1 ? x : Math.Log(u) * x / (u - 1);
    }
}
