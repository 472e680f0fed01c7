namespace Moliere.Cli.Recipes;

/// <summary>Dotted assignments that change a recipe from the command line.</summary>
internal static class RecipeOverride
{
    /// <summary>
    /// A copy of the recipe with one value replaced; whether the key exists is the binder's question.
    /// </summary>
    /// <param name="recipe">The recipe as read.</param>
    /// <param name="assignment">For instance <c>training.epochs=20</c> or <c>mlp.hidden=[32, 32]</c>.</param>
    /// <param name="option">The option that carried it, for messages.</param>
    /// <exception cref="RecipeException">There is no <c>=</c>, or an empty name in the path.</exception>
    public static RecipeMap Apply(RecipeMap recipe, string assignment, string option = "--set")
    {
        var place = new RecipePlace($"{option} {assignment}", 0, 0);
        int equals = assignment.IndexOf('=', StringComparison.Ordinal);
        string[] path = equals < 0 ? [] : assignment[..equals].Trim().Split('.');
        if (path.Length == 0 || path.Contains(""))
        {
            throw new RecipeException(place, "expected KEY=VALUE with a dotted key, such as training.epochs=20.");
        }

        return Replace(recipe, path, RecipeTree.ReadValue(assignment[(equals + 1)..], place), place);
    }

    /// <summary>A copy of the recipe with one text value replaced, taken literally rather than as YAML.</summary>
    /// <param name="recipe">The recipe as read.</param>
    /// <param name="key">Dotted key.</param>
    /// <param name="value">The text, for instance a file name.</param>
    /// <param name="option">The option that carried it, for messages.</param>
    public static RecipeMap ApplyText(RecipeMap recipe, string key, string value, string option)
    {
        var place = new RecipePlace($"{option} {value}", 0, 0);
        return Replace(recipe, key.Split('.'), new RecipeScalar(value, true, place), place);
    }

    /// <summary>A copy of the recipe with one value replaced by a word or number.</summary>
    /// <param name="recipe">The recipe as read.</param>
    /// <param name="key">Dotted key.</param>
    /// <param name="value">The value as YAML.</param>
    /// <param name="option">The option that carried it, for messages.</param>
    public static RecipeMap ApplyWord(RecipeMap recipe, string key, string value, string option)
    {
        var place = new RecipePlace($"{option} {value}", 0, 0);
        return Replace(recipe, key.Split('.'), RecipeTree.ReadValue(value, place), place);
    }

    /// <summary>A copy of the recipe with a list of texts replaced, each taken literally.</summary>
    /// <param name="recipe">The recipe as read.</param>
    /// <param name="key">Dotted key.</param>
    /// <param name="values">The texts, for instance names of columns.</param>
    /// <param name="option">The option that carried them, for messages.</param>
    public static RecipeMap ApplyTexts(RecipeMap recipe, string key, IReadOnlyList<string> values, string option)
    {
        var place = new RecipePlace($"{option} {string.Join(',', values)}", 0, 0);
        RecipeNode[] items = [.. values.Select(value => new RecipeScalar(value, true, place))];
        return Replace(recipe, key.Split('.'), new RecipeList(items, place), place);
    }

    private static RecipeMap Replace(RecipeMap map, ReadOnlySpan<string> path, RecipeNode value, RecipePlace place)
    {
        if (path.Length == 1)
        {
            return map.With(new RecipeEntry(path[0], value, place));
        }

        RecipeMap child = map.Find(path[0])?.Value as RecipeMap ?? new RecipeMap([], place);
        return map.With(new RecipeEntry(path[0], Replace(child, path[1..], value, place), place));
    }
}
