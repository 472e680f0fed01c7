using System.ComponentModel.DataAnnotations;
using Moliere.Reconstruction.TopoClusters;
using Moliere.Simulation.Detector.Description;
using Moliere.Simulation.Pileup;

namespace Moliere.Cli.Recipes.Clusters;

/// <summary>Overlaid collisions.</summary>
/// <source>Physics notes 5.4.</source>
internal sealed record PileupSection
{
    /// <summary>Mean number of interactions per bunch crossing over the sample.</summary>
    [Range(0.0, 300.0)]
    public double MeanMu { get; init; } = 36;

    /// <summary>Simulated minimum-bias collisions to draw from.</summary>
    [Range(1, 100_000)]
    public int Library { get; init; } = 500;

    /// <summary>In the words of the room that does the work.</summary>
    public PileupOptions ToOptions() => new() { MeanMu = MeanMu, LibrarySize = Library };
}

/// <summary>What may be changed about the calorimeter.</summary>
/// <source>Physics notes 5.1 to 5.3.</source>
internal sealed record DetectorSection
{
    /// <summary>
    /// Description of a detector, as 'moliere init detector' writes the shipped one; null takes that. The factors below
    /// come on top of its own.
    /// </summary>
    public string? File { get; init; }

    /// <summary>Factor on all dead material.</summary>
    [Range(0.0, 3.0)]
    public double DeadMaterial { get; init; } = 1;

    /// <summary>Factor on the electronic noise of every cell.</summary>
    [Range(0.0, 10.0)]
    public double Noise { get; init; } = 1;

    /// <summary>Factor on the ratio e/h of every layer.</summary>
    [Range(0.5, 2.0)]
    public double EOverH { get; init; } = 1;

    /// <summary>Factor on the sampling fluctuations.</summary>
    [Range(0.0, 5.0)]
    public double Sampling { get; init; } = 1;

    /// <summary>The detector with these factors.</summary>
    public DetectorDescription Describe() =>
        (File is { } path ? DetectorDescription.Read(path) : DetectorDescription.Default).With(new ResponseFactors
        {
            DeadMaterial = DeadMaterial,
            Noise = Noise,
            EOverH = EOverH,
            Sampling = Sampling,
        });
}

/// <summary>Thresholds of topological clustering in units of noise.</summary>
/// <source>arXiv:1603.02934 section 3.1; physics notes 1.1.</source>
internal sealed record ClusteringSection : IValidatableObject
{
    /// <summary>A cell above this |signal|/noise starts a cluster.</summary>
    [Range(1.0, 100.0)]
    public double Seed { get; init; } = 4;

    /// <summary>A neighbour above this joins and passes growth on.</summary>
    [Range(0.0, 100.0)]
    public double Grow { get; init; } = 2;

    /// <summary>A neighbour above this joins and stops.</summary>
    [Range(0.0, 100.0)]
    public double Boundary { get; init; }

    /// <summary>Energy that a local maximum must exceed [GeV].</summary>
    [Range(0.0, 1000.0)]
    public double LocalMaximum { get; init; } = 0.5;

    /// <summary>In the words of the room that does the work.</summary>
    public TopoClusterOptions ToOptions() => new()
    {
        SeedThreshold = Seed,
        GrowthThreshold = Grow,
        BoundaryThreshold = Boundary,
        MaximumEnergy = LocalMaximum,
    };

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        Grow > Seed ? RangeRule.Ordered(Grow, nameof(Grow), Seed, nameof(Seed))
        : Boundary > Grow ? RangeRule.Ordered(Boundary, nameof(Boundary), Grow, nameof(Grow))
        : [];
}

/// <summary>Which clusters count.</summary>
/// <source>Physics notes 1.3.</source>
internal sealed record SelectionSection
{
    /// <summary>Smallest transverse momentum of the anti-kt 0.4 jet a cluster belongs to [GeV].</summary>
    [Range(0.0, 10_000.0)]
    public double JetPtMin { get; init; } = 20;

    /// <summary>Largest absolute rapidity of that jet.</summary>
    [Range(0.1, 5.0)]
    public double JetRapidityMax { get; init; } = 2;

    /// <summary>Condition over the columns of the cluster table; energies in GeV, lengths in mm.</summary>
    public string Expression { get; init; } =
        "e_dep > 0.3 && e_em > 0.1 * e_dep && significance > 0 && lambda > 0 && rho > 0";
}
