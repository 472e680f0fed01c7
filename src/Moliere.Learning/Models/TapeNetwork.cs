using Moliere.Learning.Layers;
using Moliere.Learning.Losses;
using Moliere.Learning.Training;
using Moliere.Numerics.Autodiff;

namespace Moliere.Learning.Models;

/// <summary>
/// A network that is one recorded tape with one flat parameter vector; its last operation is a dense layer without
/// activation, whose biases come last.
/// </summary>
public abstract class TapeNetwork : Network
{
    private protected TapeNetwork(Tape tape, ulong seed) =>
        (Tape, Parameters) = (tape, StartingWeights.Draw(tape, seed));

    /// <summary>The recorded operations, for training and export.</summary>
    public Tape Tape { get; }

    /// <summary>
    /// All weights and biases, layer by layer as recorded: W [F, H] row-major, then b [H]; normalisations with what
    /// they hold, running statistics included. Owned by the model, changed by training.
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

    internal override IBatchGradient Differentiate(Loss loss, int trainingRows, TrainerOptions options) =>
        new BatchGradient(Tape, Parameters, loss, options);

    internal override BatchPass OpenPass(int threads, bool hasInputGradient = false) =>
        new(Tape, Parameters, threads, hasInputGradient);
}
