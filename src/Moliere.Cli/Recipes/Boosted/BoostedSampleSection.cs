using System.ComponentModel.DataAnnotations;
using Moliere.Simulation.Samples.Boosted;

namespace Moliere.Cli.Recipes.Boosted;

/// <summary>Which large-radius jets of simulated events are kept, and how they share crossings.</summary>
/// <source>ATLAS, arXiv:1808.07858, section 4; ATL-PHYS-PUB-2018-014, section 3.</source>
internal sealed record BoostedSampleSection : IValidatableObject
{
    private static readonly BoostedSampleOptions s_defaults = new();

    /// <summary>
    /// Hard collisions that are put into one simulated crossing, one after the other: they share its pile-up and noise,
    /// at other places of it. Crossings are what is dealt to training and test.
    /// </summary>
    [Range(1, 10_000)]
    public int EventsPerCrossing { get; init; } = 40;

    /// <summary>Which crossings have pile-up: always, never, or both (every second one).</summary>
    public BoostedPileup Pileup { get; init; } = s_defaults.Pileup;

    /// <summary>Radius parameter R of the anti-kt jets.</summary>
    [Range(0.4, 1.5)]
    public double Radius { get; init; } = s_defaults.Radius;

    /// <summary>Radius of the kt subjets of trimming.</summary>
    [Range(0.05, 1.0)]
    public double TrimRadius { get; init; } = s_defaults.Trimming.SubjetRadius;

    /// <summary>Smallest share of the jet's transverse momentum that a subjet must have.</summary>
    [Range(0.0, 1.0)]
    public double TrimFraction { get; init; } = s_defaults.Trimming.MinimumFraction;

    /// <summary>Lowest transverse momentum of a trimmed jet [GeV].</summary>
    [Range(50.0, 5000.0)]
    public double PtMin { get; init; } = s_defaults.PtMin;

    /// <summary>Transverse momentum that a trimmed jet must be below [GeV].</summary>
    [Range(60.0, 10_000.0)]
    public double PtMax { get; init; } = s_defaults.PtMax;

    /// <summary>Largest |eta| of a trimmed jet.</summary>
    [Range(0.1, 3.0)]
    public double EtaMax { get; init; } = s_defaults.EtaMax;

    /// <summary>Largest distance of a jet to its jet of particles, and of that to a boson.</summary>
    [Range(0.1, 1.5)]
    public double MatchRadius { get; init; } = s_defaults.MatchRadius;

    /// <summary>Clusters within this distance of a jet of particles are reconstructed.</summary>
    [Range(1.0, 3.0)]
    public double WindowRadius { get; init; } = s_defaults.WindowRadius;

    /// <summary>In the words of the room that makes the sample.</summary>
    public BoostedSampleOptions ToOptions() => s_defaults with
    {
        Pileup = Pileup,
        Radius = Radius,
        Trimming = new() { SubjetRadius = TrimRadius, MinimumFraction = TrimFraction },
        PtMin = PtMin,
        PtMax = PtMax,
        EtaMax = EtaMax,
        MatchRadius = MatchRadius,
        WindowRadius = WindowRadius,
    };

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        RangeRule.Ordered(PtMin, nameof(PtMin), PtMax, nameof(PtMax));
}
