using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Cli.Studies.Clusters.Sources;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Tables;
using Moliere.Simulation.Samples;

namespace Moliere.Cli.Studies.Clusters;

/// <summary>Makes the cluster table of a run, or finds the one that an interrupted run left.</summary>
internal static class ClusterTableStage
{
    /// <summary>File of the table inside a run folder.</summary>
    public const string FileName = "tables/clusters.table";

    /// <summary>Name of the stage that makes it.</summary>
    public const string StageName = "simulation and reconstruction";

    /// <summary>An input file is not simulated more often than this unless the recipe asks for it.</summary>
    private const int MostAutomaticPasses = 40;

    /// <summary>The table with all clusters in jets, or those of the table that is the recipe's input.</summary>
    public static Table Get(StudyRequest request, ClusterRecipe recipe, Lazy<ClusterWorld> world, ClusterTimes times)
    {
        if (request.Folder.Has(FileName))
        {
            return TableFile.Read(request.Folder.PathOf(FileName));
        }

        if (recipe.Source.Input is { } input && ClusterTableInput.IsTable(input))
        {
            Table read = TableInput.Read(request, recipe, input);
            TableFile.Write(request.Folder.PathOf(FileName), read);
            return read;
        }

        SelectionRule.CheckEarly(recipe);
        SampleSource source = SourceOf(request, recipe);
        new TableProduction(request, FileName).Simulate(
            ClusterSampler.NoClusters, recipe.Seed, source.Count,
            (first, events, write) => Simulate(
                request, recipe, world.Value, times, source.Take(first, events), events, write));
        return TableFile.Read(request.Folder.PathOf(FileName));
    }

    private static void Simulate(
        StudyRequest request, ClusterRecipe recipe, ClusterWorld world, ClusterTimes times,
        IEnumerable<SampleItem> items, long events, Action<Table> write)
    {
        ClusterSampler sampler = world.Collisions();
        using RunStage stage = request.Progress.Stage(StageName, events);
        sampler.Stream(
            items, new ClustersInJets(recipe.Jets()), TableProduction.EventsPerBlock, write, request.Threads,
            done => stage.Advance(done), request.Cancellation);
        times.ReconstructionShare = sampler.Clock.ReconstructionShare;
    }

    /// <summary>The rows that the recipe's selection keeps.</summary>
    public static Table Select(Table table, ClusterRecipe recipe)
    {
        Table selected = table.Select(SelectionRule.Rows(table, recipe));
        return selected.RowCount > 0 ? selected : throw new RefusalException(
            ExitCode.BadData,
            $"The selection '{recipe.Selection.Expression}' keeps none of the {table.RowCount} clusters; relax it "
            + "with --set selection.expression=..., or check the events.");
    }

    /// <summary>The size of a table for messages: "n clusters of m events".</summary>
    public static string Describe(Table table) =>
        $"{table.RowCount} clusters of {table.Longs(ClusterColumns.Event).Distinct().Count()} events";

    private static SampleSource SourceOf(StudyRequest request, ClusterRecipe recipe)
    {
        if (recipe.Source.Input is not { } path)
        {
            return SampleSource.Generated(recipe.Source, recipe.Seed, recipe.Source.Events);
        }

        return SampleSource.OfFile(path, recipe.Source.Events, events =>
        {
            int passes = recipe.Source.Passes ?? Math.Clamp(recipe.Source.Events / events, 1, MostAutomaticPasses);
            request.Progress.Say(
                $"{path}: {events} events, each simulated {passes} times with its own pile-up and noise.");
            return passes;
        });
    }
}
