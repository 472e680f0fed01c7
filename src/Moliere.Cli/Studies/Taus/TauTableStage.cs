using Moliere.Cli.Recipes.Taus;
using Moliere.Cli.Studies.Sources;
using Moliere.Cli.Studies.Taus.Sources;

namespace Moliere.Cli.Studies.Taus;

/// <summary>Makes the tau table of a run, or finds the one that an interrupted run left.</summary>
internal static class TauTableStage
{
    /// <summary>File of the table inside a run folder.</summary>
    public const string FileName = "tables/taus.table";

    /// <summary>Name of the stage that makes it.</summary>
    public const string StageName = "simulation and reconstruction";

    /// <summary>
    /// Makes the table of the taus of simulated events, or of those of the table that is the recipe's input, where it is
    /// not there yet; of a shard, the part that belongs to it.
    /// </summary>
    /// <param name="request">Folder, shard, progress, threads and cancellation.</param>
    /// <param name="recipe">What decides the rows.</param>
    /// <returns>Where it is.</returns>
    public static string Make(StudyRequest request, TauRecipe recipe)
    {
        string target = request.Folder.PathOf(FileName);
        ObjectTables tables = TauTableInput.TablesFor(recipe.Methods);
        if (!File.Exists(target))
        {
            if (recipe.Source.Input is not { } input || !tables.IsTable(input))
            {
                throw new RefusalException(ExitCode.Usage, "TODO");
            }

            tables.Write(request, recipe.Source, input, target);
        }

        return target;
    }
}
