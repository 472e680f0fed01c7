using System.Text.Json;
using Moliere.Learning.Layers;
using Moliere.Learning.Losses;
using Moliere.Learning.Training;
using Moliere.Numerics.Autodiff;
using Moliere.Numerics.Kernels;

namespace Moliere.Learning.Models;

/// <summary>
/// A network over sets: F(sum over points of Phi(p), features of the object), or with shares z F(sum of z Phi(angle),
/// features). The order of the points does not change a bit, since they are brought into one order before anything is
/// computed. An empty set gives a sum of zero.
/// </summary>
/// <source>
/// Zaheer et al., arXiv:1703.06114, theorem 2; Komiske, Metodiev and Thaler, arXiv:1810.05165, equations 2 and 3.
/// </source>
public sealed class DeepSets : Network
{
    private const double PointSumScale = 1.0 / 16;

    /// <summary>Records the layers and draws the starting weights.</summary>
    /// <param name="inputs">Features F of an object, at least 1.</param>
    /// <param name="points">Features P of a point, at least 1; at least 2 where one of them is the share.</param>
    /// <param name="options">Layers.</param>
    /// <param name="outputs">Outputs O per object, at least 1.</param>
    /// <param name="seed">Seed of the starting weights; each layer has its own stream.</param>
    /// <exception cref="ArgumentException">No layer for points, or no such column for the share.</exception>
    public DeepSets(int inputs, int points, DeepSetsOptions options, int outputs, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(inputs, 1);
        Check(points, options);
        Options = options;
        Tape = Record(inputs, points, options, outputs);
        Parameters = StartingWeights.Draw(Tape, seed);
    }

    /// <summary>Shape of the network.</summary>
    public DeepSetsOptions Options { get; }

    /// <summary>The recorded operations, for training and export.</summary>
    public Tape Tape { get; }

    /// <summary>
    /// All weights and biases, layer by layer as recorded: W [F, H] row-major, then b [H]. Owned by the model, changed
    /// by training.
    /// </summary>
    public override float[] Parameters { get; }

    /// <inheritdoc/>
    public override int InputCount => Tape.Input.Columns;

    /// <inheritdoc/>
    public override IReadOnlyList<int> ListWidths => [Tape.Lists[0].Width];

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

    /// <summary>Refused: features alone do not say what is in the sets.</summary>
    /// <param name="features">Not read.</param>
    /// <param name="rows">Not read.</param>
    /// <param name="loss">Not read.</param>
    /// <param name="threads">Not read.</param>
    /// <exception cref="NotSupportedException">Always; predict rows with sets instead.</exception>
    public override NetworkPrediction Predict(ReadOnlyMemory<float> features, int rows, Loss loss, int threads) =>
        throw new NotSupportedException("A network over sets predicts rows with points; give it SetRows.");

    /// <inheritdoc/>
    public override NetworkPrediction Predict(TrainingRows rows, Loss loss, int threads) =>
        NetworkPrediction.OfOutputs(Outputs(rows, threads), rows.RowCount, loss);

    /// <summary>Raw outputs of all rows, [N, O].</summary>
    /// <param name="rows">Features and sets; targets and weights are not read.</param>
    /// <param name="threads">At least 1; does not change the result.</param>
    /// <exception cref="ArgumentException">Other numbers of features than the network takes.</exception>
    public float[] Outputs(TrainingRows rows, int threads)
    {
        Require(rows);
        return SetPredictor.Outputs(Tape, Parameters, rows, threads);
    }

    internal override string Identity =>
        $"sets {InputCount} {PointWidth} {JsonSerializer.Serialize(Options)} {OutputCount}";

    internal override IBatchGradient Differentiate(Loss loss, int trainingRows, TrainerOptions options) =>
        new BatchGradient(Tape, Parameters, loss, options);

    internal override BatchPass OpenPass(int threads, bool hasInputGradient = false) =>
        new(Tape, Parameters, threads, hasInputGradient);

    private static void Check(int points, DeepSetsOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(points, 1);
        if (options.Point.Length == 0)
        {
            throw new ArgumentException("A network over sets needs at least one layer for points.", nameof(options));
        }

        if (options.Kind == SetNetworkKind.EnergyFlow
            && (points < 2 || (uint)options.ShareColumn >= (uint)points))
        {
            throw new ArgumentException(
                $"Points of {points} features have no share in column {options.ShareColumn} beside others.",
                nameof(options));
        }
    }

    private static Tape Record(int inputs, int points, DeepSetsOptions options, int outputs)
    {
        bool isWeighted = options.Kind == SetNetworkKind.EnergyFlow;
        var tape = new Tape(inputs, points, isWeighted ? options.ShareColumn : null);
        Value point = tape.Points;
        foreach (int units in options.Point)
        {
            point = tape.Dense(point, units, options.Activation);
        }

        double scale = options.SumScale ?? (isWeighted ? 1 : PointSumScale);
        Value value = tape.Join(tape.SumSets(point, (float)scale), tape.Input);
        foreach (int units in options.Object)
        {
            value = tape.Dense(value, units, options.Activation);
        }

        tape.Dense(value, outputs, Activation.Identity);
        return tape;
    }
}
