using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Random;

namespace Moliere.Learning.Layers;

/// <summary>The parameters with which a recorded tape starts, each layer from its own stream.</summary>
public static class StartingWeights
{
    /// <summary>
    /// Weights as <see cref="Dense"/> and <see cref="Recurrent"/> say; scales and running variances 1, shifts and
    /// running means 0.
    /// </summary>
    /// <param name="tape">Whatever the house knows to record.</param>
    /// <param name="seed">Seed; layer i draws from the stream of object i.</param>
    /// <returns>The flat parameter vector of the tape.</returns>
    public static float[] Draw(Tape tape, ulong seed)
    {
        var parameters = new float[tape.ParameterCount];
        for (int layer = 0; layer < tape.Operations.Count; layer++)
        {
            Operation operation = tape.Operations[layer];
            Span<float> own = parameters.AsSpan(operation.ParameterOffset, operation.ParameterCount);
            var rng = new Rng(seed, "initial weights", (ulong)layer);
            switch (operation)
            {
                case DenseOperation dense: Dense.Initialise(dense, parameters, ref rng); break;
                case ConvolutionOperation convolution: Draw(convolution, own, ref rng); break;
                case RecurrentOperation recurrent: Recurrent.Initialise(recurrent, parameters, ref rng); break;
                case BatchNormOperation or LayerNormOperation: Fill(operation, own); break;
            }
        }

        return parameters;
    }

    private static void Draw(ConvolutionOperation convolution, Span<float> own, ref Rng rng)
    {
        int seen = convolution.Kernel * convolution.Input.Columns;
        Dense.Draw(convolution.Activation, own[..convolution.WeightCount], seen, convolution.Output.Columns, ref rng);
    }

    private static void Fill(Operation norm, Span<float> own)
    {
        int columns = norm.Output.Columns;
        own[..columns].Fill(1);
        own[Math.Max(columns, own.Length - columns)..].Fill(norm is BatchNormOperation ? 1 : 0);
    }
}
