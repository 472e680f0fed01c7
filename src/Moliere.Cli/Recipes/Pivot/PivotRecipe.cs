using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Moliere.Data.Expressions;
using Moliere.Tagging.Pivot;

namespace Moliere.Cli.Recipes.Pivot;

/// <summary>Everything that decides the result of teaching classifiers not to know a nuisance.</summary>
/// <source>Louppe, Kagan, Cranmer, arXiv:1611.01046; physics notes, section 7a.</source>
internal sealed record PivotRecipe : IValidatableObject, IFileReader
{
    /// <summary>
    /// What a quick look changes: a short toy, few jets of many crossings, so that each part has some with
    /// pile-up and some without, one start.
    /// </summary>
    public static IReadOnlyList<string> Quick { get; } =
    [
        "toy.lambdas=[0, 50]", "toy.iterations=20", "toy.train_rows=10000", "toy.test_rows=10000",
        "toy.pretrain_classifier=20", "toy.pretrain_adversary=5", "source.events=600", "source.library=20",
        "source.events_per_crossing=6", "game.lambdas=[0, 10]", "game.starts=1", "game.iterations=200",
    ];

    /// <summary>Study this recipe belongs to.</summary>
    public string Study { get; init; } = "pivot";

    /// <summary>Seed of every random number; equal seeds give equal bytes for any number of threads.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The toy whose best classifiers are known.</summary>
    public PivotToySection Toy { get; init; } = new();

    /// <summary>Rows of two classes with a nuisance.</summary>
    public PivotSourceSection Source { get; init; } = new();

    /// <summary>The game over them.</summary>
    public PivotGameSection Game { get; init; } = new();

    /// <summary>Figures that must be reached, or the exit code says so.</summary>
    public IReadOnlyList<LimitRule> Limits { get; init; } = [];

    /// <summary>
    /// Label on figures of jets or of the table; null for "parametrised simulation", or the name of the table.
    /// </summary>
    public string? Label { get; init; }

    /// <summary>What is written on figures of jets or of the table.</summary>
    internal string Labelled =>
        Label ?? (Source.Input is { } input ? Path.GetFileName(input) : "parametrised simulation");

    /// <inheritdoc/>
    public IEnumerable<string> Files => Source.Input is { } input ? [input] : [];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Study != "pivot")
        {
            yield return new($"found study '{Study}', expected 'pivot'.", [nameof(Study)]);
        }

        if (Toy.Lambdas.Count == 0 && Source.Input is null && Source.Events == 0)
        {
            yield return new(
                "found neither toy.lambdas nor source.input nor source.events, expected one of them: there is nothing "
                + "to play.", [nameof(Toy)]);
        }

        if (Source.Features.FirstOrDefault(text => ColumnsOf(text).Intersect(ColumnsOf(Source.Target)).Any()) is
            { } known)
        {
            yield return new(
                $"found the feature '{known}', which is made of the target '{Source.Target}', expected features that "
                + "do not know the class.", [nameof(Source)]);
        }

        if (Source.Features.Count == 0 || Game.Lambdas.Count == 0)
        {
            yield return new("found no feature or no lambda, expected at least one.", [nameof(Source)]);
        }

        foreach (ValidationResult wrong in (ValidationResult[])[
            .. Rising("toy.lambdas", Toy.Lambdas, nameof(Toy)), .. Rising("game.lambdas", Game.Lambdas, nameof(Game)),
            .. Rising("game.ramp", Game.Ramp, nameof(Game))])
        {
            yield return wrong;
        }

        if (Game.Iterations % TablePivot.StepsPerEpoch != 0)
        {
            yield return new(
                $"found game.iterations={Game.Iterations}, expected a multiple of {TablePivot.StepsPerEpoch}.",
                [nameof(Game)]);
        }

        if (Game.Train + Game.Validation > 0.95)
        {
            yield return new(
                FormattableString.Invariant($"found game.train={Game.Train} and game.validation={Game.Validation}, ")
                + "expected a sum of 0.95 at most: the rest of the rows is for figures.", [nameof(Game)]);
        }

        (string Key, string? Text)[] texts =
        [
            ("target", Source.Target), ("nuisance", Source.Nuisance),
            .. Source.Features.Select(feature => ("features", (string?)feature)), ("group", Source.Group),
            ("selection", Source.Selection),
        ];
        foreach ((string key, string? text) in texts)
        {
            if (text is not null && ExpressionRule.Problem(text, wantsCondition: key == "selection") is { } problem)
            {
                yield return new($"source.{key}: {problem}", [nameof(Source)]);
            }
        }
    }

    // Of what is no expression, which is said on its own, none.
    private static IEnumerable<string> ColumnsOf(string text) =>
        ExpressionRule.Problem(text, wantsCondition: false) is null ? Expression.Parse(text).Columns : [];

    private static ValidationResult[] Rising(string key, IReadOnlyList<double> values, string section) =>
        values.Zip(values.Skip(1)).All(pair => pair.First < pair.Second) ? []
        : [new($"found {key}=["
            + string.Join(", ", values.Select(lambda => lambda.ToString(CultureInfo.InvariantCulture)))
            + "], expected rising numbers.", [section])];
}
