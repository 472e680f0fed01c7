using System.Text.Json;
using Moliere.Learning.Layers;
using Moliere.Learning.Losses;
using Moliere.Learning.Training;
using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;

namespace Moliere.Learning.Models;

/// <summary>
/// A network over several lists of points of one object: each list runs through convolutions and a recurrent layer of
/// its own, and dense layers see all last states beside the features of the object. Lists are read at their true length
/// in the order they come in; an empty one gives zeros.
/// </summary>
/// <source>
/// Shape as in ATLAS, arXiv:2203.01009, section 5: clusters, tracks and muon segments of a jet.
/// </source>
public sealed class SequenceNetwork : Network
{
    /// <summary>Records the layers and draws the starting weights.</summary>
    /// <param name="inputs">Features F of an object, at least 1.</param>
    /// <param name="widths">Features P of the points of each list, each at least 1.</param>
    /// <param name="options">Layers, with a branch for each list.</param>
    /// <param name="outputs">Outputs O per object, at least 1.</param>
    /// <param name="seed">Seed of the starting weights; each layer has its own stream.</param>
    /// <exception cref="ArgumentException">No list, or other numbers of lists and branches.</exception>
    public SequenceNetwork(
        int inputs, IReadOnlyList<int> widths, SequenceNetworkOptions options, int outputs, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        if (widths.Count == 0 || widths.Count != options.Branches.Length)
        {
            throw new ArgumentException(
                $"{widths.Count} lists of points for {options.Branches.Length} branches; a list needs a branch, and "
                + "there must be one.",
                nameof(options));
        }

        (Options, ListWidths) = (options, [.. widths]);
        Tape = Record(inputs, widths, options, outputs);
        Parameters = StartingWeights.Draw(Tape, seed);
    }

    /// <summary>Shape of the network.</summary>
    public SequenceNetworkOptions Options { get; }

    /// <summary>The recorded operations, for training and export.</summary>
    public Tape Tape { get; }

    /// <summary>
    /// All weights and biases, layer by layer as recorded. Owned by the model, changed by training.
    /// </summary>
    public override float[] Parameters { get; }

    /// <inheritdoc/>
    public override int InputCount => Tape.Input.Columns;

    /// <inheritdoc/>
    public override IReadOnlyList<int> ListWidths { get; }

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

    /// <summary>Refused: features alone do not say what is in the lists.</summary>
    /// <param name="features">Not read.</param>
    /// <param name="rows">Not read.</param>
    /// <param name="loss">Not read.</param>
    /// <param name="threads">Not read.</param>
    /// <exception cref="NotSupportedException">Always; predict rows with lists instead.</exception>
    public override NetworkPrediction Predict(ReadOnlyMemory<float> features, int rows, Loss loss, int threads) =>
        throw new NotSupportedException("A network over sequences predicts rows with points; give it SequenceRows.");

    /// <inheritdoc/>
    public override NetworkPrediction Predict(TrainingRows rows, Loss loss, int threads) =>
        NetworkPrediction.OfOutputs(Outputs(rows, threads), rows.RowCount, loss);

    /// <summary>Raw outputs of all rows, [N, O].</summary>
    /// <param name="rows">Features and lists; targets and weights are not read.</param>
    /// <param name="threads">At least 1; does not change the result.</param>
    /// <exception cref="ArgumentException">
    /// Other numbers of features than the network takes, or a list that is too long.
    /// </exception>
    public float[] Outputs(TrainingRows rows, int threads)
    {
        Require(rows);
        return SetPredictor.Outputs(Tape, Parameters, rows, threads);
    }

    internal override int MostPoints(int list) => Options.Branches[list].MaximumLength;

    internal override string Identity => $"sequences {InputCount} [{string.Join(", ", ListWidths)}] "
        + $"{JsonSerializer.Serialize(Options)} {OutputCount}";

    internal override IBatchGradient Differentiate(Loss loss, int trainingRows, TrainerOptions options) =>
        new BatchGradient(Tape, Parameters, loss, options);

    internal override BatchPass OpenPass(int threads, bool hasInputGradient = false) =>
        new(Tape, Parameters, threads, hasInputGradient);

    private static Tape Record(
        int inputs, IReadOnlyList<int> widths, SequenceNetworkOptions options, int outputs)
    {
        var tape = new Tape(inputs);
        Value[] lists = [.. widths.Select(tape.AddList)];
        Value value = Branch(tape, lists[0], options, 0);
        for (int list = 1; list < lists.Length; list++)
        {
            value = tape.Join(value, Branch(tape, lists[list], options, list));
        }

        value = tape.Join(value, tape.Input);
        foreach (int units in options.Hidden)
        {
            value = Dropped(tape, tape.Dense(value, units, options.Activation), options);
        }

        tape.Dense(value, outputs, Activation.Identity);
        return tape;
    }

    private static Value Dropped(Tape tape, Value value, SequenceNetworkOptions options) =>
        options.Dropout > 0 ? tape.Dropout(value, options.Dropout) : value;

    private static Value Branch(Tape tape, Value points, SequenceNetworkOptions options, int list)
    {
        SequenceBranch branch = options.Branches[list];
        foreach (int units in branch.Convolutions)
        {
            points = Dropped(tape, tape.Convolution(points, units, branch.Kernel, options.Activation), options);
        }

        return branch.Recurrent switch
        {
            RecurrentKind.Lstm => tape.Lstm(points, branch.Units),
            RecurrentKind.Gru => tape.Gru(points, branch.Units),
            _ => tape.SumSets(tape.Dense(points, branch.Units, options.Activation), 1f / branch.MaximumLength),
        };
    }
}
