namespace Moliere.Numerics.Kernels;

/// <summary>The function that follows a dense layer.</summary>
public enum Activation
{
    /// <summary>y = z.</summary>
    Identity,

    /// <summary>y = max(z, 0); slope 0 at z = 0.</summary>
    Relu,

    /// <summary>y = tanh z.</summary>
    Tanh,

    /// <summary>y = z / (1 + exp(-z)), also called swish.</summary>
    Silu,

    /// <summary>y = ln(1 + exp z).</summary>
    Softplus,

    /// <summary>y = 1 / (1 + exp(-z)), the logistic function.</summary>
    Sigmoid,
}
