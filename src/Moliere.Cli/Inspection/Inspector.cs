using Moliere.Cli.Recipes;

namespace Moliere.Cli.Inspection;

/// <summary>Recognises a file or folder and describes it.</summary>
internal static class Inspector
{
    /// <summary>Lines for the person.</summary>
    /// <param name="path">A file or folder.</param>
    /// <exception cref="RefusalException">There is nothing of that name, or nothing this program knows.</exception>
    public static IReadOnlyList<string> Describe(string path)
    {
        if (Directory.Exists(path))
        {
            return RunInspection.Describe(path);
        }

        if (!File.Exists(path))
        {
            throw new RefusalException(ExitCode.BadData, $"'{path}' does not exist; check the path.");
        }

        return Path.GetExtension(path) switch
        {
            ".yaml" or ".yml" => DescribeRecipe(path),
            _ => throw new RefusalException(
                ExitCode.BadData, $"'{path}' is of no known kind; expected a run folder or a recipe (.yaml)."),
        };
    }

    private static string[] DescribeRecipe(string path)
    {
        RecipeSource source = RecipeSource.Read(path);
        object recipe = RecipeBinder.Bind(source.Study.Type, source.Tree);
        return [$"Recipe of the study '{source.Study.Name}', valid. With all defaults:", "",
            .. RecipeWriter.Write(recipe).TrimEnd().Split('\n')];
    }
}
