using System.ComponentModel.DataAnnotations;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Validation.Metrics.Jets;

namespace Moliere.Cli.Recipes.Jets;

/// <summary>Everything that decides the result of the jet calibration study.</summary>
/// <source>Physics notes, section 2.</source>
internal sealed record JetRecipe : IValidatableObject, IFileReader
{
    /// <summary>
    /// What a quick look changes: few events with little pile-up, jets with neighbours too, small networks, few epochs;
    /// under half a minute.
    /// </summary>
    public static IReadOnlyList<string> Quick { get; } =
    [
        "source.events=450", "pileup.library=60", "pileup.mean_mu=20",
        "selection.expression=truth_pt > 10 && pt > 0 && truth_dr < 0.3", "split.train=0.65", "split.validation=0.1",
        "split.test=0.25", "training.epochs=8", "training.batch_size=128", "mlp.hidden=[32, 32]",
        "deepsets.constituent=[16, 16]", "deepsets.jet=[32]", "efn.constituent=[16, 16]", "efn.jet=[32]",
        "validation.bootstrap=20", "validation.minimum_entries=20",
    ];

    /// <summary>Study this recipe belongs to.</summary>
    public string Study { get; init; } = "jets";

    /// <summary>Seed of every random number; equal seeds give equal bytes for any number of threads.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Where the particles, or the jets, come from.</summary>
    public JetSourceSection Source { get; init; } = new();

    /// <summary>Which reconstructed jets of an event are kept.</summary>
    public JetSampleSection Jets { get; init; } = new();

    /// <summary>Overlaid collisions.</summary>
    public PileupSection Pileup { get; init; } = new();

    /// <summary>Parametrised calorimeter.</summary>
    public DetectorSection Detector { get; init; } = new();

    /// <summary>Topological clustering.</summary>
    public ClusteringSection Clustering { get; init; } = new();

    /// <summary>Which jets enter derivation and validation.</summary>
    public JetSelectionSection Selection { get; init; } = new();

    /// <summary>How events are dealt to training, validation and test.</summary>
    public SplitSection Split { get; init; } = new() { Train = 0.55, Validation = 0.15, Test = 0.3 };

    /// <summary>Calibrations to derive and compare, in the order of the figures.</summary>
    public IReadOnlyList<JetMethod> Methods { get; init; } = [.. Enum.GetValues<JetMethod>()];

    /// <summary>Spectrum, starting scale and final closure of all networks.</summary>
    public JetLearningSection Learning { get; init; } = new();

    /// <summary>How all networks are fitted.</summary>
    public TrainingSection Training { get; init; } = new()
    {
        // Lowest validation loss of deepsets on the default sample, among six settings.
        Epochs = 16,
        BatchSize = 256,
        LearningRate = 0.006,
        WeightDecay = 0.1,
    };

    /// <summary>Dense network over the global variables of a jet (method mlp).</summary>
    public JetMlpSection Mlp { get; init; } = new();

    /// <summary>Particle-flow network over the constituents of a jet and its globals (method deepsets).</summary>
    public JetSetSection Deepsets { get; init; } = new();

    /// <summary>Energy-flow network, safe against collinear splitting and soft additions (method efn).</summary>
    public JetSetSection Efn { get; init; } = new();

    /// <summary>How figures and their intervals are made.</summary>
    public JetValidationSection Validation { get; init; } = new();

    /// <summary>
    /// What figures must reach, such as {metric: jet_closure, method: gsc, variable: pt_true, low: 30, max: 0.01}; a
    /// broken limit makes the exit code 1.
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
        if (Study != "jets")
        {
            yield return new ValidationResult($"found study '{Study}', expected 'jets'.", [nameof(Study)]);
        }

        if (Methods.Count == 0)
        {
            yield return new ValidationResult("found no method, expected at least one.", [nameof(Methods)]);
        }

        if (Methods.Distinct().Count() != Methods.Count)
        {
            yield return new ValidationResult("found a method twice, expected each once.", [nameof(Methods)]);
        }

        string[] methods = [.. Methods.Select(method => RecipeText.Write(method, typeof(JetMethod)))];
        foreach (ValidationResult wrong in LimitRule.Unknown(Limits, nameof(Limits), methods, JetAxes.Variables))
        {
            yield return wrong;
        }
    }
}
