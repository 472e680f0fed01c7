using Moliere.Cli.Recipes;
using Moliere.Cli.Recipes.Displaced;
using Moliere.Cli.Recipes.Inferno;
using Moliere.Cli.Recipes.Regress;
using Moliere.Cli.Studies;
using Moliere.Formats.Tables.Parts;

namespace Moliere.Cli.Commands;

/// <summary>A value of the recipe that an option of its own sets.</summary>
/// <param name="Key">Dotted key.</param>
/// <param name="Text">The value as a recipe would have it.</param>
/// <param name="Option">The option, for messages.</param>
internal sealed record OptionValue(string Key, string Text, string Option);

/// <summary>A study command as ordered on the command line.</summary>
internal sealed record StudyOrder
{
    /// <summary>The verb.</summary>
    public required StudyVerb Verb { get; init; }

    /// <summary>Shipped recipe or file.</summary>
    public required string Recipe { get; init; }

    /// <summary>Seed instead of the recipe's.</summary>
    public ulong? Seed { get; init; }

    /// <summary>Threads, at least 1.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>Dotted assignments in the order given; later ones win.</summary>
    public IReadOnlyList<string> Set { get; init; } = [];

    /// <summary>Values that options of the verb stand for, applied before <see cref="Set"/>.</summary>
    public IReadOnlyList<OptionValue> Values { get; init; } = [];

    /// <summary>Folder for the results; null for the verb's own.</summary>
    public string? Out { get; init; }

    /// <summary>Whether another run in the folder may be replaced.</summary>
    public bool Force { get; init; }

    /// <summary>Whether the result is printed as JSON.</summary>
    public bool Json { get; init; }

    /// <summary>Whether the recipe's quick variant is meant.</summary>
    public bool Quick { get; init; }

    /// <summary>File instead of the recipe's source.</summary>
    public string? Input { get; init; }

    /// <summary>Column or expression to predict; of the study regress.</summary>
    public string? Target { get; init; }

    /// <summary>Columns or expressions to predict it from; of the study regress.</summary>
    public IReadOnlyList<string>? Features { get; init; }

    /// <summary>Table for train and validate.</summary>
    public string? Table { get; init; }

    /// <summary>Trained methods for validate.</summary>
    public string? Models { get; init; }

    /// <summary>Which share of the events; for simulate.</summary>
    public Shard Shard { get; init; } = Shard.Whole;

    /// <summary>Folders to join; for merge.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>Whether blocks may be missing from the parts.</summary>
    public bool IsPartial { get; init; }

    /// <summary>The recipe with quick variant, seed, input and assignments applied, in this order, and bound.</summary>
    /// <exception cref="RecipeException">A value is wrong, wherever it came from.</exception>
    public (ShippedRecipe Study, object Recipe) Resolve()
    {
        (ShippedRecipe study, RecipeMap tree) = RecipeSource.Read(Recipe);
        foreach (string assignment in Quick ? study.Quick : [])
        {
            tree = RecipeOverride.Apply(tree, assignment, "--quick");
        }

        if (Seed is { } seed)
        {
            tree = RecipeOverride.Apply(tree, FormattableString.Invariant($"seed={seed}"));
        }

        if (Input is { } input)
        {
            tree = RecipeOverride.ApplyText(tree, "source.input", OneTable(study, input), "--input");
        }

        foreach (OptionValue value in Values)
        {
            tree = RecipeOverride.ApplyWord(tree, value.Key, value.Text, value.Option);
        }

        tree = WithColumns(tree, study);
        foreach (string assignment in Set)
        {
            tree = RecipeOverride.Apply(tree, assignment);
        }

        return (study, RecipeBinder.Bind(study.Type, tree));
    }

    private static string OneTable(ShippedRecipe study, string input) =>
        study.Type == typeof(InfernoRecipe) ? throw new RefusalException(
            ExitCode.Usage, "The study 'inferno' has its mixture built in and reads no table; leave --input out.")
        : study.Type != typeof(DisplacedRecipe) ? input
        : throw new RefusalException(
            ExitCode.Usage,
            $"The study 'displaced' reads a table per sample, so '{input}' cannot be all of them. Name them with --set "
            + $"source.signal={input}, and so source.{string.Join(", source.", DisplacedSourceSection.Others)}.");

    private RecipeMap WithColumns(RecipeMap tree, ShippedRecipe study)
    {
        string? option = Target is not null ? "--target" : Features is not null ? "--features" : null;
        if (option is not null && study.Type != typeof(RegressRecipe))
        {
            throw new RefusalException(
                ExitCode.Usage,
                $"{option} names columns for the study 'regress'; the study '{study.Name}' knows its own. "
                + $"Leave {option} out, or begin with 'moliere run regress'.");
        }

        tree = Target is null ? tree : RecipeOverride.ApplyText(tree, "target", Target, "--target");
        return Features is null ? tree : RecipeOverride.ApplyTexts(tree, "features", Features, "--features");
    }
}
