using System.ComponentModel.DataAnnotations;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Cli.Studies;
using Moliere.Cli.Studies.Displaced;
using Moliere.Validation.Metrics.Tagging;

namespace Moliere.Cli.Recipes.Displaced;

/// <summary>Everything that decides the result of the search for displaced jets.</summary>
/// <source>arXiv:2203.01009; physics notes on tagging, section 9.</source>
internal sealed record DisplacedRecipe : IValidatableObject, IFileReader
{
    /// <summary>What a quick look changes: few events, one seed, short trainings.</summary>
    public static IReadOnlyList<string> Quick { get; } =
    [
        "seeds=1", "sample.signal=800", "sample.qcd=900", "sample.beam_induced=500", "sample.control=400",
        "sample.events_per_crossing=20", "pileup.mean_mu=10", "pileup.library=30", "network.epochs=8",
        "network.points=[16]", "network.hidden=[32]", "network.batch_size=32", "adversary.epochs=2",
        "adversary.pretraining=1", "trees.rounds=30",
    ];

    /// <summary>Study this recipe belongs to.</summary>
    public string Study { get; init; } = "displaced";

    /// <summary>Seed of every random number; equal seeds give equal bytes for any number of threads.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Networks trained from different starting weights; figures are means with their spread.</summary>
    [Range(1, 100)]
    public int Seeds { get; init; } = 5;

    /// <summary>Tables of jets of one's own; without them jets are simulated.</summary>
    public DisplacedSourceSection Source { get; init; } = new();

    /// <summary>What is simulated.</summary>
    public DisplacedSampleSection Sample { get; init; } = new();

    /// <summary>Overlaid collisions.</summary>
    public PileupSection Pileup { get; init; } = new();

    /// <summary>Parametrised calorimeter of the simulation.</summary>
    public DetectorSection Detector { get; init; } = new();

    /// <summary>Topological clustering.</summary>
    public ClusteringSection Clustering { get; init; } = new();

    /// <summary>How events are dealt to trainings and to the test.</summary>
    public DisplacedSplitSection Split { get; init; } = new();

    /// <summary>The per-jet network.</summary>
    public DisplacedNetworkSection Network { get; init; } = new();

    /// <summary>The adversary that holds it to data.</summary>
    public DisplacedAdversarySection Adversary { get; init; } = new();

    /// <summary>Boosted trees of jets and of events.</summary>
    public DisplacedTreesSection Trees { get; init; } = new();

    /// <summary>Which events are kept before event trees, cuts and the plane.</summary>
    public DisplacedTriggerSection Trigger { get; init; } = new();

    /// <summary>The plane that counts background.</summary>
    public DisplacedPlaneSection Abcd { get; init; } = new();

    /// <summary>What figures must reach; a broken limit makes the exit code 1.</summary>
    public IReadOnlyList<LimitRule> Limits { get; init; } = [];

    /// <summary>Label on every figure.</summary>
    public string Label { get; init; } = "parametrised simulation";

    /// <inheritdoc/>
    public IEnumerable<string> Files => Source.Files.Concat(new[] { Detector.File }.OfType<string>());

    /// <summary>Detector and pile-up in the words of the simulation.</summary>
    public DetectorChoices Choices() =>
        new(Detector.Describe(), Pileup.ToOptions(), Clustering.ToOptions(), Seed);

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Study != "displaced")
        {
            yield return new($"found study '{Study}', expected 'displaced'.", [nameof(Study)]);
        }

        foreach (ValidationResult wrong in LimitRule.Unknown(
            Limits, nameof(Limits), DisplacedMethods.All, [DisplacedMetric.MassVariable, DisplacedMetric.SeedVariable]))
        {
            yield return wrong;
        }
    }
}
