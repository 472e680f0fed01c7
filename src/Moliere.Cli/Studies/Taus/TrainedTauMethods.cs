using Moliere.Calibration;
using Moliere.Calibration.Classical;
using Moliere.Calibration.Classical.Taus;
using Moliere.Calibration.Neural.Taus;
using Moliere.Cli.Recipes.Taus;

namespace Moliere.Cli.Studies.Taus;

/// <summary>The methods that an earlier run left in its folder; the order and the choice are the recipe's.</summary>
internal static class TrainedTauMethods
{
    /// <summary>The methods.</summary>
    /// <param name="request">Names the folder.</param>
    /// <param name="recipe">Which methods.</param>
    /// <exception cref="RefusalException">
    /// A method is not there, or the folder's recipe deals events to training and test in another way.
    /// </exception>
    public static IReadOnlyList<DerivedMethod> Read(StudyRequest request, TauRecipe recipe)
    {
        SameSplit.Require(
            request.Models!, new(recipe.Seed, recipe.Split),
            trained => trained is TauRecipe taus ? new(taus.Seed, taus.Split) : null);
        return [.. recipe.Methods.Select(method => new DerivedMethod(
            Read(request.Models!, TauMethodStage.NameOf(method), request.Threads), null))];
    }

    /// <summary>One method of a folder.</summary>
    /// <param name="models">Folder that <c>run</c> or <c>train</c> wrote.</param>
    /// <param name="name">Such as combined.</param>
    /// <param name="threads">Threads that predict.</param>
    /// <exception cref="RefusalException">It is not there.</exception>
    public static ICalibration Read(string models, string name, int threads)
    {
        if (name == TauMethodStage.NameOf(TauMethod.Lc))
        {
            return new EnergyScale(name);
        }

        if (TauScales.Methods.Contains(name))
        {
            return Scales(models, threads).Of(name);
        }

        return name == TauMethodStage.NameOf(TauMethod.Mdn)
            ? TauNetworkFile.Read(
                SameSplit.Existing(models, TauNetworkStage.FileName(name)), threads, Scales(models, threads))
            : TreeCalibrationFile.Read(
                SameSplit.Existing(models, TauTreesStage.FileName(name)), Scales(models, threads), threads);
    }

    /// <summary>The classical scales of a folder.</summary>
    /// <param name="models">Folder that <c>run</c> or <c>train</c> wrote.</param>
    /// <param name="threads">Threads that predict.</param>
    /// <exception cref="RefusalException">They are not there.</exception>
    public static TauScales Scales(string models, int threads) =>
        TauScalesFile.Read(SameSplit.Existing(models, TauScalesStage.FileName), threads);
}
