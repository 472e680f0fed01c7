using System.ComponentModel.DataAnnotations;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Cli.Recipes.Jets;

namespace Moliere.Cli.Recipes.JetsInsitu;

/// <summary>Everything that decides the result of training jets on data through the balance of dijets.</summary>
/// <source>Physics notes, sections 2.2 to 2.5.</source>
internal sealed record InsituRecipe : IValidatableObject, IFileReader
{
    /// <summary>
    /// What a quick look changes: few events without pile-up, a loose selection, short trainings, few replicas.
    /// </summary>
    public static IReadOnlyList<string> Quick { get; } =
    [
        "source.events=900", "data.source.events=900", "pileup.mean_mu=0", "pileup.library=1",
        "selection.eta_min=0", "selection.eta_max=1.3", "jets.slice_eta_min=0", "jets.slice_eta_max=1.5",
        "jets.slice_pt_min=1250", "jets.slice_pt_max=3600", "selection.pt_min=1400", "selection.pt_max=3200",
        "split.train=0.4", "split.validation=0.35",
        "split.test=0.25", "training.epochs=12", "validation.bootstrap=20",
        "validation.minimum_entries=20", "validation.pt_bins=2",
    ];

    /// <summary>Study this recipe belongs to.</summary>
    public string Study { get; init; } = "jets-insitu";

    /// <summary>Seed of every random number; equal seeds give equal bytes for any number of threads.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The simulation with truth that the network is trained on: particles, or a table of jets.</summary>
    public JetSourceSection Source { get; init; } = InsituDataSection.Slice;

    /// <summary>The data that it is tuned on, whose truth nothing but figures looks at.</summary>
    public InsituDataSection Data { get; init; } = new();

    /// <summary>Which reconstructed jets of simulated events are kept, and which events are simulated at all.</summary>
    public JetSampleSection Jets { get; init; } = new()
    {
        SlicePtMin = 1600,
        SlicePtMax = 2700,
        SliceEtaMin = 0.15,
        SliceEtaMax = 0.75,
    };

    /// <summary>Overlaid collisions.</summary>
    public PileupSection Pileup { get; init; } = new();

    /// <summary>Parametrised calorimeter of the simulation.</summary>
    public DetectorSection Detector { get; init; } = new();

    /// <summary>Topological clustering.</summary>
    public ClusteringSection Clustering { get; init; } = new();

    /// <summary>Which events are dijets.</summary>
    public DijetSection Selection { get; init; } = new();

    /// <summary>How events are dealt to training, validation and test.</summary>
    public SplitSection Split { get; init; } = new() { Train = 0.5, Validation = 0.2, Test = 0.3 };

    /// <summary>The network.</summary>
    public InsituNetworkSection Network { get; init; } = new();

    /// <summary>How the network is trained on simulation.</summary>
    public TrainingSection Training { get; init; } = new() { Epochs = 40, LearningRate = 0.003 };

    /// <summary>How it is tuned on data.</summary>
    public InsituTuningSection Insitu { get; init; } = new();

    /// <summary>How figures and their intervals are made.</summary>
    public InsituValidationSection Validation { get; init; } = new();

    /// <summary>
    /// What figures must reach, such as {metric: asymmetry_width, method: insitu, max: 0.1}; a broken limit makes the
    /// exit code 1.
    /// </summary>
    public IReadOnlyList<LimitRule> Limits { get; init; } = [];

    /// <summary>Label on every figure.</summary>
    public string Label { get; init; } = "parametrised simulation";

    /// <inheritdoc/>
    public IEnumerable<string> Files => new[] { Source.Input, Data.Source.Input, Detector.File, Data.Detector.File }
        .OfType<string>().Concat(Source.Friends).Concat(Data.Source.Friends);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Study != "jets-insitu")
        {
            yield return new($"found study '{Study}', expected 'jets-insitu'.", [nameof(Study)]);
        }

        foreach (ValidationResult wrong in SliceMargin.Missing(this))
        {
            yield return wrong;
        }

        string[] methods = [InsituMethods.Input, InsituMethods.Likelihood, InsituMethods.Tuned,
            .. Insitu.Modes.Select(InsituMethods.NameOf)];
        foreach (ValidationResult wrong in LimitRule.Unknown(Limits, nameof(Limits), methods, ["pt_avg"]))
        {
            yield return wrong;
        }
    }
}
