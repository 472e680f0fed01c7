using Moliere.Calibration.Classical.Taus;
using Moliere.Calibration.Closure;
using Moliere.Calibration.Taus;
using Moliere.Data.Features;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Losses;
using Moliere.Learning.Models;
using Moliere.Learning.Training;

namespace Moliere.Calibration.Neural.Taus;

/// <summary>
/// Derives network calibrations of taus: selects them, fits the inputs on the training part, trains on the true over
/// the combined momentum, and corrects mean and spread of the result.
/// </summary>
/// <source>Physics notes sections 3.1 to 3.3 and 4.</source>
public sealed class TauNetworkDerivation
{
    /// <summary>Fewest training taus a network is derived from; below, it could only memorise them.</summary>
    public const int FewestRows = NetworkDerivation.FewestRows;

    private const int TausPerSpread = 1000; // a width of 1000 pulls is known to 2 %

    private readonly TauScales _scales;
    private readonly StartingTaus _start;
    private readonly TauNetworkOptions _options;
    private readonly float[] _features;
    private readonly float[] _weights;
    private readonly int[] _training;
    private readonly int[] _validation;

    /// <summary>Prepares taus; several networks can then be trained on them.</summary>
    /// <param name="taus">Tau table with true momenta.</param>
    /// <param name="training">Rows to learn from.</param>
    /// <param name="validation">Rows to stop and choose by.</param>
    /// <param name="scales">The classical scales, which complete the table.</param>
    /// <param name="options">Target, selection and closure.</param>
    /// <exception cref="MissingColumnException">A column that no tau network can do without is missing.</exception>
    /// <exception cref="ArgumentException">
    /// Too few taus are left for a network or for its closure, or there is nothing to learn from them.
    /// </exception>
    public TauNetworkDerivation(
        Table taus, int[] training, int[] validation, TauScales scales, TauNetworkOptions options)
    {
        (_scales, _options) = (scales, options);
        _start = new(scales.Complete(taus), options.Selection);
        _weights = taus.Has(TauColumns.Weight)
            ? taus.Floats(TauColumns.Weight)
            : [.. Enumerable.Repeat(1f, taus.RowCount)];
        (int[] selected, TauRowCounts first) = options.Selection.Of(_start.Taus, training);
        (int[] judged, TauRowCounts second) = options.Selection.Of(_start.Taus, validation);
        Require(selected.Length, FewestRows, "training");
        Features = new FeatureSet(TauInputs.In(_start.Taus, options.FoldEta)).Fit(_start.Taus, selected, _weights);
        _features = Features.Apply(_start.Taus, out bool[] isFinite);
        (_training, TrainingCounts) = Learnable(selected, first, isFinite);
        (_validation, ValidationCounts) = Learnable(judged, second, isFinite);
        Require(_training.Length, FewestRows, "training");
        Require(_validation.Length, 1, "validation");
        RequireClosure();
    }

    /// <summary>The inputs, fitted on the training taus.</summary>
    public FittedFeatures Features { get; }

    /// <summary>What became of the training taus.</summary>
    public TauRowCounts TrainingCounts { get; }

    /// <summary>What became of the validation taus.</summary>
    public TauRowCounts ValidationCounts { get; }

    /// <summary>Selected taus of both parts that were left out: without an input or a weight.</summary>
    public int Incomplete => TrainingCounts.WithoutInput + ValidationCounts.WithoutInput;

    /// <summary>Inputs whose columns the table lacks; the networks do without.</summary>
    public IReadOnlyList<string> AbsentFeatures =>
    [
        .. TauFeatures.All.Select(feature => feature.Name)
            .Except(Features.Features.Select(fitted => fitted.Feature.Name)),
    ];

