using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Cli.Studies.Clusters.Sources;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Sources;
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

    /// <summary>
    /// Makes the table with all clusters in jets, or those of the table that is the recipe's input, where it is not
    /// there yet.
    /// </summary>
    /// <returns>Where it is.</returns>
    public static string Make(StudyRequest request, ClusterRecipe recipe, Lazy<ClusterWorld> world, ClusterTimes times)
    {
        string target = request.Folder.PathOf(FileName);
        if (File.Exists(target))
        {
            return target;
        }

        if (recipe.Source.Input is { } input && ClusterTableInput.IsTable(input))
        {
            using ITableSource read = TableInput.Open(request, recipe, input);
            TableInput.Copy(read, target, request.Threads);
            return target;
        }

        SelectionRule.CheckEarly(recipe);
        SampleSource source = SourceOf(request, recipe);
        new TableProduction(request, FileName).Simulate(
            ClusterSampler.NoClusters, recipe.Seed, source.Count,
            (first, events, write) => Simulate(
                request, recipe, world.Value, times, source.Take(first, events), events, write));
        return target;
    }

    /// <summary>The size of a table for messages: "n clusters of m events".</summary>
    /// <param name="path">A table file.</param>
    public static string Describe(string path)
    {
        using var source = new TableFileSource(path);
        var events = new HashSet<long>();
        foreach ((long first, int count) in ChunkPlan.Of(source, TableFile.GroupRows))
        {
            events.UnionWith(source.Read(first, count, [ClusterColumns.Event]).Longs(ClusterColumns.Event));
        }

        return $"{source.RowCount} clusters of {events.Count} events";
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

    private static SampleSource SourceOf(StudyRequest request, ClusterRecipe recipe)
    {
        if (recipe.Source.Input is not { } path)
        {
            return SampleSource.Generated(recipe.Source, recipe.Seed, recipe.Source.Events);
        }

        return SampleSource.OfFile(path, recipe.Source, recipe.Seed, recipe.Source.Events, events =>
        {
            int passes = recipe.Source.Passes ?? Math.Clamp(recipe.Source.Events / events, 1, MostAutomaticPasses);
            request.Progress.Say(
                $"{path}: {events} events, each simulated {passes} times with its own pile-up and noise.");
            return passes;
        });
    }
}
