using Moliere.Data.Tables;
using Moliere.Learning.Models;
using Moliere.Learning.Training;

namespace Moliere.Calibration.InSitu;

/// <summary>
/// Tunes a network on dijet events so that the asymmetry of its momenta narrows while their scale stays: on simulation
/// or on data without truth. Equal options and events give the same bits, interrupted or not, with any threads.
/// </summary>
/// <source>Physics notes section 2.4.</source>
public static class InSituDerivation
{
    /// <summary>Fewest events to learn from, and to judge on: a width of fewer is known to 5 % at best.</summary>
    public const int FewestEvents = 200;

    /// <summary>Tunes a network.</summary>
    /// <param name="name">Name of the new calibration.</param>
    /// <param name="training">Jet table to learn from; jets of one event are consecutive rows.</param>
    /// <param name="validation">Jet table of other events, to choose and to stop by.</param>
    /// <param name="start">What is tuned: the network alone, or a calibration that the network corrects.</param>
    /// <param name="network">The network, with the weights to start from.</param>
    /// <param name="initial">What selects and bins events and holds the scale; often the start.</param>
    /// <param name="options">Terms of the loss, monitors, training.</param>
    /// <param name="checkpointPath">Where the state is kept; null for nowhere.</param>
    /// <param name="progress">Told after each epoch; null for nobody.</param>
    /// <param name="cancellation">Stops after the current batch.</param>
    /// <exception cref="ArgumentException">
    /// Fewer than <see cref="FewestEvents"/> events, a likelihood without true momenta, a slope of raw momenta, or a
    /// batch of an odd number of jets.
    /// </exception>
    /// <exception cref="Formats.Bytes.InvalidFileException">The checkpoint is broken or of another set-up.</exception>
    public static (ICalibration Calibration, InSituResult Result) Derive(
        string name,
        Table training,
        Table validation,
        ICalibration start,
        IJetNetwork network,
        ICalibration initial,
        InSituOptions options,
        string? checkpointPath = null,
        IProgress<EpochReport>? progress = null,
        CancellationToken cancellation = default)
    {
        var samples = (
            Training: new DijetSample(training, start, initial, options),
            Validation: new DijetSample(validation, start, initial, options));
        Check(samples.Training, samples.Validation, options);
        var tuning = new InSituTuning(samples.Training, samples.Validation, network, options);
        TrainingResult? before = tuning.Pretrain(checkpointPath, progress, cancellation);
        TrainingResult result = tuning.Tune(checkpointPath, progress, cancellation);
        ICalibration calibration = options.Output == MomentumOutput.Raw
            ? new RawMomentumCalibration(name, network, tuning.Network, tuning.Unit, options.Training.Threads)
            : new InSituCalibration(name, start, network, tuning.Network, options.Training.Threads);
        return (calibration, new InSituResult
        {
            Training = result,
            Pretraining = before,
            Initial = tuning.Initial,
            Start = InSituMonitor.FromMeasures(result.Start!.Measures),
            History = [.. result.History.Select(
                record => (InSituMonitor.FromMeasures(record.Measures), record.Complaint))],
            WidthBins = tuning.WidthBins,
            EventsPerWidth = Math.Min(options.Training.BatchSize / 2, samples.Training.Pairs.Count)
                / (double)tuning.WidthBins,
            Cuts = (samples.Training.Pairs.Cuts, samples.Validation.Pairs.Cuts),
        });
    }

    /// <summary>The monitors of any calibration on the events of a table, such as a test part.</summary>
    /// <param name="jets">Jet table; jets of one event are consecutive rows.</param>
    /// <param name="calibration">What is watched.</param>
    /// <param name="initial">What selects and bins events, and what momenta are compared with.</param>
    /// <param name="options">Selection, bins and kind of width.</param>
    /// <exception cref="ArgumentException">No event is selected.</exception>
    public static InSituMonitor Watch(
        Table jets, ICalibration calibration, ICalibration initial, InSituOptions options)
    {
        var sample = new DijetSample(jets, calibration, initial, options);
        if (sample.Pairs.Count == 0)
        {
            throw new ArgumentException($"No event is a dijet of the selection ({sample.Pairs.Cuts}).", nameof(jets));
        }

        var bins = new DijetBins(options, sample.Pairs.Average);
        var batch = new DijetBatch();
        batch.LoadStart(sample.Context(new float[sample.Jets.RowCount], bins));
        return DijetMonitoring.Of(options, bins).Watch(batch);
    }

    private static void Check(DijetSample training, DijetSample validation, InSituOptions options)
    {
        foreach ((string part, DijetSample sample) in new[] { ("training", training), ("validation", validation) })
        {
            if (sample.Pairs.Count < FewestEvents)
            {
                throw new ArgumentException(
                    $"{sample.Pairs.Count} of {sample.Pairs.Cuts.Events} {part} events are dijets of the selection; "
                    + $"at least {FewestEvents} are needed ({sample.Pairs.Cuts}).");
            }

            if ((options.NllWeight > 0 || options.PretrainingEpochs > 0) && sample.WithTruth == 0)
            {
                throw new ArgumentException(
                    $"No jet of the {part} events has a true momentum, which the likelihood needs; set f1 to 0.");
            }
        }

        if (options is { Output: MomentumOutput.Raw, Objective: InSituObjective.Correlation, WidthWeight: > 0 })
        {
            throw new ArgumentException(
                "Raw momenta may be negative and have no logarithm to correlate; use the width of the asymmetry.");
        }

        bool hasSlope = options.Constraint is ScaleConstraint.Slope or ScaleConstraint.BinMeansAndSlope;
        if (options.Output == MomentumOutput.Raw && hasSlope && options.ConstraintWeight > 0)
        {
            throw new ArgumentException("Raw momenta may be negative and have no logarithm; hold means instead.");
        }

        if (options.Training.BatchSize % 2 != 0)
        {
            throw new ArgumentException(
                $"A batch of {options.Training.BatchSize} jets would cut an event; its size must be even.");
        }
    }
}
