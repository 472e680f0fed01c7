using Moliere.Cli.Recipes;
using Moliere.Cli.Recipes.Clusters;

namespace Moliere.Cli.Studies;

/// <summary>What decides which objects a method was derived from.</summary>
/// <param name="Seed">Seed of the recipe.</param>
/// <param name="Shares">Shares of the parts.</param>
internal sealed record SplitChoices(ulong Seed, SplitSection Shares)
{
    /// <inheritdoc/>
    public override string ToString() =>
        FormattableString.Invariant($"seed {Seed} and split {Shares.Train}/{Shares.Validation}/{Shares.Test}");
}

/// <summary>Methods of an earlier run are judged on objects that they were not derived from.</summary>
internal static class SameSplit
{
    private const string RecipeFile = "recipe.yaml";

    /// <summary>
    /// Refuses a division other than that of the folder's recipe: another seed or other shares would put events that
    /// the methods were derived from into the test part.
    /// </summary>
    /// <param name="models">Folder that <c>run</c> or <c>train</c> wrote; without a recipe nothing is known.</param>
    /// <param name="wanted">What the recipe at hand says.</param>
    /// <param name="of">The same of a recipe; null for one of another study.</param>
    /// <exception cref="RefusalException">They differ.</exception>
    public static void Require(string models, SplitChoices wanted, Func<object, SplitChoices?> of)
    {
        string path = Path.Combine(models, RecipeFile);
        if (!File.Exists(path))
        {
            return;
        }

        (ShippedRecipe study, RecipeMap tree) = RecipeSource.Read(path);
        if (of(RecipeBinder.Bind(study.Type, tree)) is { } trained && trained != wanted)
        {
            throw new RefusalException(
                ExitCode.Usage,
                $"The methods in '{models}' were derived with {trained}, this recipe has {wanted}: its test part would "
                + $"hold events of their training; validate with '{path}' as the recipe.");
        }
    }

    /// <summary>A file of a folder of models.</summary>
    /// <param name="models">The folder.</param>
    /// <param name="relative">The file in it.</param>
    /// <exception cref="RefusalException">It is not there.</exception>
    public static string Existing(string models, string relative)
    {
        string path = Path.Combine(models, relative);
        return File.Exists(path) ? path : throw new RefusalException(
            ExitCode.BadData,
            $"'{models}' has no {relative}; train that method first, or choose others with --set methods=[...].");
    }
}
