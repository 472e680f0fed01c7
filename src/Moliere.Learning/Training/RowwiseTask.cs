using Moliere.Learning.Losses;
using Moliere.Learning.Models;

namespace Moliere.Learning.Training;

/// <summary>A loss that is a sum over rows: they are shuffled one by one and cut into batches of equal size.</summary>
internal sealed class RowwiseTask : TrainingTask
{
    private readonly IBatchGradient _batches;
    private readonly TrainingRows _validation;
    private readonly TrainerOptions _options;
    private readonly int[]? _validationOrder;

    public RowwiseTask(Network model, Loss loss, TrainingRows train, TrainingRows validation, TrainerOptions options)
        : this(model.Differentiate(loss, train.RowCount, options), train, validation, options)
    {
        // A loss that compares rows with each other must not meet them in the order of their file.
        if (loss.CouplesRows)
        {
            _validationOrder = new int[validation.RowCount];
            Shuffle.Fill(_validationOrder, options.Seed, epoch: 0);
        }
    }

    private RowwiseTask(IBatchGradient batches, TrainingRows train, TrainingRows validation, TrainerOptions options)
        : base(batches, train) => (_batches, _validation, _options) = (batches, validation, options);

    /// <inheritdoc/>
    public override void Order(Span<int> order, int epoch) => Shuffle.Fill(order, _options.Seed, epoch);

    /// <inheritdoc/>
    public override int EndOf(int first) => Math.Min(first + _options.BatchSize, RowCount);

    /// <inheritdoc/>
    public override Verdict Judge()
    {
        int rows = _validation.RowCount;
        double scale = 1 / (_validation.MeanWeight * rows);
        return new(_batches.Loss(new RowBatch(_validation, _validationOrder, 0, rows, scale)));
    }
}
