using Moliere.Calibration.Closure;
using Moliere.Calibration.Taus;
using Moliere.Data.Features;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Training;
using Moliere.Learning.Trees;

namespace Moliere.Calibration.Classical.Taus;

/// <summary>
/// Grows regression trees of taus on top of the classical scales: on training taus, stopped by validation taus, which
/// then tell the closure, since trees have never seen their truth.
/// </summary>
/// <source>ATL-PHYS-PUB-2015-045, section 4; physics notes section 3.4, item 3.</source>
public sealed class TreeCalibrationDerivation
{
    private const int TausPerSpread = 1000; // as for networks: a width known to 2 %

    private readonly TauScales _scales;
    private readonly TreeCalibrationOptions _options;
    private readonly IReadOnlyList<Feature> _features;
    private readonly float[] _matrix;
    private readonly int[] _training;
    private readonly int[] _validation;

    /// <summary>Selects taus and reads their features.</summary>
    /// <param name="taus">A tau table with its truth.</param>
    /// <param name="training">Rows to learn from.</param>
    /// <param name="validation">Rows that stop the training and tell the closure.</param>
    /// <param name="scales">The classical scales, which complete the table.</param>
    /// <param name="options">How trees are grown.</param>
    /// <exception cref="MissingColumnException">A column is missing.</exception>
    /// <exception cref="InvalidDataException">No tau of one of the parts can be used.</exception>
    public TreeCalibrationDerivation(
        Table taus, int[] training, int[] validation, TauScales scales, TreeCalibrationOptions options)
    {
        (_scales, _options) = (scales, options);
        Taus = scales.Complete(taus);
        (_training, TrainingCounts) = Select(training, "training");
        (_validation, ValidationCounts) = Select(validation, "validation");
        _features = TauFeatures.In(Taus);
        _matrix = TauMatrix.Of(Taus, _features);
    }

    /// <summary>The taus with their classical scales.</summary>
    public Table Taus { get; }

    /// <summary>How many training taus were used, and why others were not.</summary>
    public TauRowCounts TrainingCounts { get; }

    /// <summary>How many validation taus were used, and why others were not.</summary>
    public TauRowCounts ValidationCounts { get; }

    /// <summary>Grows the trees and derives the closure.</summary>
    /// <param name="name">Name of the calibration in recipes and figures.</param>
    /// <param name="progress">Told after each round; null for nobody.</param>
    /// <param name="cancellation">Stops after the current round.</param>
    /// <exception cref="ArgumentException">Options that trees refuse, or too few taus for a closure.</exception>
    public (TreeCalibration Calibration, BoostingResult Result) Derive(
        string name, IProgress<EpochReport>? progress = null, CancellationToken cancellation = default)
    {
        float[] truth = Taus.Floats(TauColumns.TruthPt);
        if (_options.Closure is { } closure)
        {
            ClosureDerivation.Require(_validation.Select(row => truth[row]), closure);
        }

        BoostingResult result = BoostedTreesTrainer.Fit(
            RowsOf(_training), _options.Boosting, RowsOf(_validation), progress: progress,
            cancellation: cancellation);
        var calibration = new TreeCalibration
        {
            Name = name,
            Scales = _scales,
            Trees = result.Model,
            Target = _options.Target,
            Selection = _options.Selection,
            Threads = _options.Boosting.Threads,
        };
        return (Closed(calibration), result);
    }

    // Both from validation taus, whose truth the trees have not seen.
    private TreeCalibration Closed(TreeCalibration calibration)
    {
        Table taus = Taus.Select(_validation);
        var sample = new ClosureSample(
            taus.Floats(TauColumns.Pt), taus.Floats(TauColumns.TruthPt), taus.Floats(TauColumns.Eta));
        int[] rows = [.. Enumerable.Range(0, taus.RowCount)];
        calibration = calibration with
        {
            Closure = _options.Closure is { } closure ? sample.Closure(calibration.Apply(taus), rows, closure) : null,
        };
        return calibration with { Spread = sample.Spread(calibration.Apply(taus), rows, TausPerSpread) };
    }

    private TreeRows RowsOf(int[] rows)
    {
        float[] truth = Taus.Floats(TauColumns.TruthPt), combined = Taus.Floats(TauColumns.PtCombined);
        float TargetOf(int row)
        {
            double ratio = (double)truth[row] / combined[row];
            return (float)(_options.Target == TreeTarget.LogRatio ? Math.Log(ratio) : ratio);
        }

        float[]? weights = Taus.Has(TauColumns.Weight) ? Taus.Floats(TauColumns.Weight) : null;
        return new(
            TauMatrix.Select(_matrix, _features.Count, rows), [.. _features.Select(feature => feature.Name)],
            [.. rows.Select(TargetOf)], weights is null ? null : [.. rows.Select(row => weights[row])]);
    }

    private (int[] Rows, TauRowCounts Counts) Select(int[] candidates, string part)
    {
        (int[] rows, TauRowCounts counts) = _options.Selection.Of(Taus, candidates);
        float[]? weights = Taus.Has(TauColumns.Weight) ? Taus.Floats(TauColumns.Weight) : null;
        int[] sane = [.. rows.Where(row => weights is null || float.IsFinite(weights[row]))];
        counts = counts with { Used = sane.Length };
        return sane.Length > 0 ? (sane, counts) : throw new InvalidDataException(
            $"Found no usable tau among {candidates.Length} of the {part} part: {counts.WithoutMomentum} without "
            + $"momentum, {counts.WithoutTracks} without one to five tracks, {counts.WithoutScale} without the "
            + $"combined scale, {counts.ExtremeRatio} with extreme ratios, {counts.WithoutTruth} without truth, "
            + $"{rows.Length - sane.Length} without a weight.");
    }
}
