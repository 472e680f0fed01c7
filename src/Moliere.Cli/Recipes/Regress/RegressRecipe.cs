using System.ComponentModel.DataAnnotations;
using Moliere.Cli.Recipes.Clusters;

namespace Moliere.Cli.Recipes.Regress;

/// <summary>Everything that decides the result of a regression on a table.</summary>
/// <source>Physics notes, sections 1.4 and 1.5; architecture, section 5.</source>
internal sealed record RegressRecipe : IValidatableObject, IFileReader
{
    /// <summary>What a quick look changes: one split, small networks, few epochs.</summary>
    public static IReadOnlyList<string> Quick { get; } =
    [
        "source.rows=1500", "protocol.repetitions=1", "network.hidden=[32]", "training.epochs=60",
        "ensemble.members=5",
    ];

    /// <summary>Study this recipe belongs to.</summary>
    public string Study { get; init; } = "regress";

    /// <summary>Seed of every random number; equal seeds give equal bytes for any number of threads.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Where the table comes from.</summary>
    public TableSection Source { get; init; } = new();

    /// <summary>Column or expression to predict; needed with a file, y in the embedded sample.</summary>
    public string? Target { get; init; }

    /// <summary>Columns or expressions to predict it from; empty for all other columns of numbers.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>Column with the weights of the rows, null for equal ones.</summary>
    public string? Weight { get; init; }

    /// <summary>Condition that rows must meet to be used, such as "x1 > 0"; null for none.</summary>
    public string? Selection { get; init; }

    /// <summary>How rows are dealt to training, validation and test, and how often.</summary>
    public ProtocolSection Protocol { get; init; } = new();

    /// <summary>Methods to fit and compare, in the order of the figures.</summary>
    public IReadOnlyList<RegressMethod> Methods { get; init; } = RegressMethods.Standard;

    /// <summary>Shape and density of the networks.</summary>
    public NetworkSection Network { get; init; } = new();

    /// <summary>How networks are fitted.</summary>
    public TrainingSection Training { get; init; } = new()
    {
        Epochs = 200,
        BatchSize = 64,
        LearningRate = 0.005,
        Patience = 40,
    };

    /// <summary>The Bayesian network.</summary>
    public BayesianSection Bayesian { get; init; } = new();

    /// <summary>Ensembles, with and without repulsion.</summary>
    public EnsembleSection Ensemble { get; init; } = new();

    /// <summary>Figures that must be reached, or the exit code says so.</summary>
    public IReadOnlyList<LimitRule> Limits { get; init; } = [];

    /// <summary>Label on every figure.</summary>
    public string Label { get; init; } = "regression";

    /// <inheritdoc/>
    public IEnumerable<string> Files => new[] { Source.Input, Protocol.SplitsFile }.OfType<string>();

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Study != "regress")
        {
            yield return new ValidationResult($"found study '{Study}', expected 'regress'.", [nameof(Study)]);
        }

        if (Methods.Count == 0)
        {
            yield return new ValidationResult("found no method, expected at least one.", [nameof(Methods)]);
        }

        if (Methods.Distinct().Count() != Methods.Count)
        {
            yield return new ValidationResult("found a method twice, expected each once.", [nameof(Methods)]);
        }

        if (Features.Distinct().Count() != Features.Count)
        {
            yield return new ValidationResult("found a feature twice, expected each once.", [nameof(Features)]);
        }

        string[] methods = [.. Methods.Select(method => method.NameOf())];
        foreach (ValidationResult wrong in LimitRule.Unknown(Limits, nameof(Limits), methods, []))
        {
            yield return wrong;
        }
    }
}
