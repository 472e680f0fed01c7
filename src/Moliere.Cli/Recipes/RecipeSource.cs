using Moliere.Data;

namespace Moliere.Cli.Recipes;

/// <summary>A recipe found by name or path, not yet bound, so that overrides can be applied first.</summary>
/// <param name="Study">The shipped recipe whose record the text binds to.</param>
/// <param name="Tree">The text as read.</param>
internal sealed record RecipeSource(ShippedRecipe Study, RecipeMap Tree)
{
    /// <summary>Reads the shipped recipe of that name or, failing that, the file at that path.</summary>
    /// <param name="nameOrPath">For instance <c>clusters</c> or <c>my/recipe.yaml</c>.</param>
    /// <exception cref="RefusalException">There is neither, or the file cannot be read.</exception>
    /// <exception cref="RecipeException">The text is no recipe of a known study.</exception>
    public static RecipeSource Read(string nameOrPath)
    {
        if (ShippedRecipe.Find(nameOrPath) is { } shipped)
        {
            return new RecipeSource(shipped, RecipeTree.Read(shipped.ReadText(), $"shipped recipe '{nameOrPath}'"));
        }

        RecipeMap tree = RecipeTree.Read(ReadFile(nameOrPath), nameOrPath);
        return new RecipeSource(StudyOf(tree), tree);
    }

    private static string ReadFile(string path)
    {
        string names = string.Join(", ", ShippedRecipe.All.Select(recipe => recipe.Name));
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new RefusalException(
                ExitCode.Usage, $"'{path}' is neither a shipped recipe ({names}) nor a file. "
                + "Write a starting recipe with 'moliere init clusters --out my.yaml'.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            string reason = Directory.Exists(path) ? "it is a folder" : error.Message.TrimEnd('.');
            throw new RefusalException(ExitCode.Usage, $"The recipe '{path}' cannot be read: {reason}.");
        }
    }

    private static ShippedRecipe StudyOf(RecipeMap tree)
    {
        string[] names = [.. ShippedRecipe.All.Select(recipe => recipe.Name)];
        if (tree.Find("study")?.Value is not RecipeScalar study)
        {
            throw new RecipeException(
                tree.Place, $"the key 'study' is missing; expected 'study: NAME', one of {string.Join(", ", names)}.");
        }

        return ShippedRecipe.Find(study.Text) ?? throw new RecipeException(
            study.Place, $"unknown study '{study.Text}'; did you mean '{NearestName.Of(study.Text, names)[0]}'?");
    }
}
