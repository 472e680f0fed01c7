using Moliere.Learning.Losses;
using Moliere.Learning.Training;

namespace Moliere.Learning.Models;

/// <summary>
/// What a <see cref="Trainer"/> can fit: a flat vector of parameters with a way to compute loss and gradient of a
/// batch. A single network, a Bayesian network and an ensemble differ in that way and in how they predict; optimiser,
/// schedule, checkpoints and early stopping are the same.
/// </summary>
public abstract class Network
{
    /// <summary>Features F per row.</summary>
    public abstract int InputCount { get; }

    /// <summary>Features P of the points of each list of a row; empty for networks that see features alone.</summary>
    public virtual IReadOnlyList<int> ListWidths => [];

    /// <summary>Features P of the points of the first list; 0 for networks that see features alone.</summary>
    public int PointWidth => ListWidths.Count == 0 ? 0 : ListWidths[0];

    /// <summary>Outputs O per row, of each member or draw.</summary>
    public abstract int OutputCount { get; }

    /// <summary>All parameters; owned by the network, changed by training.</summary>
    public abstract float[] Parameters { get; }

    /// <summary>
    /// Sets the biases of the output layer, so that training starts from a sensible constant prediction.
    /// </summary>
    /// <param name="bias">One number per output.</param>
    public abstract void SetOutputBias(ReadOnlySpan<float> bias);

    /// <summary>Sets the weights of the output layer to 0, so that all rows get the outputs of its biases.</summary>
    internal virtual void ClearOutputWeights() =>
        throw new NotSupportedException($"A {GetType().Name} cannot start from equal outputs for all rows.");

    /// <summary>Predicts rows.</summary>
    /// <param name="features">[rows, F], row-major.</param>
    /// <param name="rows">Number of rows, may be 0.</param>
    /// <param name="loss">What the outputs mean: the loss the network was trained with.</param>
    /// <param name="threads">At least 1; does not change the result.</param>
    /// <returns>A row with a non-finite feature gets an undefined prediction.</returns>
    public abstract NetworkPrediction Predict(ReadOnlyMemory<float> features, int rows, Loss loss, int threads);

    /// <summary>Predicts rows as data sets hold them, sets included; targets and weights are not read.</summary>
    /// <param name="rows">As many features as the network takes.</param>
    /// <param name="loss">What the outputs mean: the loss the network was trained with.</param>
    /// <param name="threads">At least 1; does not change the result.</param>
    public virtual NetworkPrediction Predict(TrainingRows rows, Loss loss, int threads)
    {
        var features = new float[rows.RowCount * InputCount];
        for (int row = 0; row < rows.RowCount; row++)
        {
            rows.Row(row).CopyTo(features.AsSpan(row * InputCount, InputCount));
        }

        return Predict(features, rows.RowCount, loss, threads);
    }

    /// <summary>Most points of one list that the network takes.</summary>
    internal virtual int MostPoints(int list) => int.MaxValue;

    /// <summary>Refuses rows of another shape, or with lists too long; the message names the first such row.</summary>
    /// <exception cref="ArgumentException">They do not fit.</exception>
    internal void Require(TrainingRows rows)
    {
        if (rows.Width != InputCount)
        {
            throw new ArgumentException(
                $"The data have {rows.Width} features; the network takes {InputCount}.", nameof(rows));
        }

        int[] widths = [.. Enumerable.Range(0, rows.ListCount).Select(rows.ListWidth)];
        if (ListWidths.Count > 0 && !ListWidths.SequenceEqual(widths))
        {
            throw new ArgumentException(
                $"The data have lists of points of [{string.Join(", ", widths)}] features; the network takes lists of "
                + $"[{string.Join(", ", ListWidths)}].",
                nameof(rows));
        }

        for (int list = 0; list < ListWidths.Count; list++)
        {
            RequireLengths(rows, list);
        }
    }

    private void RequireLengths(TrainingRows rows, int list)
    {
        int most = MostPoints(list);
        for (int row = 0; most < int.MaxValue && row < rows.RowCount; row++)
        {
            int points = rows.Points(row, list).Length / rows.ListWidth(list);
            if (points > most)
            {
                throw new ArgumentException(
                    $"List {list} of row {row} has {points} points; the network takes {most} at most. Cut lists to "
                    + "their first points when rows are made.",
                    nameof(rows));
            }
        }
    }

    /// <summary>Shape and options in one line; two networks that train differently have different lines.</summary>
    internal abstract string Identity { get; }

    /// <summary>The machinery that computes loss and gradient during one training.</summary>
    /// <param name="loss">What a good prediction is.</param>
    /// <param name="trainingRows">Rows N of the training set, by which prior terms are divided.</param>
    /// <param name="options">Threads and seed.</param>
    internal abstract IBatchGradient Differentiate(Loss loss, int trainingRows, TrainerOptions options);

    /// <summary>The same for a loss that couples the rows of a batch.</summary>
    /// <param name="loss">What a good set of predictions is.</param>
    /// <param name="options">Threads and seed.</param>
    /// <exception cref="NotSupportedException">The network is Bayesian or an ensemble.</exception>
    internal CoupledGradient Differentiate(CoupledLoss loss, TrainerOptions options) =>
        new(OpenPass(options.Threads), loss, options.Seed);

    /// <summary>The machinery that runs batches there and back for whoever takes the loss in between.</summary>
    /// <param name="threads">At least 1.</param>
    /// <param name="hasInputGradient">Whether the way back goes on to the features.</param>
    /// <exception cref="NotSupportedException">The network is Bayesian or an ensemble.</exception>
    internal virtual BatchPass OpenPass(int threads, bool hasInputGradient = false) =>
        throw new NotSupportedException(
            $"{GetType().Name} cannot be trained on a loss that couples rows; a single network can.");
}
