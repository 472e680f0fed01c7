using Moliere.Calibration;
using Moliere.Calibration.Classical;
using Moliere.Calibration.Classical.Taus;
using Moliere.Cli.Recipes;
using Moliere.Cli.Recipes.Taus;
using Moliere.Data.Tables;

namespace Moliere.Cli.Studies.Taus;

/// <summary>Derives the methods of a recipe from taus, resuming trainings that were interrupted.</summary>
/// <param name="request">Folder, progress, threads and cancellation.</param>
/// <param name="recipe">Which methods.</param>
/// <param name="sample">The taus.</param>
internal sealed class TauMethodStage(StudyRequest request, TauRecipe recipe, SelectedSample sample)
{
    /// <summary>Name of a method in recipes, files and figures.</summary>
    public static string NameOf(TauMethod method) => RecipeText.Write(method, typeof(TauMethod));

    /// <summary>The methods in the order of the recipe.</summary>
    /// <exception cref="RefusalException">There are too few taus, or they lack what a method looks at.</exception>
    public IReadOnlyList<DerivedMethod> Derive()
    {
        sample.RequireParts();
        int training = sample[SplitPart.Training].RowCount, validation = sample[SplitPart.Validation].RowCount;
        request.Progress.Say($"{training} taus to derive from, {validation} for validation.");
        if (recipe.Methods.All(method => method == TauMethod.Lc))
        {
            return [new(new EnergyScale(NameOf(TauMethod.Lc)), null)];
        }

        TauScales scales = TauScalesStage.Get(request, recipe, sample[SplitPart.Training]);
        var taus = new Lazy<TauParts>(() => new(
            scales.Complete(ColumnJoin.Rows([sample[SplitPart.Training], sample[SplitPart.Validation]])),
            [.. Enumerable.Range(0, training)], [.. Enumerable.Range(training, validation)]));
        return [.. recipe.Methods.Select(method => Derive(method, scales, taus))];
    }

    private DerivedMethod Derive(TauMethod method, TauScales scales, Lazy<TauParts> taus) => method switch
    {
        TauMethod.Lc => new(new EnergyScale(NameOf(method)), null),
        TauMethod.Calorimeter or TauMethod.Combined => new(scales.Of(NameOf(method)), null),
        TauMethod.Mdn => TauNetworkStage.Train(request, recipe, scales, taus.Value),
        _ => TauTreesStage.Train(request, recipe, method, scales, taus.Value),
    };
}

/// <summary>Taus with their classical scales, and which of them are for what.</summary>
/// <param name="Table">Training and validation taus.</param>
/// <param name="Training">Rows to learn from.</param>
/// <param name="Validation">Rows to stop and choose by.</param>
internal sealed record TauParts(Table Table, int[] Training, int[] Validation);