    /// <summary>
    /// Trains one network, resuming from its checkpoint where there is one. Losses of the history are those of the
    /// target brought to spread 1.
    /// </summary>
    /// <param name="name">Name of the method.</param>
    /// <param name="network">The network; its scale is that of the target and is set here.</param>
    /// <param name="options">How to train.</param>
    /// <param name="checkpointPath">Where the state of the training is kept; null for nowhere.</param>
    /// <param name="progress">Told after every epoch; may be null.</param>
    /// <param name="cancellation">Stops the training.</param>
    /// <exception cref="ArgumentException">A network that calibrates too few of the taus for the closure.</exception>
    public (TauNetworkCalibration Calibration, TrainingResult Result) Derive(
        string name, NetworkOptions network, TrainerOptions options, string? checkpointPath = null,
        IProgress<EpochReport>? progress = null, CancellationToken cancellation = default)
    {
        NetworkPlan plan = WithFloor(network.Plan);
        Network model = plan.Create(Features.Features.Count, options.Seed);
        float[] targets = _start.Targets(_training, _options.Target), weights = WeightsOf(_training);
        StandardTarget standard = _options.Target == TauTarget.Ratio
            ? StandardTarget.RobustOf(targets, plan)
            : StandardTarget.Of(targets, weights, plan);
        TrainingResult result = Trainer.Fit(
            model, plan.Loss, Rows(_training, standard), Rows(_validation, standard), options, checkpointPath,
            progress, cancellation);
        var calibration = new TauNetworkCalibration
        {
            Name = name,
            Options = network with { Plan = standard.FoldInto(model, plan), Scale = ResponseScale.Log10 },
            Features = Features,
            Network = model,
            Scales = _scales,
            Selection = _options.Selection,
            Target = _options.Target,
            Ratio = RatioScale.Of(_start.Targets(_training, TauTarget.Ratio)),
            Threads = options.Threads,
        };
        calibration = calibration with { Closure = ClosureOf(calibration) };
        return (calibration with { Spread = SpreadOf(calibration) }, result);
    }

    /// <summary>How the densities of a mixture are used by the validation taus.</summary>
    /// <param name="calibration">Of these inputs.</param>
    public MixtureHealth HealthOf(TauNetworkCalibration calibration)
    {
        var taus = new StartingTaus(_start.Taus.Select(_validation), _options.Selection);
        return MixtureHealth.Of(calibration.Predict(taus, out _), calibration.Options.Plan.Loss);
    }

    // Both from validation taus only: of the others the network knows the answer.
    private ClosureSpline? ClosureOf(TauNetworkCalibration calibration) => _options.Closure is { } closure
        ? _start.Sample.Closure(calibration.Apply(_start), _validation, closure)
        : null;

    private SpreadScale? SpreadOf(TauNetworkCalibration calibration) => _options.ScaleSpread
        ? _start.Sample.Spread(calibration.Apply(_start), _validation, TausPerSpread)
        : null;

    private (int[] Rows, TauRowCounts Counts) Learnable(int[] selected, TauRowCounts counts, bool[] isFinite)
    {
        int[] rows = [.. selected.Where(row => isFinite[row] && float.IsFinite(_weights[row]))];
        return (rows, counts with { Used = rows.Length, WithoutInput = selected.Length - rows.Length });
    }

    private NetworkPlan WithFloor(NetworkPlan plan) => plan.Loss is MixtureNll { LeastSigma: null } mixture
        ? plan with { Loss = mixture with { LeastSigma = _options.LeastWidth } }
        : plan;

    private DataSet Rows(int[] rows, StandardTarget standard)
    {
        int width = Features.Features.Count;
        var features = new float[rows.Length * width];
        for (int i = 0; i < rows.Length; i++)
        {
            _features.AsSpan(rows[i] * width, width).CopyTo(features.AsSpan(i * width));
        }

        float[] targets = standard.Standard(_start.Targets(rows, _options.Target));
        return new(features, width, targets, WeightsOf(rows));
    }

    private float[] WeightsOf(int[] rows) => [.. rows.Select(row => _weights[row])];

    // Known before the training, which takes minutes.
    private void RequireClosure()
    {
        if (_options.Closure is { } closure)
        {
            float[] truth = _start.Taus.Floats(TauColumns.TruthPt);
            ClosureDerivation.Require(_validation.Select(row => truth[row]), closure);
        }
    }

    private static void Require(int rows, int fewest, string part)
    {
        if (rows < fewest)
        {
            throw new ArgumentException($"{rows} usable {part} taus are fewer than the {fewest} a network needs.");
        }
    }
}
