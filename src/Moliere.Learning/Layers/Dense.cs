using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;
using Moliere.Numerics.Random;

namespace Moliere.Learning.Layers;

/// <summary>A fully connected layer: how it is recorded on a tape and how its parameters start.</summary>
public static class Dense
{
    /// <summary>Fills the parameters of a recorded layer: weights by its activation, biases zero.</summary>
    /// <param name="operation">
    /// The recorded layer; ReLU, SiLU and softplus start after He, the others after Glorot.
    /// </param>
    /// <param name="parameters">Flat parameter vector of the tape.</param>
    /// <param name="rng">Stream.</param>
    public static void Initialise(DenseOperation operation, Span<float> parameters, ref Rng rng)
    {
        Span<float> own = parameters.Slice(operation.ParameterOffset, operation.ParameterCount);
        Span<float> weights = own[..operation.WeightCount];
        Draw(operation.Activation, weights, operation.Input.Columns, operation.Output.Columns, ref rng);
        own[operation.WeightCount..].Clear();
    }

    internal static void Draw(Activation activation, Span<float> weights, int inputs, int outputs, ref Rng rng)
    {
        if (activation is Activation.Identity or Activation.Tanh or Activation.Sigmoid)
        {
            Initializers.GlorotUniform(weights, inputs, outputs, ref rng);
        }
        else
        {
            Initializers.HeNormal(weights, inputs, ref rng);
        }
    }

    /// <summary>Sets the weights, not the biases, of a recorded layer to 0.</summary>
    /// <param name="operation">The recorded layer.</param>
    /// <param name="parameters">Flat parameter vector of the tape.</param>
    public static void Clear(DenseOperation operation, Span<float> parameters) =>
        parameters.Slice(operation.ParameterOffset, operation.WeightCount).Clear();
}
