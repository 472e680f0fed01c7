using Moliere.Calibration.Classical;
using Moliere.Cli.Recipes;
using Moliere.Cli.Recipes.Jets;

namespace Moliere.Cli.Studies.Jets;

/// <summary>The methods that an earlier run left in its folder; the order and the choice are the recipe's.</summary>
internal static class TrainedJetMethods
{
    private const string RecipeFile = "recipe.yaml";

    /// <summary>The methods.</summary>
    /// <exception cref="RefusalException">
    /// A method is not there, or the folder's recipe deals events to training and test in another way.
    /// </exception>
    public static IReadOnlyList<DerivedMethod> Read(StudyRequest request, JetRecipe recipe)
    {
        RequireSameSplit(request.Models!, recipe);
        return [.. recipe.Methods.Select(method => Read(method))];
    }

    private static DerivedMethod Read(JetMethod method) => method switch
    {
        JetMethod.Em => new(new EnergyScale(), null),
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Not a method of jets."),
    };

    // Another seed or other shares would put events that the methods were derived from into the test part.
    private static void RequireSameSplit(string models, JetRecipe recipe)
    {
        string path = Path.Combine(models, RecipeFile);
        if (!File.Exists(path))
        {
            return;
        }

        (ShippedRecipe study, RecipeMap tree) = RecipeSource.Read(path);
        if (RecipeBinder.Bind(study.Type, tree) is JetRecipe trained && trained.Parts() != recipe.Parts())
        {
            throw new RefusalException(
                ExitCode.Usage,
                $"The methods in '{models}' were derived with seed {trained.Seed} and {Shares(trained)}, this recipe "
                + $"has seed {recipe.Seed} and {Shares(recipe)}: its test part would hold events of their training; "
                + $"validate with '{path}' as the recipe.");
        }
    }

    private static string Shares(JetRecipe recipe) =>
        FormattableString.Invariant($"split {recipe.Split.Train}/{recipe.Split.Validation}/{recipe.Split.Test}");
}
