using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Random;

namespace Moliere.Learning.Layers;

/// <summary>Any recorded layer: how its parameters start.</summary>
internal static class Layer
{
    /// <summary>Fills the parameters of a recorded operation; nothing for one that has none.</summary>
    /// <exception cref="NotSupportedException">It has parameters of an unknown kind.</exception>
    public static void Initialise(Operation operation, Span<float> parameters, ref Rng rng)
    {
        switch (operation)
        {
            case DenseOperation dense: Dense.Initialise(dense, parameters, ref rng); break;
            case ConvolutionOperation convolution: Initialise(convolution, parameters, ref rng); break;
            case RecurrentOperation recurrent: Recurrent.Initialise(recurrent, parameters, ref rng); break;
            case { ParameterCount: 0 }: break;
            default: throw new NotSupportedException($"Nothing is known about the start of {operation.GetType().Name}.");
        }
    }

    private static void Initialise(ConvolutionOperation convolution, Span<float> parameters, ref Rng rng)
    {
        Span<float> own = parameters.Slice(convolution.ParameterOffset, convolution.ParameterCount);
        int seen = convolution.Kernel * convolution.Input.Columns;
        own[convolution.WeightCount..].Clear();
        Dense.Draw(convolution.Activation, own[..convolution.WeightCount], seen, convolution.Output.Columns, ref rng);
    }
}
