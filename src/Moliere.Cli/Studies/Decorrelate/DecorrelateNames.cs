using Moliere.Cli.Recipes.Decorrelate;
using Moliere.Data.Objects;

namespace Moliere.Cli.Studies.Decorrelate;

/// <summary>Names of methods in tables, figures and files.</summary>
internal static class DecorrelateNames
{
    /// <summary>Name of a method, or of its family where it has settings.</summary>
    /// <param name="method">Which.</param>
    public static string Of(DecorrelateMethod method) => method.ToString().ToLowerInvariant();

    /// <summary>Name of one setting of a method.</summary>
    /// <param name="method">Which.</param>
    /// <param name="strength">alpha or lambda.</param>
    public static string Of(DecorrelateMethod method, double strength) =>
        FormattableString.Invariant($"{Of(method)}-{strength:R}");

    /// <summary>Strengths that a recipe asks for; none for a method without.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="method">Which.</param>
    public static IReadOnlyList<double> Strengths(DecorrelateRecipe recipe, DecorrelateMethod method) => method switch
    {
        DecorrelateMethod.Uboost => recipe.Trees.Strengths,
        DecorrelateMethod.Disco => recipe.Network.Lambdas,
        DecorrelateMethod.Adversary => recipe.Adversary.Lambdas,
        _ => [],
    };

    /// <summary>Variables without which a jet has no score of some method.</summary>
    /// <param name="recipe">The recipe.</param>
    public static IEnumerable<string> Columns(DecorrelateRecipe recipe) =>
        recipe.Methods.SelectMany(method => method switch
        {
            DecorrelateMethod.D2 or DecorrelateMethod.Knn or DecorrelateMethod.Css => [BoostedJetColumns.D2],
            DecorrelateMethod.Tau21 or DecorrelateMethod.Ddt => [BoostedJetColumns.Tau21],
            _ => recipe.Variables,
        }).Distinct();

    /// <summary>All methods of a recipe, every setting apart.</summary>
    /// <param name="recipe">The recipe.</param>
    public static IEnumerable<string> Of(DecorrelateRecipe recipe) =>
        recipe.Methods.SelectMany(method => Of(recipe, method));

    /// <summary>The settings of one method.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="method">Which.</param>
    public static IReadOnlyList<string> Of(DecorrelateRecipe recipe, DecorrelateMethod method) =>
        Strengths(recipe, method) is { Count: > 0 } strengths
            ? [.. strengths.Select(strength => Of(method, strength))] : [Of(method)];
}
