using Moliere.Calibration.Closure;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Models;
using Moliere.Learning.Training;

namespace Moliere.Calibration.Neural.Jets;

/// <summary>
/// Derives network calibrations of jets: selects and weights jets, fits the inputs on the training part, trains on the
/// logarithm of starting over true transverse momentum, and corrects the mean of the result.
/// </summary>
/// <source>Physics notes sections 2.2 to 2.4 and 4; arXiv:2303.17312.</source>
public sealed class JetNetworkDerivation
{
    /// <summary>Fewest training jets a network is derived from; below, it could only memorise them.</summary>
    public const int FewestRows = NetworkDerivation.FewestRows;

    private const int JetsPerSpread = 400; // a width of 400 pulls is known to 4 %

    private readonly StartingScale _start;
    private readonly JetNetworkOptions _options;
    private readonly ICalibration? _input;
    private readonly JetMatrix _inputs;
    private readonly int[] _training;
    private readonly int[] _validation;

    /// <summary>Prepares jets; several networks can then be trained on them.</summary>
    /// <param name="jets">Jet table with true momenta.</param>
    /// <param name="training">Rows to learn from.</param>
    /// <param name="validation">Rows to stop and choose by.</param>
    /// <param name="options">Inputs, selection, spectrum and closure.</param>
    /// <param name="input">A calibration on top of which the network learns; null for constituent scale.</param>
    /// <exception cref="MissingColumnException">A column that no jet network can do without is missing.</exception>
    /// <exception cref="ArgumentException">
    /// Too few jets are left for a network or for its closure, or there is nothing to learn from them.
    /// </exception>
    public JetNetworkDerivation(
        Table jets, int[] training, int[] validation, JetNetworkOptions options, ICalibration? input = null)
    {
        (_start, _options, _input) = (new(jets, input), options, input);
        (int[] matched, _) = options.Selection.Of(_start, training, null);
        Require(matched.Length, FewestRows, "training");
        Inputs = JetInputs.Fit(_start.Jets, matched, options.Spectrum.Of(_start.Jets, matched).Values, options);
        _inputs = Inputs.Apply(_start);
        (_training, TrainingCounts) = options.Selection.Of(_start, training, _inputs.IsUsable);
        (_validation, ValidationCounts) = options.Selection.Of(_start, validation, _inputs.IsUsable);
        Require(_training.Length, FewestRows, "training");
        Require(_validation.Length, 1, "validation");
        RequireClosure();
        Weights = options.Spectrum.Of(_start.Jets, Known);
    }

    /// <summary>The inputs, fitted on the training jets.</summary>
    public JetInputs Inputs { get; }

    /// <summary>What became of the training jets.</summary>
    public JetRowCounts TrainingCounts { get; }

    /// <summary>What became of the validation jets.</summary>
    public JetRowCounts ValidationCounts { get; }

    /// <summary>Weights of training and validation jets.</summary>
    public TrainingWeights Weights { get; }

    /// <summary>Inputs whose columns the table lacks, or which are missing in all training jets.</summary>
    public IReadOnlyList<string> AbsentFeatures =>
    [
        .. JetFeatures.All(_options.Kind, _options.FoldEta).Select(feature => feature.Name)
            .Except(Inputs.Jet.Features.Select(fitted => fitted.Feature.Name)),
    ];

