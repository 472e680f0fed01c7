using Moliere.Numerics.Kernels;

namespace Moliere.Learning.Models;

/// <summary>Shape of a multilayer perceptron.</summary>
public sealed record MlpOptions
{
    /// <summary>Units of each hidden layer, from input to output; may be empty for a linear model.</summary>
    public int[] Hidden { get; init; } = [64, 64, 64, 64];

    /// <summary>Activation of all hidden layers; the output layer is linear.</summary>
    public Activation Activation { get; init; } = Activation.Relu;
}
