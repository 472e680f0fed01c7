using System.ComponentModel.DataAnnotations;
using Moliere.Calibration.Neural.Taus;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Validation.Metrics.Taus;

namespace Moliere.Cli.Recipes.Taus;

/// <summary>Everything that decides the result of the tau energy scale study.</summary>
/// <source>Physics notes, section 3.</source>
internal sealed record TauRecipe : IValidatableObject, IFileReader
{
    /// <summary>
    /// What a quick look changes: few events with little pile-up, small trees and networks, few epochs; under half a
    /// minute.
    /// </summary>
    public static IReadOnlyList<string> Quick { get; } =
    [
        "source.events=3000", "pileup.library=60", "pileup.mean_mu=20", "lcw.events=600",
        "scales.rounds=15", "brt.rounds=60", "mdn.hidden=[32, 32]", "training.epochs=8", "training.batch_size=256",
        "validation.bootstrap=20", "validation.minimum_entries=20", "validation.importance_taus=1000",
    ];

    /// <summary>Study this recipe belongs to.</summary>
    public string Study { get; init; } = "taus";

    /// <summary>Seed of every random number; equal seeds give equal bytes for any number of threads.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Where the particles, or the taus, come from.</summary>
    public TauSourceSection Source { get; init; } = new();

    /// <summary>Which true taus of simulated events are looked for, and how they share crossings.</summary>
    public TauSampleSection Taus { get; init; } = new();

    /// <summary>Overlaid collisions.</summary>
    public PileupSection Pileup { get; init; } = new();

    /// <summary>Parametrised calorimeter.</summary>
    public DetectorSection Detector { get; init; } = new();

    /// <summary>Topological clustering.</summary>
    public ClusteringSection Clustering { get; init; } = new();

    /// <summary>Local weighting, which the energies of taus start from.</summary>
    public LcwSection Lcw { get; init; } = new();

    /// <summary>Which taus enter derivation and validation.</summary>
    public TauSelectionSection Selection { get; init; } = new();

    /// <summary>How crossings are dealt to training, validation and test; events where a table has none.</summary>
    public SplitSection Split { get; init; } = new() { Train = 0.55, Validation = 0.15, Test = 0.3 };

    /// <summary>Energy scales to derive and compare, in the order of the figures.</summary>
    public IReadOnlyList<TauMethod> Methods { get; init; } =
        [TauMethod.Lc, TauMethod.Calorimeter, TauMethod.Combined, TauMethod.Brt, TauMethod.Mdn];

    /// <summary>Decay modes, calorimeter-based and combined scale (methods calorimeter, combined).</summary>
    public TauScalesSection Scales { get; init; } = new();

    /// <summary>Boosted regression trees (methods brt and brt_gaussian).</summary>
    public TauTreesSection Brt { get; init; } = new();

    /// <summary>Mixture density network (method mdn).</summary>
    public TauMdnSection Mdn { get; init; } = new();

    /// <summary>How the network is fitted.</summary>
    public TrainingSection Training { get; init; } = new()
    {
        Epochs = TauNetworkOptions.Training.Epochs,
        BatchSize = TauNetworkOptions.Training.BatchSize,
        LearningRate = TauNetworkOptions.Training.LearningRate,
        WeightDecay = TauNetworkOptions.Training.Optimizer.WeightDecay,
        Patience = TauNetworkOptions.Training.Patience,
    };

    /// <summary>How figures and their intervals are made.</summary>
    public TauValidationSection Validation { get; init; } = new();

    /// <summary>
    /// What figures must reach, such as {metric: tau_scale, method: mdn, variable: pt_true, low: 20, max: 0.01}; a
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
        if (Study != "taus")
        {
            yield return new ValidationResult($"found study '{Study}', expected 'taus'.", [nameof(Study)]);
        }

        if (Methods.Count == 0)
        {
            yield return new ValidationResult("found no method, expected at least one.", [nameof(Methods)]);
        }

        if (Methods.Distinct().Count() != Methods.Count)
        {
            yield return new ValidationResult("found a method twice, expected each once.", [nameof(Methods)]);
        }

        string[] methods = [.. Methods.Select(method => RecipeText.Write(method, typeof(TauMethod)))];
        foreach (ValidationResult wrong in LimitRule.Unknown(Limits, nameof(Limits), methods, TauAxes.Variables))
        {
            yield return wrong;
        }
    }
}
