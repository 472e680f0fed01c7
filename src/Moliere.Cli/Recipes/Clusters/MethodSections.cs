using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Moliere.Cli.Recipes.Clusters;

/// <summary>Parts of the events, dealt by a hash of run and event number, never by cluster.</summary>
/// <source>Physics notes 1.3: 60/20/20.</source>
internal sealed record SplitSection : IValidatableObject
{
    // Three decimals typed by a person may miss 1 by rounding, never by more.
    private const double Tolerance = 1e-6;

    /// <summary>Part that fits the methods.</summary>
    [Range(0.01, 0.98)]
    public double Train { get; init; } = 0.6;

    /// <summary>Part that decides when training stops.</summary>
    [Range(0.01, 0.98)]
    public double Validation { get; init; } = 0.2;

    /// <summary>Part that every figure is made of.</summary>
    [Range(0.01, 0.98)]
    public double Test { get; init; } = 0.2;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        double sum = Train + Validation + Test;
        if (Math.Abs(sum - 1) > Tolerance)
        {
            string found = sum.ToString("0.######", CultureInfo.InvariantCulture);
            yield return new ValidationResult(
                $"train + validation + test is {found}, expected 1.",
                [nameof(Train), nameof(Validation), nameof(Test)]);
        }
    }
}

/// <summary>The samples the look-up tables are derived from.</summary>
/// <source>Physics notes 1.6.</source>
internal sealed record LcwSection
{
    /// <summary>Events of eight neutral and of eight charged single pions to simulate, each.</summary>
    [Range(100, 10_000_000)]
    public int Events { get; init; } = 4000;
}

/// <summary>Courses of the learning rate.</summary>
internal enum TrainingSchedule
{
    /// <summary>Always the same.</summary>
    Constant,

    /// <summary>Lowered at milestones.</summary>
    Step,

    /// <summary>Half a cosine down to zero.</summary>
    Cosine,

    /// <summary>Up, then down.</summary>
    OneCycle,
}

/// <summary>How networks are fitted.</summary>
internal sealed record TrainingSection
{
    /// <summary>Passes over the training rows at the most.</summary>
    [Range(1, 100_000)]
    public int Epochs { get; init; } = 60;

    /// <summary>Rows of one step.</summary>
    [Range(1, 1_000_000)]
    public int BatchSize { get; init; } = 1024;

    /// <summary>Peak learning rate.</summary>
    [Range(1e-8, 10.0)]
    public double LearningRate { get; init; } = 0.003;

    /// <summary>Course of the learning rate.</summary>
    public TrainingSchedule Schedule { get; init; } = TrainingSchedule.OneCycle;

    /// <summary>Step: epochs at whose end the learning rate falls, ascending.</summary>
    [Range(1, 100_000)]
    public IReadOnlyList<int> Milestones { get; init; } = [];

    /// <summary>Step: factor on the learning rate at each milestone.</summary>
    [Range(1e-6, 1.0)]
    public double StepFactor { get; init; } = 0.1;

    /// <summary>Epochs without a better validation loss after which training stops; 0 for never.</summary>
    [Range(0, 100_000)]
    public int Patience { get; init; } = 15;

    /// <summary>Largest global norm of the gradient; 0 for no limit.</summary>
    [Range(0.0, 1e6)]
    public double ClipNorm { get; init; } = 1;

    /// <summary>Decoupled weight decay per step, in units of the learning rate.</summary>
    [Range(0.0, 10.0)]
    public double WeightDecay { get; init; }
}

/// <summary>How figures are made.</summary>
internal sealed record ValidationSection
{
    /// <summary>Bootstrap replicas behind each 95 % interval; 0 gives no intervals.</summary>
    [Range(0, 10_000)]
    public int Bootstrap { get; init; } = 100;

    /// <summary>Figures are made of the first so many clusters of the test part, which are kept in memory.</summary>
    [Range(100, 100_000_000)]
    public int MostClusters { get; init; } = 1_000_000;

    /// <summary>Clusters below which a bin shows no value.</summary>
    [Range(2, 1_000_000)]
    public int MinimumEntries { get; init; } = 50;
}
