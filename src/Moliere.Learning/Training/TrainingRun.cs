using System.Diagnostics;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Optimizers;

namespace Moliere.Learning.Training;

/// <summary>
/// One training: the loop over epochs and batches around a state that can be written down after each epoch.
/// </summary>
internal sealed class TrainingRun : IDisposable
{
    private readonly TrainingRows _train;
    private readonly TrainingRows _validation;
    private readonly TrainerOptions _options;
    private readonly IBatchGradient _batches;
    private readonly float[] _gradient;
    private readonly int[] _order;
    private readonly int[]? _validationOrder;
    private readonly double _weightScale;

    public TrainingRun(
        Network model, Loss loss, TrainingRows train, TrainingRows validation, TrainerOptions options)
    {
        (_train, _validation, _options) = (train, validation, options);
        _batches = model.Differentiate(loss, train.RowCount, options);
        _gradient = new float[model.Parameters.Length];
        _order = new int[train.RowCount];
        if (loss.CouplesRows)
        {
            _validationOrder = new int[validation.RowCount];
            Shuffle.Fill(_validationOrder, options.Seed, epoch: 0);
        }

        // A constant mean weight keeps the gradient unbiased where negative weights make a batch's own sum useless.
        _weightScale = 1 / train.MeanWeight;
        State = new TrainingState(model, options);
    }

    public TrainingState State { get; }

    public void Dispose() => _batches.Dispose();

    /// <summary>Runs the epochs that are left.</summary>
    public TrainingResult Go(Action save, IProgress<EpochReport>? progress, CancellationToken cancellation)
    {
        save();
        TrainingStatus? end;
        while ((end = EndAfterEpoch() ?? Epoch(save, progress, cancellation)) is null)
        {
        }

        State.BestParameters.CopyTo(State.Parameters, 0);
        return Result(end.Value);
    }

    private TrainingStatus? Epoch(Action save, IProgress<EpochReport>? progress, CancellationToken cancellation)
    {
        long start = Stopwatch.GetTimestamp();
        TrainingStatus? end = Pass(cancellation, out EpochRecord record);
        if (end is null)
        {
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            State.Add(record, _options.MinimumImprovement, seconds);
            save();
            progress?.Report(new EpochReport(record, _options.Epochs, _train.RowCount / seconds));
        }

        return end;
    }

    private TrainingStatus? EndAfterEpoch()
    {
        if (State.Epoch >= _options.Epochs)
        {
            return TrainingStatus.Completed;
        }

        return State.Epoch > 0 && State.Stopping.IsExhausted(State.Epoch, _options.Patience)
            ? TrainingStatus.EarlyStopped
            : null;
    }

    private TrainingStatus? Pass(CancellationToken cancellation, out EpochRecord record)
    {
        int epoch = State.Epoch + 1, size = _options.BatchSize;
        record = new EpochRecord(epoch, double.NaN, double.NaN, 0);
        Shuffle.Fill(_order, _options.Seed, epoch);
        double sum = 0, rate = 0;
        for (int first = 0; first < _order.Length; first += size)
        {
            if (cancellation.IsCancellationRequested)
            {
                return TrainingStatus.Interrupted;
            }

            int count = Math.Min(size, _order.Length - first);
            rate = _options.LearningRate * Schedules.Factor(
                _options.Schedule, epoch - 1 + ((double)first / _order.Length), _options.Epochs);
            double loss = Step(first, count, rate);
            sum += loss * count;
            if (!double.IsFinite(loss))
            {
                return TrainingStatus.Diverged;
            }
        }

        record = new EpochRecord(epoch, sum / _order.Length, ValidationLoss(), rate);
        return double.IsFinite(record.ValidationLoss) ? null : TrainingStatus.Diverged;
    }

    // Mean loss of the batch; no step is made if it or its gradient is not finite.
    private double Step(int first, int count, double rate)
    {
        var batch = new RowBatch(_train, _order, first, count, _weightScale / count);
        double loss = _batches.LossAndGradient(batch, State.Optimizer.StepCount, _options.ClipNorm, _gradient);
        if (double.IsFinite(loss))
        {
            State.Optimizer.Step(State.Parameters, _gradient, rate);
        }

        return loss;
    }

    private double ValidationLoss()
    {
        int rows = _validation.RowCount;
        return _batches.Loss(new RowBatch(_validation, _validationOrder, 0, rows, 1 / (_validation.MeanWeight * rows)));
    }

    private TrainingResult Result(TrainingStatus status) => new()
    {
        Status = status,
        BestEpoch = State.Stopping.BestEpoch,
        BestValidationLoss = State.Stopping.BestLoss,
        History = [.. State.History],
        Rows = _train.RowCount,
        Seconds = State.Seconds,
    };
}
