using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Random;

namespace Moliere.Learning.Layers;

/// <summary>Any recorded layer: how its parameters start.</summary>
internal static class Layer
{
    /// <summary>Parameters of a recorded tape, those of layer i from the stream of object i.</summary>
    public static float[] Start(Tape tape, ulong seed)
    {
        var parameters = new float[tape.ParameterCount];
        for (int layer = 0; layer < tape.Operations.Count; layer++)
        {
            var rng = new Rng(seed, "initial weights", (ulong)layer);
            Initialise(tape.Operations[layer], parameters, ref rng);
        }

        return parameters;
    }

    /// <summary>Fills the parameters of a recorded operation; nothing for one that has none.</summary>
    /// <exception cref="NotSupportedException">It has parameters of an unknown kind.</exception>
    public static void Initialise(Operation operation, Span<float> parameters, ref Rng rng)
    {
        switch (operation)
        {
            case DenseOperation dense: Dense.Initialise(dense, parameters, ref rng); break;
            case ConvolutionOperation convolution: Initialise(convolution, parameters, ref rng); break;
            case RecurrentOperation recurrent: Recurrent.Initialise(recurrent, parameters, ref rng); break;
            case BatchNormOperation norm: Initialise(norm, [1, 0, 0, 1], parameters); break;
            case LayerNormOperation norm: Initialise(norm, [1, 0], parameters); break;
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

    // One number for all columns of each of the parameters: the identity until something is learnt.
    private static void Initialise(Operation norm, ReadOnlySpan<float> starts, Span<float> parameters)
    {
        int columns = norm.Output.Columns;
        for (int i = 0; i < starts.Length; i++)
        {
            parameters.Slice(norm.ParameterOffset + (i * columns), columns).Fill(starts[i]);
        }
    }
}
