using System.ComponentModel.DataAnnotations;
using Moliere.Validation.Metrics;

namespace Moliere.Cli.Recipes.Clusters;

/// <summary>Everything that decides the result of the cluster calibration study.</summary>
/// <source>Physics notes, section 1; architecture, section 5.</source>
internal sealed record ClusterRecipe : IValidatableObject, IFileReader
{
    /// <summary>What a quick look changes: a small sample, small networks, few epochs; under half a minute.</summary>
    public static IReadOnlyList<string> Quick { get; } =
    [
        "source.events=300", "pileup.library=60", "lcw.events=200", "training.epochs=60",
        "training.learning_rate=0.003", "mlp.hidden=[32, 32]", "dnn.hidden=[32, 32]", "mdn.hidden=[32, 32]",
        "bnn.hidden=[32, 32]", "ensemble.hidden=[32, 32]", "ensemble.epochs=30", "ensemble.members=4",
        "learning_curve.fractions=[0.3]", "validation.bootstrap=20",
    ];

    /// <summary>Study this recipe belongs to.</summary>
    public string Study { get; init; } = "clusters";

    /// <summary>Seed of every random number; equal seeds give equal bytes for any number of threads.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Where the particles come from.</summary>
    public SourceSection Source { get; init; } = new();

    /// <summary>Overlaid collisions.</summary>
    public PileupSection Pileup { get; init; } = new();

    /// <summary>Parametrised calorimeter.</summary>
    public DetectorSection Detector { get; init; } = new();

    /// <summary>Topological clustering.</summary>
    public ClusteringSection Clustering { get; init; } = new();

    /// <summary>Which clusters enter derivation and validation.</summary>
    public SelectionSection Selection { get; init; } = new();

    /// <summary>How events are dealt to training, validation and test.</summary>
    public SplitSection Split { get; init; } = new();

    /// <summary>Look-up-table calibration.</summary>
    public LcwSection Lcw { get; init; } = new();

    /// <summary>Calibrations to derive and compare, in the order of the figures.</summary>
    public IReadOnlyList<ClusterMethod> Methods { get; init; } =
    [
        ClusterMethod.Em, ClusterMethod.Lcw, ClusterMethod.Dnn, ClusterMethod.Mdn, ClusterMethod.Bnn,
        ClusterMethod.Ensemble,
    ];

    /// <summary>How all networks are fitted; Bayesian network and ensembles have epochs of their own.</summary>
    public TrainingSection Training { get; init; } = new() { Epochs = 30, LearningRate = 0.01 };

    /// <summary>Network that predicts the mean logarithm of the response (method mlp).</summary>
    public MlpSection Mlp { get; init; } = new();

    /// <summary>Networks that predict the response alone (methods dnn and dnn_mape).</summary>
    public DnnSection Dnn { get; init; } = new();

    /// <summary>Mixture density network, which predicts the response and its spread.</summary>
    public MdnSection Mdn { get; init; } = new();

    /// <summary>Bayesian network, which also predicts what it does not know for lack of training data.</summary>
    public BnnSection Bnn { get; init; } = new();

    /// <summary>Ensembles of mixture density networks (methods ensemble and deep_ensemble).</summary>
    public EnsembleSection Ensemble { get; init; } = new();

    /// <summary>Uncertainty of the Bayesian network against the size of its training sample.</summary>
    public LearningCurveSection LearningCurve { get; init; } = new();

    /// <summary>How figures and their intervals are made.</summary>
    public ValidationSection Validation { get; init; } = new();

    /// <summary>
    /// What figures must reach, such as {metric: pull_width, method: mdn, min: 0.9, max: 1.1}; a broken limit makes the
    /// exit code 1.
    /// </summary>
    public IReadOnlyList<LimitRule> Limits { get; init; } = [];

    /// <summary>Label on every figure.</summary>
    public string Label { get; init; } = "parametrised simulation";

    /// <inheritdoc/>
    public IEnumerable<string> Files => new[] { Source.Input }.OfType<string>().Concat(FilesBesideTable);

    /// <inheritdoc/>
    public IEnumerable<string> FilesBesideTable => Source.Friends.Concat(new[] { Detector.File }.OfType<string>());

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Study != "clusters")
        {
            yield return new ValidationResult($"found study '{Study}', expected 'clusters'.", [nameof(Study)]);
        }

        if (Methods.Count == 0)
        {
            yield return new ValidationResult("found no method, expected at least one.", [nameof(Methods)]);
        }

        if (Methods.Distinct().Count() != Methods.Count)
        {
            yield return new ValidationResult("found a method twice, expected each once.", [nameof(Methods)]);
        }

        string[] methods = [.. Methods.Select(method => RecipeText.Write(method, typeof(ClusterMethod)))];
        foreach (ValidationResult wrong in LimitRule.Unknown(Limits, nameof(Limits), methods, ClusterAxes.Variables))
        {
            yield return wrong;
        }
    }
}

/// <summary>The calibrations of the study.</summary>
internal enum ClusterMethod
{
    /// <summary>Electromagnetic scale: no correction.</summary>
    Em,

    /// <summary>Local cell weighting by look-up tables.</summary>
    Lcw,

    /// <summary>Plain network regression of the logarithm of the response.</summary>
    Mlp,

    /// <summary>Deterministic network with the leaky Gaussian kernel, which seeks the mode of the response.</summary>
    Dnn,

    /// <summary>Deterministic network with the absolute relative error.</summary>
    DnnMape,

    /// <summary>Mixture density network.</summary>
    Mdn,

    /// <summary>Bayesian network.</summary>
    Bnn,

    /// <summary>Repulsive ensemble of mixture density networks.</summary>
    Ensemble,

    /// <summary>Ensemble of independently trained mixture density networks.</summary>
    DeepEnsemble,
}
