namespace Moliere.Cli.Recipes;

/// <summary>Where a value of a recipe was written, for error messages.</summary>
/// <param name="Origin">File name, name of a shipped recipe, or the override as typed.</param>
/// <param name="Line">Line from 1; 0 when the origin has no lines (an override).</param>
/// <param name="Column">Column from 1; 0 when the origin has no lines.</param>
internal readonly record struct RecipePlace(string Origin, long Line, long Column)
{
    /// <summary>The place as it begins a message, such as <c>my.yaml, line 3, column 9</c>.</summary>
    public override string ToString() => Line == 0 ? Origin : $"{Origin}, line {Line}, column {Column}";
}
