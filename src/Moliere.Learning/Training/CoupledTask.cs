using Moliere.Learning.Losses;
using Moliere.Learning.Models;

namespace Moliere.Learning.Training;

/// <summary>
/// A loss of whole batches: groups are shuffled, not rows, and an epoch is cut into batches of nearly equal size, none
/// smaller than asked for unless the data are, because the loss of a small batch is another one.
/// </summary>
internal sealed class CoupledTask : TrainingTask
{
    private readonly CoupledGradient _batches;
    private readonly CoupledRows _train;
    private readonly CoupledRows _validation;
    private readonly TrainerOptions _options;
    private readonly CoupledLoss _loss;

    public CoupledTask(
        Network model, CoupledLoss loss, CoupledRows train, CoupledRows validation, TrainerOptions options)
        : this(model.Differentiate(loss, options), loss, train, validation, options)
    {
    }

    private CoupledTask(
        CoupledGradient batches,
        CoupledLoss loss,
        CoupledRows train,
        CoupledRows validation,
        TrainerOptions options)
        : base(batches, train) =>
        (_batches, _loss, _train, _validation, _options) = (batches, loss, train, validation, options);

    /// <inheritdoc/>
    public override int ComplaintPatience => _loss.ComplaintPatience;

    /// <inheritdoc/>
    public override Verdict JudgeStart() => Judge();

    /// <inheritdoc/>
    public override void Order(Span<int> order, int epoch) =>
        Shuffle.FillGroups(order, _train.GroupSize, _options.Seed, epoch);

    /// <inheritdoc/>
    public override int EndOf(int first)
    {
        int groups = RowCount / _train.GroupSize, batches = Math.Max(1, RowCount / _options.BatchSize);
        int batch = 0;
        while (Start(batch) <= first)
        {
            batch++;
        }

        return Start(batch);

        int Start(int index) => (int)((long)groups * index / batches) * _train.GroupSize;
    }

    /// <inheritdoc/>
    public override Verdict Judge()
    {
        int rows = _validation.RowCount;
        return _batches.Judge(new RowBatch(_validation, null, 0, rows, 1 / (_validation.MeanWeight * rows)));
    }
}
