using Moliere.Learning.Models;
using Moliere.Learning.Training;

namespace Moliere.Calibration.InSitu;

/// <summary>One tuning: rows, bins, loss and a copy of the network.</summary>
internal sealed class InSituTuning
{
    private readonly InSituOptions _options;
    private readonly MomentumHead _head;
    private readonly DijetBins _bins;
    private readonly DijetMonitoring _monitoring;
    private readonly CoupledRows _training;
    private readonly CoupledRows _validation;

    public InSituTuning(DijetSample training, DijetSample validation, IJetNetwork network, InSituOptions options)
    {
        _options = options;
        Network = Copy(network, options);
        Unit = options.RawUnit > 0 ? options.RawUnit : training.Pairs.Average.Average(pt => (double)pt);
        _head = new MomentumHead(network.Plan.Loss, options.Output, Unit);
        _bins = new DijetBins(options, training.Pairs.Average);
        _monitoring = DijetMonitoring.Of(options, _bins);
        (_training, _validation) = (Rows(training), Rows(validation));
        var batch = new DijetBatch();
        batch.LoadInitial(_validation.Context);
        Initial = _monitoring.Watch(batch);

        CoupledRows Rows(DijetSample sample)
        {
            TrainingRows rows = network.RowsOf(sample.Jets);
            float[] means = InSituCalibration.Means(network.Network, network.Plan, rows, options.Training.Threads);
            return sample.Rows(rows, means, _bins);
        }
    }

    /// <summary>The network that is tuned.</summary>
    public Network Network { get; }

    /// <summary>Momentum of a raw output of 1 [GeV]: the mean of the training events.</summary>
    public double Unit { get; }

    /// <summary>Bins of the average momentum in each of which a width is taken.</summary>
    public int WidthBins => _bins.WidthBins;

    /// <summary>The monitors for the initial momenta of the validation events.</summary>
    public InSituMonitor Initial { get; }

    /// <summary>Trains on the likelihood alone where that is asked for; null otherwise.</summary>
    public TrainingResult? Pretrain(
        string? checkpointPath, IProgress<EpochReport>? progress, CancellationToken cancellation)
    {
        if (_options.PretrainingEpochs == 0)
        {
            return null;
        }

        // Its own monitors only look on: what a likelihood makes of the scale is its own affair.
        InSituOptions options = _options.With(InSituMode.NllOnly) with
        {
            Limits = _options.Limits with { Patience = 0 },
            Training = _options.Training with { Epochs = _options.PretrainingEpochs },
        };
        string? path = checkpointPath is null ? null : checkpointPath + ".pretraining";
        return Fit(options, path, progress, cancellation);
    }

    /// <summary>Trains on the loss asked for.</summary>
    /// <remarks>After an interrupted pretraining nothing may be written: a resume starts from other weights.</remarks>
    public TrainingResult Tune(
        string? checkpointPath, IProgress<EpochReport>? progress, CancellationToken cancellation) =>
        Fit(_options, cancellation.IsCancellationRequested ? null : checkpointPath, progress, cancellation);

    private TrainingResult Fit(
        InSituOptions options, string? path, IProgress<EpochReport>? progress, CancellationToken cancellation)
    {
        var loss = new DijetLoss(options, _head, _bins, _monitoring, Initial);
        return Trainer.Fit(
            Network, loss, _training, _validation, options.Training, path, progress, cancellation);
    }

    private static Network Copy(IJetNetwork network, InSituOptions options)
    {
        Network given = network.Network;
        Network copy = network.Plan.Create(given.InputCount, options.Training.Seed, given.PointWidth);
        if (options.Output == MomentumOutput.PositiveFactor)
        {
            given.Parameters.CopyTo(copy.Parameters, 0);
        }

        return copy;
    }
}
