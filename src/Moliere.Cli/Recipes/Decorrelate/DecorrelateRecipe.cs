using System.ComponentModel.DataAnnotations;
using Moliere.Cli.Recipes.Boosted;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Cli.Studies.Decorrelate;
using Moliere.Data.Objects;
using Moliere.Simulation.Samples.Boosted;

namespace Moliere.Cli.Recipes.Decorrelate;

/// <summary>Everything that decides the result of making taggers of bosons independent of the jet mass.</summary>
/// <source>Physics notes, section 7b; ATL-PHYS-PUB-2018-014.</source>
internal sealed record DecorrelateRecipe : IValidatableObject, IFileReader
{
    /// <summary>What a quick look changes: few events, one network of each kind, short trainings.</summary>
    public static IReadOnlyList<string> Quick { get; } =
    [
        "source.events=1200", "source.pt_min=330", "source.pt_max=1050", "pileup.mean_mu=0", "pileup.library=1",
        "jets.pileup=never", "jets.pt_min=350", "jets.pt_max=1000",
        "split.train=0.5", "split.validation=0.2", "split.test=0.3", "percentile.cells=2", "trees.rounds=10",
        "trees.strengths=[0.3]",
        "network.epochs=8", "network.starts=1", "network.lambdas=[10]", "adversary.epochs=4",
        "adversary.pretraining=3", "adversary.lambdas=[10]", "validation.bootstrap=20",
    ];

    /// <summary>Study this recipe belongs to.</summary>
    public string Study { get; init; } = "decorrelate";

    /// <summary>Seed of every random number; equal seeds give equal bytes for any number of threads.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Where the jets come from.</summary>
    public BoostedSourceSection Source { get; init; } = new()
    {
        Events = 24_000,
        PtMin = 280,
        PtMax = 1300,
        BosonEvents = 1, // a dijet event has two jets, few of them as heavy
        Cycle = 4,
    };

    /// <summary>Which jets count.</summary>
    public BoostedSampleSection Jets { get; init; } = new()
    {
        EventsPerCrossing = 30,
        Pileup = BoostedPileup.Always,
        PtMin = 300,
        PtMax = 1200,
    };

    /// <summary>Masses in which taggers are made and judged.</summary>
    public DecorrelateMassSection Mass { get; init; } = new();

    /// <summary>Overlaid collisions of simulated events.</summary>
    public PileupSection Pileup { get; init; } = new();

    /// <summary>Parametrised calorimeter.</summary>
    public DetectorSection Detector { get; init; } = new();

    /// <summary>Topological clustering.</summary>
    public ClusteringSection Clustering { get; init; } = new();

    /// <summary>How crossings are dealt: to training, to stopping and cuts, and to all figures.</summary>
    public SplitSection Split { get; init; } = new() { Train = 0.5, Validation = 0.2, Test = 0.3 };

    /// <summary>Methods that are compared, in the order of figures.</summary>
    public IReadOnlyList<DecorrelateMethod> Methods { get; init; } = Enum.GetValues<DecorrelateMethod>();

    /// <summary>Variables that trees and networks see.</summary>
    public IReadOnlyList<string> Variables { get; init; } = BoostedJetColumns.Substructure;

    /// <summary>The percentile that the knn method subtracts.</summary>
    public DecorrelatePercentileSection Percentile { get; init; } = new();

    /// <summary>AdaBoost and uBoost.</summary>
    public DecorrelateTreesSection Trees { get; init; } = new();

    /// <summary>The network, plain and with distance correlation.</summary>
    public DecorrelateNetworkSection Network { get; init; } = new();

    /// <summary>The game of network and adversary.</summary>
    public DecorrelateAdversarySection Adversary { get; init; } = new();

    /// <summary>How figures are made.</summary>
    public DecorrelateValidationSection Validation { get; init; } = new();

    /// <summary>
    /// What figures must reach, such as {metric: inverse_jsd, method: css, min: 20}; a broken limit makes the exit code
    /// 1.
    /// </summary>
    public IReadOnlyList<LimitRule> Limits { get; init; } = [];

    /// <summary>Label on every figure.</summary>
    public string Label { get; init; } = "parametrised simulation";

    /// <inheritdoc/>
    public IEnumerable<string> Files => new[] { Source.Input, Detector.File }.OfType<string>().Concat(Source.Friends);

    /// <inheritdoc/>
    public IEnumerable<string> FilesBesideTable => Source.Friends;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Study != "decorrelate")
        {
            yield return new($"found study '{Study}', expected 'decorrelate'.", [nameof(Study)]);
        }

        if (Methods.Count == 0 || Methods.Distinct().Count() != Methods.Count)
        {
            yield return new("expected at least one method, each once.", [nameof(Methods)]);
        }

        if (Variables.Count == 0)
        {
            yield return new("found no variable; trees and networks need some.", [nameof(Variables)]);
        }

        foreach (ValidationResult wrong in LimitRule.Unknown(
            Limits, nameof(Limits), [.. DecorrelateNames.Of(this)], [BoostedJetColumns.Mass]))
        {
            yield return wrong;
        }
    }
}
