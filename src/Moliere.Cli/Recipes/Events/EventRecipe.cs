using System.ComponentModel.DataAnnotations;
using Moliere.Cli.Recipes.Clusters;

namespace Moliere.Cli.Recipes.Events;

/// <summary>How far an event is taken.</summary>
internal enum EventLevel
{
    /// <summary>Generated particles and jets of them.</summary>
    Truth,

    /// <summary>Clusters and jets in the detector too.</summary>
    Reco,
}

/// <summary>Everything that decides the result of a simulation of whole events.</summary>
/// <source>Physics notes, section 5; architecture, section 5.</source>
internal sealed record EventRecipe : IValidatableObject, IFileReader
{
    /// <summary>What a quick look changes: few events, few overlaid collisions.</summary>
    public static IReadOnlyList<string> Quick { get; } = ["source.events=50", "pileup.library=60"];

    /// <summary>Study this recipe belongs to.</summary>
    public string Study { get; init; } = "events";

    /// <summary>Seed of every random number; equal seeds give equal bytes for any number of threads.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Where the particles come from.</summary>
    public EventSourceSection Source { get; init; } = new();

    /// <summary>How far events are taken: truth for generated particles alone, reco for the detector too.</summary>
    public EventLevel Level { get; init; } = EventLevel.Reco;

    /// <summary>Jets of particles and of clusters.</summary>
    public EventJetSection Jets { get; init; } = new();

    /// <summary>Overlaid collisions.</summary>
    public PileupSection Pileup { get; init; } = new();

    /// <summary>Parametrised calorimeter.</summary>
    public DetectorSection Detector { get; init; } = new();

    /// <summary>Topological clustering.</summary>
    public ClusteringSection Clustering { get; init; } = new();

    /// <summary>Files beside tables/events.table: csv for numbers per event, root with all lists.</summary>
    public IReadOnlyList<TableFormat> Formats { get; init; } = [];

    /// <summary>Title of a tree.</summary>
    public string Label { get; init; } = "parametrised simulation";

    /// <inheritdoc/>
    public IEnumerable<string> Files => new[] { Source.Input, Detector.File }.OfType<string>();

    /// <inheritdoc/>
    public IEnumerable<string> FilesBesideTable => [];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => Study == "events"
        ? []
        : [new ValidationResult($"found study '{Study}', expected 'events'.", [nameof(Study)])];
}

/// <summary>Where the particles of events come from: a generator or a file.</summary>
internal sealed record EventSourceSection : ProcessSection
{
    /// <summary>File of generated events instead of the process; null takes the embedded generator.</summary>
    public string? Input { get; init; }

    /// <summary>Events to make; with an input file, at most so many are read.</summary>
    [Range(1, 2_000_000_000)]
    public int Events { get; init; } = 1000;
}

/// <summary>Anti-kt jets.</summary>
/// <source>arXiv:0802.1189.</source>
internal sealed record EventJetSection
{
    /// <summary>Radius parameter R.</summary>
    [Range(0.1, 1.5)]
    public double Radius { get; init; } = 0.4;

    /// <summary>Lowest transverse momentum of jets of particles [GeV].</summary>
    [Range(0.0, 10_000.0)]
    public double TruthPtMin { get; init; } = 7;

    /// <summary>Lowest transverse momentum of jets of clusters at EM scale [GeV].</summary>
    [Range(0.0, 10_000.0)]
    public double PtMin { get; init; } = 7;
}
