using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Random;

namespace Moliere.Learning.Layers;

/// <summary>The parameters with which a recorded tape starts, each layer from its own stream.</summary>
public static class StartingWeights
{
    /// <summary>
    /// Weights as <see cref="Dense"/> says; scales and running variances 1, shifts and running means 0.
    /// </summary>
    /// <param name="tape">Dense layers, normalisations and operations without parameters.</param>
    /// <param name="seed">Seed; layer i draws from the stream of object i.</param>
    /// <returns>The flat parameter vector of the tape.</returns>
    public static float[] Draw(Tape tape, ulong seed)
    {
        var parameters = new float[tape.ParameterCount];
        for (int layer = 0; layer < tape.Operations.Count; layer++)
        {
            Operation operation = tape.Operations[layer];
            Span<float> own = parameters.AsSpan(operation.ParameterOffset, operation.ParameterCount);
            if (operation is DenseOperation dense)
            {
                var rng = new Rng(seed, "initial weights", (ulong)layer);
                Dense.Initialise(dense, parameters, ref rng);
            }
            else if (operation is BatchNormOperation or LayerNormOperation)
            {
                int columns = operation.Output.Columns;
                own[..columns].Fill(1);
                own[Math.Max(columns, own.Length - columns)..].Fill(operation is BatchNormOperation ? 1 : 0);
            }
        }

        return parameters;
    }
}
