namespace Moliere.Cli.Recipes;

/// <summary>A recipe that cannot be used: the place, what was found and what was expected.</summary>
/// <param name="place">Where the offending text stands.</param>
/// <param name="problem">One sentence without the place.</param>
internal sealed class RecipeException(RecipePlace place, string problem) : Exception($"{place}: {problem}");
