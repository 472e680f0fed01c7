using Moliere.Calibration;
using Moliere.Calibration.Classical;
using Moliere.Calibration.Classical.Jets;
using Moliere.Calibration.Neural.Jets;
using Moliere.Cli.Recipes.Jets;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Cli.Studies.Jets;

/// <summary>The methods that an earlier run left in its folder; the order and the choice are the recipe's.</summary>
internal static class TrainedJetMethods
{
    /// <summary>The methods, without those that the table cannot serve.</summary>
    /// <param name="request">Names the folder.</param>
    /// <param name="recipe">Which methods.</param>
    /// <param name="columns">The columns of the table.</param>
    /// <exception cref="RefusalException">
    /// A method is not there, or the folder's recipe deals events to training and test in another way.
    /// </exception>
    public static IReadOnlyList<DerivedMethod> Read(StudyRequest request, JetRecipe recipe, Table columns)
    {
        SameSplit.Require(
            request.Models!, new(recipe.Seed, recipe.Split),
            trained => trained is JetRecipe jets ? new(jets.Seed, jets.Split) : null);
        var methods = new List<DerivedMethod>();
        foreach (JetMethod method in recipe.Methods)
        {
            if (JetMethodStage.NeedsConstituents(method) && !columns.Has(JetColumns.ConstituentPt))
            {
                request.Progress.Say($"{JetMethodStage.NameOf(method)} {JetMethodStage.NoConstituents}");
                continue;
            }

            methods.Add(new(Read(request.Models!, JetMethodStage.NameOf(method), request.Threads), null));
        }

        return methods;
    }

    /// <summary>One method of a folder.</summary>
    /// <param name="models">Folder that <c>run</c> or <c>train</c> wrote.</param>
    /// <param name="name">Such as gsc.</param>
    /// <param name="threads">Threads that predict.</param>
    /// <exception cref="RefusalException">It is not there.</exception>
    public static ICalibration Read(string models, string name, int threads)
    {
        if (name == JetMethodStage.NameOf(JetMethod.Em))
        {
            return new EnergyScale();
        }

        if (JetChain.Methods.Contains(name))
        {
            return JetChainFile.Read(SameSplit.Existing(models, JetChainStage.FileName)).UpTo(name);
        }

        string file = SameSplit.Existing(models, JetMethodStage.FileName(name));
        bool isBinned = EtaBinnedFile.IsIndex(file);
        string? input = isBinned ? EtaBinnedFile.InputOf(file) : JetNetworkFile.InputOf(file);
        ICalibration? start = input is null ? null : Read(models, input, threads);
        return isBinned ? EtaBinnedFile.Read(file, threads, start) : JetNetworkFile.Read(file, threads, start);
    }
}