    /// <summary>
    /// Trains one network, resuming from its checkpoint where there is one. Losses of the history are those of the
    /// target brought to spread 1.
    /// </summary>
    /// <param name="name">Name of the method.</param>
    /// <param name="network">
    /// The network; its target must be the logarithm. Layers over constituents are added, or left out, as the inputs
    /// ask.
    /// </param>
    /// <param name="options">How to train.</param>
    /// <param name="checkpointPath">Where the state of the training is kept; null for nowhere.</param>
    /// <param name="progress">Told after every epoch; may be null.</param>
    /// <param name="cancellation">Stops the training.</param>
    /// <exception cref="ArgumentException">
    /// The response itself as target, or a network that calibrates too few of the jets for the closure.
    /// </exception>
    public (JetNetworkCalibration Calibration, TrainingResult Result) Derive(
        string name, NetworkOptions network, TrainerOptions options, string? checkpointPath = null,
        IProgress<EpochReport>? progress = null, CancellationToken cancellation = default)
    {
        network = Completed(network);
        Network model = network.Plan.Create(Inputs.Width, options.Seed, Inputs.Constituents.Count);
        float[] targets = Targets(_training);
        var standard = StandardTarget.Of(targets, WeightsOf(_training), network.Plan);
        TrainingRows training = _inputs.Rows(_training, standard.Standard(targets), WeightsOf(_training));
        TrainingRows validation =
            _inputs.Rows(_validation, standard.Standard(Targets(_validation)), WeightsOf(_validation));
        TrainingResult result = Trainer.Fit(
            model, network.Plan.Loss, training, validation, options, checkpointPath, progress, cancellation);
        network = network with { Plan = standard.FoldInto(model, network.Plan) };
        var calibration = new JetNetworkCalibration
        {
            Name = name,
            Options = network,
            Inputs = Inputs,
            Network = model,
            Input = _input,
            Target = _options.Target,
            Threads = options.Threads,
        };
        calibration = calibration with { Closure = ClosureOf(calibration) };
        return (calibration with { Spread = SpreadOf(calibration) }, result);
    }

    /// <summary>The correction of the mean that a calibration of these jets needs.</summary>
    /// <param name="calibration">On the same inputs and starting scale; a closure that it has is ignored.</param>
    public ClosureSpline? ClosureOf(JetNetworkCalibration calibration)
    {
        if (_options.Closure is null)
        {
            return null;
        }

        Predictions predictions = (calibration with { Closure = null, Spread = null }).Apply(_start);
        return Sample.Closure(predictions, Known, _options.Closure);
    }

    // Validation jets only: of the others the network knows the answer.
    private SpreadScale? SpreadOf(JetNetworkCalibration calibration) => _options.ScaleSpread
        ? Sample.Spread(calibration.Apply(_start), _validation, JetsPerSpread)
        : null;

    private ClosureSample Sample => new(
        _start.Jets.Floats(JetColumns.Pt), _start.Jets.Floats(JetColumns.TruthPt),
        _start.Jets.Floats(JetColumns.DetectorEta));

    private int[] Known => [.. _training, .. _validation];

    private float[] WeightsOf(int[] rows) => [.. rows.Select(row => Weights.Values[row])];

    private float[] Targets(int[] rows)
    {
        float[] truth = _start.Jets.Floats(JetColumns.TruthPt);
        return _options.Target == JetTarget.TrueMomentum
            ? [.. rows.Select(row => (float)Math.Log10(truth[row]))]
            : [.. rows.Select(row => (float)Math.Log10((double)_start.Pt[row] / truth[row]))];
    }

    private NetworkOptions Completed(NetworkOptions network)
    {
        RequireLogarithm(network);
        DeepSetsOptions? sets = _options.Kind switch
        {
            JetNetworkKind.ParticleFlow => (network.Plan.Sets ?? new()) with { Kind = SetNetworkKind.ParticleFlow },
            JetNetworkKind.EnergyFlow =>
                (network.Plan.Sets ?? new()) with { Kind = SetNetworkKind.EnergyFlow, ShareColumn = 0 },
            _ => null,
        };
        return network with { Plan = network.Plan with { Sets = sets } };
    }

    // Known before the training, which may take hours.
    private void RequireClosure()
    {
        if (_options.Closure is { } closure)
        {
            float[] truth = _start.Jets.Floats(JetColumns.TruthPt);
            ClosureDerivation.Require(Known.Select(row => truth[row]), closure);
        }
    }

    private static void Require(int rows, int fewest, string part)
    {
        if (rows < fewest)
        {
            throw new ArgumentException($"{rows} usable {part} jets are fewer than the {fewest} a network needs.");
        }
    }

    private static void RequireLogarithm(NetworkOptions network)
    {
        if (network.Scale != ResponseScale.Log10)
        {
            throw new ArgumentException(
                "A jet network learns the logarithm of the response, which keeps it positive; found the scale "
                + $"{network.Scale}.");
        }
    }
}
