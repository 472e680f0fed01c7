using System.ComponentModel.DataAnnotations;
using Moliere.Tagging.Inference;

namespace Moliere.Cli.Recipes.Inferno;

/// <summary>Everything that decides the result of learning summaries by the uncertainty they promise.</summary>
/// <source>de Castro and Dorigo, arXiv:1806.04743; physics notes, section 7c.</source>
internal sealed record InfernoRecipe : IValidatableObject
{
    /// <summary>What a quick look changes: two benchmarks, few events, few epochs.</summary>
    public static IReadOnlyList<string> Quick { get; } =
    [
        "benchmarks=[B0, B2]", "sample.training=10000", "sample.validation=5000", "sample.test=40000",
        "training.epochs=6", "training.batch_events=250",
    ];

    /// <summary>Study this recipe belongs to.</summary>
    public string Study { get; init; } = "inferno";

    /// <summary>Seed of every random number; equal seeds give equal bytes for any number of threads.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Networks per benchmark from different starts; figures are means, errors their spread.</summary>
    [Range(1, 100)]
    public int Starts { get; init; } = 1;

    /// <summary>
    /// Benchmarks: B0 none, B1 shift, B2 shift and rate, B3 both constrained, B4 the background count too.
    /// </summary>
    public IReadOnlyList<string> Benchmarks { get; init; } = [.. InferenceBenchmark.All.Select(known => known.Name)];

    /// <summary>How many events are drawn.</summary>
    public InfernoSampleSection Sample { get; init; } = new();

    /// <summary>The summary and the network that makes it.</summary>
    public InfernoSummarySection Summary { get; init; } = new();

    /// <summary>How the networks are fitted.</summary>
    public InfernoTrainingSection Training { get; init; } = new();

    /// <summary>Figures that must be reached, or the exit code says so.</summary>
    public IReadOnlyList<LimitRule> Limits { get; init; } = [];

    /// <summary>Label on every figure.</summary>
    public string Label { get; init; } = "synthetic mixture";

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Study != "inferno")
        {
            yield return new($"found study '{Study}', expected 'inferno'.", [nameof(Study)]);
        }

        string[] known = [.. InferenceBenchmark.All.Select(benchmark => benchmark.Name)];
        if (Benchmarks.Count == 0 || Benchmarks.Distinct().Count() != Benchmarks.Count
            || Benchmarks.Except(known).Any())
        {
            yield return new(
                $"found [{string.Join(", ", Benchmarks)}], expected some of {string.Join(", ", known)}, each once.",
                [nameof(Benchmarks)]);
        }

        if (Training.BatchEvents > Sample.Training)
        {
            yield return new(
                $"batch_events is {Training.BatchEvents}, expected at most the {Sample.Training} events to learn from.",
                [nameof(Training)]);
        }
    }
}
