using System.Text.Json;
using Moliere.Learning.Losses;
using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;

namespace Moliere.Learning.Models;

/// <summary>
/// A multilayer perceptron: a recorded tape of dense layers with one flat parameter vector. It expects features already
/// brought to order one, and returns the raw outputs that a loss or head interprets.
/// </summary>
public sealed class Mlp : TapeNetwork
{
    /// <summary>Records the layers and draws the starting weights.</summary>
    /// <param name="inputs">Features F per row, at least 1.</param>
    /// <param name="options">Hidden layers, each with at least 1 unit.</param>
    /// <param name="outputs">Outputs O per row, at least 1.</param>
    /// <param name="seed">Seed of the starting weights; each layer has its own stream.</param>
    /// <exception cref="ArgumentException">Options that do not fit each other.</exception>
    public Mlp(int inputs, MlpOptions options, int outputs, ulong seed)
        : base(Record(inputs, options, outputs), seed) => Options = options;

    /// <summary>Shape of the network.</summary>
    public MlpOptions Options { get; }

    /// <summary>Predicts all rows once; keep a <see cref="Predictor"/> to predict repeatedly.</summary>
    /// <param name="features">[rows, F], row-major.</param>
    /// <param name="rows">Number of rows, may be 0.</param>
    /// <param name="outputs">[rows, O], filled; a row with a non-finite feature gets undefined outputs.</param>
    /// <param name="threads">At least 1; does not change the result.</param>
    public void Predict(ReadOnlyMemory<float> features, int rows, Memory<float> outputs, int threads)
    {
        using var predictor = new Predictor(this, threads);
        predictor.Predict(features, rows, outputs);
    }

    /// <inheritdoc/>
    public override NetworkPrediction Predict(ReadOnlyMemory<float> features, int rows, Loss loss, int threads)
    {
        var outputs = new float[rows * OutputCount];
        Predict(features, rows, outputs, threads);
        return NetworkPrediction.OfOutputs(outputs, rows, loss);
    }

    internal override string Identity =>
        $"single {InputCount} {JsonSerializer.Serialize(Options)} {OutputCount}";

    private static Tape Record(int inputs, MlpOptions options, int outputs)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        options.Check();
        var tape = new Tape(inputs);
        for (int layer = 0; layer < options.Hidden.Length; layer++)
        {
            Record(tape, options, layer);
        }

        tape.Dense(tape.Output, outputs, Activation.Identity);
        return tape;
    }

    private static void Record(Tape tape, MlpOptions options, int layer)
    {
        _ = options.Normalisation switch
        {
            Normalisation.Batch => tape.BatchNorm(tape.Output),
            Normalisation.Layer => tape.LayerNorm(tape.Output),
            _ => tape.Output,
        };
        tape.Dense(tape.Output, options.Hidden[layer], options.ActivationOf(layer));
        if (options.Dropout > 0)
        {
            tape.Dropout(tape.Output, options.Dropout);
        }
    }
}
