using System.ComponentModel.DataAnnotations;
using Moliere.Cli.Recipes.Clusters;

namespace Moliere.Cli.Recipes.Simulation;

/// <summary>Everything that decides the result of the comparison of generator and detector with references.</summary>
/// <source>Physics notes, sections 5.1 to 5.6.</source>
internal sealed record SimulationRecipe : IValidatableObject, IFileReader
{
    /// <summary>What a quick look changes: few events, and little pile-up.</summary>
    public static IReadOnlyList<string> Quick { get; } =
    [
        "events.electron_positron=400", "events.dijets=700", "events.minimum_bias=400", "events.ditau=500",
        "events.particles=40", "events.collisions=4", "events.mu=[0, 20]", "pileup.library=60",
    ];

    /// <summary>Study this recipe belongs to.</summary>
    public string Study { get; init; } = "simulation";

    /// <summary>Seed of every random number; equal seeds give equal bytes for any number of threads.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>What is compared, in the order of the report.</summary>
    public IReadOnlyList<SimulationTopic> Topics { get; init; } = Enum.GetValues<SimulationTopic>();

    /// <summary>How many events are made.</summary>
    public EventsSection Events { get; init; } = new();

    /// <summary>Overlaid collisions; their mean decides the noise that clusters are found over.</summary>
    public PileupSection Pileup { get; init; } = new() { Library = 200 };

    /// <summary>What may be changed about the calorimeter.</summary>
    public DetectorSection Detector { get; init; } = new();

    /// <summary>Figures that must be reached, or the exit code says so.</summary>
    public IReadOnlyList<LimitRule> Limits { get; init; } = [];

    /// <summary>Label on every figure.</summary>
    public string Label { get; init; } = "parametrised simulation";

    /// <inheritdoc/>
    public IEnumerable<string> Files => new[] { Detector.File }.OfType<string>();

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Study != "simulation")
        {
            yield return new ValidationResult($"found study '{Study}', expected 'simulation'.", [nameof(Study)]);
        }

        if (Topics.Count == 0)
        {
            yield return new ValidationResult("found no topic, expected at least one.", [nameof(Topics)]);
        }
    }
}

/// <summary>A part of the simulation with references of its own.</summary>
internal enum SimulationTopic
{
    /// <summary>Hadrons from electron and positron at the Z resonance: shower and strings.</summary>
    ElectronPositron,

    /// <summary>Jets of particles at 13 TeV.</summary>
    Jets,

    /// <summary>Inelastic collisions at 13 TeV, the stuff of pile-up.</summary>
    MinimumBias,

    /// <summary>Decays of taus.</summary>
    Taus,

    /// <summary>Single particles in the calorimeter.</summary>
    Particles,

    /// <summary>Clusters of noise and pile-up.</summary>
    Pileup,
}

/// <summary>Numbers of events; errors fall with their square root.</summary>
internal sealed record EventsSection : IValidatableObject
{
    /// <summary>Annihilations of an electron and a positron.</summary>
    [Range(2, 10_000_000)]
    public int ElectronPositron { get; init; } = 5000;

    /// <summary>Dijet events.</summary>
    [Range(2, 10_000_000)]
    public int Dijets { get; init; } = 8000;

    /// <summary>Inelastic collisions.</summary>
    [Range(2, 10_000_000)]
    public int MinimumBias { get; init; } = 4000;

    /// <summary>Pairs of taus.</summary>
    [Range(2, 10_000_000)]
    public int Ditau { get; init; } = 6000;

    /// <summary>Single particles of each kind and energy.</summary>
    [Range(2, 1_000_000)]
    public int Particles { get; init; } = 500;

    /// <summary>Crossings at each number of collisions.</summary>
    [Range(2, 1_000_000)]
    public int Collisions { get; init; } = 40;

    /// <summary>Mean numbers of collisions per crossing at which clusters are counted.</summary>
    [Range(0.0, 300.0)]
    public IReadOnlyList<double> Mu { get; init; } = [0, 10, 20, 40, 60];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Mu.Count == 0 || Mu.Zip(Mu.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            yield return new($"found [{string.Join(", ", Mu)}], expected rising numbers.", [nameof(Mu)]);
        }
    }
}
