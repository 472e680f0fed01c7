using Moliere.Calibration.Classical;
using Moliere.Cli.Recipes;
using Moliere.Cli.Recipes.Jets;
using Moliere.Data.Tables;

namespace Moliere.Cli.Studies.Jets;

/// <summary>Derives the methods of a recipe from jets, resuming trainings that were interrupted.</summary>
internal static class JetMethodStage
{
    /// <summary>The methods in the order of the recipe.</summary>
    /// <exception cref="RefusalException">There are too few jets.</exception>
    public static IReadOnlyList<DerivedMethod> Derive(StudyRequest request, JetRecipe recipe, JetSample sample)
    {
        RequireParts(sample);
        request.Progress.Say(
            $"{sample[SplitPart.Training].RowCount} jets to derive from, {sample[SplitPart.Validation].RowCount} for "
            + "validation.");
        return [.. recipe.Methods.Select(method => Derive(method))];
    }

    /// <summary>Name of a method in recipes, files and figures.</summary>
    public static string NameOf(JetMethod method) => RecipeText.Write(method, typeof(JetMethod));

    private static DerivedMethod Derive(JetMethod method) => method switch
    {
        JetMethod.Em => new(new EnergyScale(), null),
        _ => throw new ArgumentOutOfRangeException(nameof(method), method, "Not a method of jets."),
    };

    private static void RequireParts(JetSample sample)
    {
        int training = sample[SplitPart.Training].RowCount, validation = sample[SplitPart.Validation].RowCount;
        if (training == 0 || validation == 0)
        {
            throw new RefusalException(
                ExitCode.BadData,
                $"{sample} are too few to split into training ({training} jets), validation ({validation}) and test; "
                + "simulate more events with --set source.events=N.");
        }
    }
}
