using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Moliere.Learning.Adversaries;
using Moliere.Tagging.Decorrelation;

namespace Moliere.Cli.Recipes.Decorrelate;

/// <summary>Masses of jets [GeV].</summary>
/// <source>ATL-PHYS-PUB-2018-014, section 3.</source>
internal sealed record DecorrelateMassSection : IValidatableObject
{
    /// <summary>Lower end of the range in which taggers are made independent of the mass [GeV].</summary>
    [Range(1.0, 1000.0)]
    public double Min { get; init; } = 50;

    /// <summary>Upper end of the range; jets outside of it are left out [GeV].</summary>
    [Range(2.0, 5000.0)]
    public double Max { get; init; } = 300;

    /// <summary>Lower end of the window around the boson in which rejection is quoted too [GeV].</summary>
    [Range(1.0, 1000.0)]
    public double WindowMin { get; init; } = 60;

    /// <summary>Upper end of the window [GeV].</summary>
    [Range(2.0, 5000.0)]
    public double WindowMax { get; init; } = 100;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
    [
        .. RangeRule.Ordered(Min, nameof(Min), Max, nameof(Max)),
        .. RangeRule.Ordered(WindowMin, nameof(WindowMin), WindowMax, nameof(WindowMax)),
    ];
}

/// <summary>AdaBoost and uBoost.</summary>
/// <source>Physics notes, section 7b.</source>
internal sealed record DecorrelateTreesSection
{
    /// <summary>Trees.</summary>
    [Range(1, 100_000)]
    public int Rounds { get; init; } = 200;

    /// <summary>Splits between root and leaf.</summary>
    [Range(1, 64)]
    public int Depth { get; init; } = 20;

    /// <summary>Factor on the vote of a tree.</summary>
    [Range(1e-6, 1.0)]
    public double LearningRate { get; init; } = 0.5;

    /// <summary>Smallest share of all weight in a leaf.</summary>
    [Range(0.0, 0.5)]
    public double LeastLeafShare { get; init; } = 0.01;

    /// <summary>Strengths alpha of uBoost, rising; each is a method.</summary>
    [Range(1e-6, 1000.0)]
    public IReadOnlyList<double> Strengths { get; init; } = [0.01, 0.1, 0.3, 0.5, 3];

    /// <summary>Share of background below the cut at which uBoost makes its efficiency uniform.</summary>
    [Range(0.001, 0.999)]
    public double TargetEfficiency { get; init; } = 0.92;
}

/// <summary>The percentile of D2 that the knn method subtracts.</summary>
/// <source>Physics notes, section 7b.</source>
internal sealed record DecorrelatePercentileSection
{
    private static readonly PercentileOptions s_defaults = new();

    /// <summary>Share of background that passes at 0.</summary>
    [Range(0.001, 0.999)]
    public double Share { get; init; } = s_defaults.Share;

    /// <summary>
    /// Cells along each axis of the grid in ln(m²/pT²) and pT; those with 20 jets or fewer are left out.
    /// </summary>
    [Range(1, 1000)]
    public int Cells { get; init; } = s_defaults.Cells;
}

/// <summary>The network, plain and with distance correlation.</summary>
internal sealed record DecorrelateNetworkSection
{
    private static readonly NetworkOptions s_defaults = new();

    /// <summary>Units of each hidden layer, each behind a batch normalisation.</summary>
    [Range(1, 4096)]
    public IReadOnlyList<int> Hidden { get; init; } = s_defaults.Tagger.Hidden;

    /// <summary>Passes over the training jets.</summary>
    [Range(1, 100_000)]
    public int Epochs { get; init; } = s_defaults.Training.Epochs;

    /// <summary>Jets of one step; a distance correlation wants some thousands.</summary>
    [Range(64, 1_000_000)]
    public int BatchSize { get; init; } = s_defaults.Training.BatchSize;

    /// <summary>Peak learning rate.</summary>
    [Range(1e-8, 10.0)]
    public double LearningRate { get; init; } = s_defaults.Training.LearningRate;

    /// <summary>Networks of each kind from different starts; figures are means, the spread enters the errors.</summary>
    [Range(1, 100)]
    public int Starts { get; init; } = 3;

    /// <summary>Weights of the distance correlation, rising; each is a method.</summary>
    [Range(1e-6, 1e6)]
    public IReadOnlyList<double> Lambdas { get; init; } = [1, 3, 10, 30, 100];
}

/// <summary>The game of network and adversary.</summary>
internal sealed record DecorrelateAdversarySection : IValidatableObject
{
    private static readonly NetworkOptions s_defaults = new();

    /// <summary>Whether the players move in turn, or at once by gradient reversal.</summary>
    public GameMode Mode { get; init; } = s_defaults.Mode;

    /// <summary>Units of the adversary's hidden layer.</summary>
    [Range(1, 4096)]
    public int Units { get; init; } = s_defaults.AdversaryUnits;

    /// <summary>Densities of its mixture.</summary>
    [Range(1, 64)]
    public int Components { get; init; } = s_defaults.Components;

    /// <summary>Passes over the training jets for each lambda.</summary>
    [Range(1, 100_000)]
    public int Epochs { get; init; } = s_defaults.GameEpochs;

    /// <summary>
    /// Epochs without a better one after which a lambda is done with; 0 for never. Better, and kept in the end, is what
    /// sculpts validation jets less beyond chance or, where both are within chance, has the lower cross-entropy.
    /// </summary>
    [Range(0, 100_000)]
    public int Patience { get; init; } = s_defaults.Patience;

    /// <summary>Updates of the adversary before each of the network, where they move in turn.</summary>
    [Range(1, 10_000)]
    public int Steps { get; init; } = s_defaults.AdversarySteps;

    /// <summary>Passes over background jets that the adversary makes first.</summary>
    [Range(0, 10_000)]
    public int Pretraining { get; init; } = s_defaults.AdversaryPretraining;

    /// <summary>Learning rate of the network in the game.</summary>
    [Range(1e-8, 1.0)]
    public double NetworkRate { get; init; } = s_defaults.GameRate;

    /// <summary>Learning rate of the adversary.</summary>
    [Range(1e-8, 1.0)]
    public double AdversaryRate { get; init; } = s_defaults.AdversaryRate;

    /// <summary>
    /// What the network pays for each nat that the adversary gains, rising; each is a method that starts from the
    /// network of the one before.
    /// </summary>
    [Range(1e-6, 1e6)]
    public IReadOnlyList<double> Lambdas { get; init; } = [1, 3, 10, 30, 100];

    /// <summary>Smaller lambdas that are played before the first, rising, and are no methods.</summary>
    [Range(1e-6, 1e6)]
    public IReadOnlyList<double> Ramp { get; init; } = [];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        double[] all = [.. Ramp, .. Lambdas];
        return all.Zip(all.Skip(1)).Any(pair => !(pair.First < pair.Second))
            ? [new($"found {string.Join(", ", all.Select(lambda => lambda.ToString(CultureInfo.InvariantCulture)))}, "
                + "expected rising numbers, those of the ramp first: each goes on from the one before.",
                [nameof(Lambdas)])]
            : [];
    }
}

/// <summary>How figures are made.</summary>
internal sealed record DecorrelateValidationSection
{
    /// <summary>Bootstrap replicas behind each 95 % interval; 0 gives no intervals.</summary>
    [Range(0, 10_000)]
    public int Bootstrap { get; init; } = 50;

    /// <summary>Bins of the mass between its ends, by which passing and failing background are compared.</summary>
    [Range(2, 1000)]
    public int MassBins { get; init; } = 50;
}
