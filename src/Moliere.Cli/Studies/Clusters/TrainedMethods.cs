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
    private const string RecipeFile = "recipe.yaml";

    /// <summary>The methods; look-up tables only for tables that carry their cells.</summary>
    /// <exception cref="RefusalException">
    /// A method is not there, or the folder's recipe deals events to training and test in another way.
    /// </exception>
    public static IReadOnlyList<DerivedMethod> Read(
        StudyRequest request, ClusterRecipe recipe, Table selected, Lazy<ClusterWorld> world)
    {
        RequireSameSplit(request.Models!, recipe);
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
            ClusterMethod.Lcw => LcwFile.Read(Existing(request, LcwStage.FileName), world.Value.Geometry),
            _ => NetworkFile.Read(
                Existing(request, MethodStage.FileName(NetworkTranslation.NameOf(method))), request.Threads),
        };

    private static string Existing(StudyRequest request, string relative)
    {
        string path = Path.Combine(request.Models!, relative);
        return File.Exists(path) ? path : throw new RefusalException(
            ExitCode.BadData,
            $"'{request.Models}' has no {relative}; train that method first, "
            + "or choose others with --set methods=[...].");
    }

    // Another seed or other shares would put events that the methods were trained on into the test part.
    private static void RequireSameSplit(string models, ClusterRecipe recipe)
    {
        string path = Path.Combine(models, RecipeFile);
        if (!File.Exists(path))
        {
            return;
        }

        (ShippedRecipe study, RecipeMap tree) = RecipeSource.Read(path);
        if (RecipeBinder.Bind(study.Type, tree) is ClusterRecipe trained && trained.Parts() != recipe.Parts())
        {
            throw new RefusalException(
                ExitCode.Usage,
                $"The methods in '{models}' were trained with seed {trained.Seed} and {Shares(trained)}, this recipe "
                + $"has seed {recipe.Seed} and {Shares(recipe)}: its test part would hold events of their training; "
                + $"validate with '{path}' as the recipe.");
        }
    }

    private static string Shares(ClusterRecipe recipe) =>
        FormattableString.Invariant($"split {recipe.Split.Train}/{recipe.Split.Validation}/{recipe.Split.Test}");
}
