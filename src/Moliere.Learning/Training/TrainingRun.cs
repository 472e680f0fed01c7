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
    private readonly TrainingTask _task;
    private readonly TrainerOptions _options;
    private readonly float[] _gradient;
    private readonly int[] _order;
    private readonly Verdict? _start;

    public TrainingRun(Network model, TrainingTask task, TrainerOptions options)
    {
        (_task, _options) = (task, options);
        _gradient = new float[model.Parameters.Length];
        _order = new int[task.RowCount];
        State = new TrainingState(model, options);
        _start = task.JudgeStart();
        if (_start is { Complaint: null })
        {
            State.Start(_start.Score);
        }
    }

    public TrainingState State { get; }

    public void Dispose() => _task.Dispose();

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
            State.Add(record, _options.MinimumImprovement, seconds, keepsLast: _task.ComplaintPatience == 0);
            save();
            progress?.Report(new EpochReport(record, _options.Epochs, _task.RowCount / seconds));
        }

        return end;
    }

    private TrainingStatus? EndAfterEpoch()
    {
        if (_task.ComplaintPatience > 0 && State.Complaints >= _task.ComplaintPatience)
        {
            return TrainingStatus.Unhealthy;
        }

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
        int epoch = State.Epoch + 1;
        record = new EpochRecord(epoch, double.NaN, double.NaN, 0);
        _task.Order(_order, epoch);
        double sum = 0, rate = 0;
        for (int first = 0, end; first < _order.Length; first = end)
        {
            if (cancellation.IsCancellationRequested)
            {
                return TrainingStatus.Interrupted;
            }

            end = _task.EndOf(first);
            rate = _options.LearningRate * Schedules.Factor(
                _options.Schedule, epoch - 1 + ((double)first / _order.Length), _options.Epochs);
            double loss = Step(first, end - first, rate);
            sum += loss * (end - first);
            if (!double.IsFinite(loss))
            {
                return TrainingStatus.Diverged;
            }
        }

        Verdict verdict = _task.Judge();
        record = new EpochRecord(epoch, sum / _order.Length, verdict.Score, rate)
        {
            Complaint = verdict.Complaint,
            Measures = verdict.Measures,
        };
        return double.IsFinite(record.ValidationLoss) ? null : TrainingStatus.Diverged;
    }

    // Mean loss of the batch; no step is made if it or its gradient is not finite.
    private double Step(int first, int count, double rate)
    {
        double loss = _task.LossAndGradient(
            _order, first, count, State.Optimizer.StepCount, _options.ClipNorm, _gradient);
        if (double.IsFinite(loss))
        {
            State.Optimizer.Step(State.Parameters, _gradient, rate);
            _task.Settle();
        }

        return loss;
    }

    private TrainingResult Result(TrainingStatus status) => new()
    {
        Status = status,
        BestEpoch = State.Stopping.BestEpoch,
        BestValidationLoss = State.Stopping.BestLoss,
        History = [.. State.History],
        Rows = _task.RowCount,
        Seconds = State.Seconds,
        Start = _start,
    };
}
