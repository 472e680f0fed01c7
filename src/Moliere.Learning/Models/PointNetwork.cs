using Moliere.Learning.Losses;
using Moliere.Learning.Training;
using Moliere.Numerics.Autodiff;

namespace Moliere.Learning.Models;

/// <summary>A network over lists of points beside the features of an object.</summary>
public abstract class PointNetwork : TapeNetwork
{
    private protected PointNetwork(Tape tape, ulong seed)
        : base(tape, seed)
    {
    }

    /// <inheritdoc/>
    public override IReadOnlyList<int> ListWidths => [.. Tape.Lists.Select(list => list.Width)];

    /// <summary>Refused: features alone do not say what is in the lists.</summary>
    /// <param name="features">Not read.</param>
    /// <param name="rows">Not read.</param>
    /// <param name="loss">Not read.</param>
    /// <param name="threads">Not read.</param>
    /// <exception cref="NotSupportedException">Always; predict rows with points instead.</exception>
    public override NetworkPrediction Predict(ReadOnlyMemory<float> features, int rows, Loss loss, int threads) =>
        throw new NotSupportedException(
            $"A {GetType().Name} predicts rows with points; give it SetRows or SequenceRows.");

    /// <inheritdoc/>
    public override NetworkPrediction Predict(TrainingRows rows, Loss loss, int threads) =>
        NetworkPrediction.OfOutputs(Outputs(rows, threads), rows.RowCount, loss);

    /// <summary>Raw outputs of all rows, [N, O].</summary>
    /// <param name="rows">Features and points; targets and weights are not read.</param>
    /// <param name="threads">At least 1; does not change the result.</param>
    /// <exception cref="ArgumentException">
    /// Other numbers of features than the network takes, or a list that is too long.
    /// </exception>
    public float[] Outputs(TrainingRows rows, int threads)
    {
        Require(rows);
        return SetPredictor.Outputs(Tape, Parameters, rows, threads);
    }
}
