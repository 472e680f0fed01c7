using Moliere.Cli.Recipes.Clusters;
using Moliere.Cli.Recipes.Decorrelate;
using Moliere.Cli.Recipes.Displaced;
using Moliere.Cli.Recipes.Events;
using Moliere.Cli.Recipes.Inferno;
using Moliere.Cli.Recipes.Jets;
using Moliere.Cli.Recipes.JetsInsitu;
using Moliere.Cli.Recipes.Pivot;
using Moliere.Cli.Recipes.Regress;
using Moliere.Cli.Recipes.Simulation;
using Moliere.Cli.Recipes.Taus;

namespace Moliere.Cli.Recipes;

/// <summary>
/// A study's recipe that comes with the program: its record, its commented text and its quick variant.
/// </summary>
/// <param name="Name">The study, as in <c>run clusters</c>.</param>
/// <param name="Type">The record the recipe binds to.</param>
/// <param name="Quick">What <c>--quick</c> changes, as dotted assignments; a user's own assignments come after.</param>
internal sealed record ShippedRecipe(string Name, Type Type, IReadOnlyList<string> Quick)
{
    /// <summary>All shipped recipes, in the order they are listed to users.</summary>
    public static IReadOnlyList<ShippedRecipe> All { get; } =
    [
        new("clusters", typeof(ClusterRecipe), ClusterRecipe.Quick),
        new("decorrelate", typeof(DecorrelateRecipe), DecorrelateRecipe.Quick),
        new("displaced", typeof(DisplacedRecipe), DisplacedRecipe.Quick),
        new("events", typeof(EventRecipe), EventRecipe.Quick),
        new("inferno", typeof(InfernoRecipe), InfernoRecipe.Quick),
        new("jets", typeof(JetRecipe), JetRecipe.Quick),
        new("jets-insitu", typeof(InsituRecipe), InsituRecipe.Quick),
        new("pivot", typeof(PivotRecipe), PivotRecipe.Quick),
        new("regress", typeof(RegressRecipe), RegressRecipe.Quick),
        new("simulation", typeof(SimulationRecipe), SimulationRecipe.Quick),
        new("taus", typeof(TauRecipe), TauRecipe.Quick),
    ];

    /// <summary>The shipped recipe of that name, or null.</summary>
    /// <param name="name">Compared exactly.</param>
    public static ShippedRecipe? Find(string name) => All.FirstOrDefault(recipe => recipe.Name == name);

    /// <summary>Whether a recipe is the shipped one with another seed at most, which must not matter.</summary>
    /// <param name="recipe">A recipe record.</param>
    public static bool IsShipped(object recipe) =>
        WithoutSeed(recipe) == WithoutSeed(Activator.CreateInstance(recipe.GetType())!);

    /// <summary>The commented YAML as shipped.</summary>
    public string ReadText()
    {
        using Stream stream = typeof(ShippedRecipe).Assembly.GetManifestResourceStream($"recipe.{Name}")
            ?? throw new InvalidOperationException($"The recipe '{Name}' is not embedded in the program.");
        return new StreamReader(stream).ReadToEnd();
    }

    private static string WithoutSeed(object recipe) => string.Join('\n', RecipeWriter.Write(recipe).Split('\n')
        .Where(line => !line.StartsWith("seed:", StringComparison.Ordinal)));
}
