using Moliere.Calibration;
using Moliere.Calibration.Classical;
using Moliere.Calibration.Neural;
using Moliere.Cli.Recipes;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Cli.Studies.Clusters;

/// <summary>The methods that an earlier run left in its folder; the order and the choice are the recipe's.</summary>
internal static class TrainedMethods
{
    /// <summary>The methods; look-up tables only for tables that carry their cells.</summary>
    /// <exception cref="RefusalException">
    /// A method is not there, or the folder's recipe deals events to training and test in another way.
    /// </exception>
    public static IReadOnlyList<DerivedMethod> Read(
        StudyRequest request, ClusterRecipe recipe, Table selected, Lazy<ClusterWorld> world)
    {
        SameSplit.Require(
            request.Models!, new(recipe.Seed, recipe.Split),
            trained => trained is ClusterRecipe clusters ? new(clusters.Seed, clusters.Split) : null);
        var methods = new List<DerivedMethod>();
        foreach (ClusterMethod method in recipe.Methods)
        {
            if (method == ClusterMethod.Lcw && selected.Has(ClusterColumns.EnergyLcw))
            {
                methods.Add(new(new ColumnCalibration("lcw", ClusterColumns.EnergyLcw), null));
                continue;
            }

            if (method == ClusterMethod.Lcw && !selected.Has(ClusterColumns.CellIndex))
            {
                request.Progress.Say(MethodStage.NoCells);
                continue;
            }

            methods.Add(new(Read(request, method, world), null));
        }

        return methods;
    }

    private static ICalibration Read(StudyRequest request, ClusterMethod method, Lazy<ClusterWorld> world) =>
        method switch
        {
            ClusterMethod.Em => new EnergyScale(),
            ClusterMethod.Lcw =>
                LcwFile.Read(SameSplit.Existing(request.Models!, LcwStage.FileName), world.Value.Geometry),
            _ => NetworkFile.Read(
                SameSplit.Existing(request.Models!, MethodStage.FileName(NetworkTranslation.NameOf(method))),
                request.Threads),
        };
}
