using System.Text.Json;
using Moliere.Learning.Layers;
using Moliere.Learning.Losses;
using Moliere.Learning.Training;
using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;

namespace Moliere.Learning.Models;

/// <summary>
/// A multilayer perceptron: a recorded tape of dense layers with one flat parameter vector. It expects features already
/// brought to order one, and returns the raw outputs that a loss or head interprets.
/// </summary>
public sealed class Mlp : Network
{
    /// <summary>Records the layers and draws the starting weights.</summary>
    /// <param name="inputs">Features F per row, at least 1.</param>
    /// <param name="options">Hidden layers, each with at least 1 unit.</param>
    /// <param name="outputs">Outputs O per row, at least 1.</param>
    /// <param name="seed">Seed of the starting weights; each layer has its own stream.</param>
    /// <exception cref="ArgumentException">Options that do not fit each other.</exception>
    public Mlp(int inputs, MlpOptions options, int outputs, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        options.Check();
        Options = options;
        Tape = new Tape(inputs);
        for (int layer = 0; layer < options.Hidden.Length; layer++)
        {
            Record(layer);
        }

        Tape.Dense(Tape.Output, outputs, Activation.Identity);
        Parameters = StartingWeights.Draw(Tape, seed);
    }

    /// <summary>Shape of the network.</summary>
    public MlpOptions Options { get; }

    /// <summary>The recorded operations, for training and export.</summary>
    public Tape Tape { get; }

    /// <summary>
    /// All weights and biases: per layer W [F, H] row-major, then b [H]; normalisations with what they hold, running
    /// statistics included. Owned by the model, changed by training.
    /// </summary>
    public override float[] Parameters { get; }

    /// <inheritdoc/>
    public override int InputCount => Tape.Input.Columns;

    /// <inheritdoc/>
    public override int OutputCount => Tape.Output.Columns;

    /// <inheritdoc/>
    public override void SetOutputBias(ReadOnlySpan<float> bias)
    {
        if (bias.Length != OutputCount)
        {
            throw new ArgumentException($"{bias.Length} biases for {OutputCount} outputs.", nameof(bias));
        }

        bias.CopyTo(Parameters.AsSpan(Parameters.Length - OutputCount));
    }

    internal override void ClearOutputWeights() => Dense.Clear((DenseOperation)Tape.Operations[^1], Parameters);

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

    internal override IBatchGradient Differentiate(Loss loss, int trainingRows, TrainerOptions options) =>
        new BatchGradient(Tape, Parameters, loss, options);

    internal override BatchPass OpenPass(int threads, bool hasInputGradient = false) =>
        new(Tape, Parameters, threads, hasInputGradient);

    private void Record(int layer)
    {
        _ = Options.Normalisation switch
        {
            Normalisation.Batch => Tape.BatchNorm(Tape.Output),
            Normalisation.Layer => Tape.LayerNorm(Tape.Output),
            _ => Tape.Output,
        };
        Tape.Dense(Tape.Output, Options.Hidden[layer], Options.ActivationOf(layer));
        if (Options.Dropout > 0)
        {
            Tape.Dropout(Tape.Output, Options.Dropout);
        }
    }
}
