using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Random;

namespace Moliere.Learning.Layers;

/// <summary>A layer that reads sequences: how its parameters start.</summary>
public static class Recurrent
{
    /// <summary>
    /// Fills the parameters of a recorded layer: what sees points after Glorot, what sees the state uniform in
    /// ± 1 / sqrt(H), biases zero but for 1 at the forget gate of a long short-term memory, which then starts by
    /// remembering.
    /// </summary>
    /// <param name="operation">The recorded layer.</param>
    /// <param name="parameters">Flat parameter vector of the tape.</param>
    /// <param name="rng">Stream.</param>
    /// <source>
    /// Forget gate: Jozefowicz, Zaremba and Sutskever, ICML 37 (2015) 2342; states: documentation of torch.nn.LSTM.
    /// </source>
    public static void Initialise(RecurrentOperation operation, Span<float> parameters, ref Rng rng)
    {
        int columns = operation.Input.Columns, units = operation.Units, gates = operation.Gates * units;
        Span<float> own = parameters.Slice(operation.ParameterOffset, operation.ParameterCount);
        Initializers.GlorotUniform(own[..(columns * gates)], columns, units, ref rng);
        double limit = 1 / Math.Sqrt(units);
        foreach (ref float weight in own.Slice(columns * gates, units * gates))
        {
            weight = (float)Distributions.Uniform(-limit, limit, ref rng);
        }

        Span<float> biases = own[((columns + units) * gates)..];
        biases.Clear();
        if (operation is LstmOperation)
        {
            biases.Slice(units, units).Fill(1);
        }
    }
}
