using Moliere.Calibration.Classical;
using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Taus;
using Moliere.Cli.Studies.Sources;
using Moliere.Cli.Studies.Taus.Sources;
using Moliere.Data.Tables;
using Moliere.Reconstruction.Taus;
using Moliere.Simulation.Detector;
using Moliere.Simulation.Generation;
using Moliere.Simulation.Samples;
using Moliere.Simulation.Samples.Taus;
using Moliere.Simulation.Tracking;

namespace Moliere.Cli.Studies.Taus;

/// <summary>Makes the tau table of a run, or finds the one that an interrupted run left.</summary>
internal static class TauTableStage
{
    /// <summary>File of the table inside a run folder.</summary>
    public const string FileName = "tables/taus.table";

    /// <summary>Name of the stage that makes it.</summary>
    public const string StageName = "simulation and reconstruction";

    // Seconds of work, so little is lost with an interruption, and some thousand rows.
    private const int EventsPerBlock = 4 * TableProduction.EventsPerBlock;

    private const double PionEtaMax = 2.7; // clusters within 0.2 of taus up to 2.5

    /// <summary>
    /// Makes the table of the taus of simulated events, or of those of the table that is the recipe's input, where it
    /// is not there yet; of a shard, the part that belongs to it.
    /// </summary>
    /// <param name="request">Folder, shard, progress, threads and cancellation.</param>
    /// <param name="recipe">What decides the rows.</param>
    /// <returns>Where it is.</returns>
    public static string Make(StudyRequest request, TauRecipe recipe)
    {
        string target = request.Folder.PathOf(FileName);
        ObjectTables tables = TauTableInput.TablesFor(recipe.Methods, request.Verb);
        if (File.Exists(target))
        {
            return target;
        }

        if (recipe.Source.Input is { } input && tables.IsTable(input))
        {
            tables.Write(request, recipe.Source, input, target);
            return target;
        }

        SampleSource source = SampleSource.Of(request, recipe.Source, recipe.Seed);
        var sampler = new Lazy<TauSampler>(() => Build(request, recipe));
        int each = recipe.Taus.EventsPerCrossing, crossingsPerBlock = Math.Max(1, EventsPerBlock / each);
        new TableProduction(request, FileName).Simulate(
            TauSampler.NoTaus, recipe.Seed, source.Count,
            (first, count, write) => Simulate(
                request, sampler.Value, CrossingItem.Of(source.Take(first, count), each, first / each), count, each,
                crossingsPerBlock, write),
            crossingsPerBlock * each);
        return target;
    }

    private static void Simulate(
        StudyRequest request, TauSampler sampler, IEnumerable<CrossingItem> crossings, long events, int each,
        int crossingsPerBlock, Action<Table> write)
    {
        using RunStage stage = request.Progress.Stage(StageName, events);
        sampler.Stream(
            crossings, crossingsPerBlock, write, request.Threads, done => stage.Advance(done * each),
            request.Cancellation);
    }

    private static TauSampler Build(StudyRequest request, TauRecipe recipe)
    {
        DetectorChoices choices = recipe.Choices();
        int library = choices.Collisions.LibrarySize;
        DetectorWorld world;
        CrossingTracks tracks;
        using (RunStage stage = request.Progress.Stage("detector and pile-up library", library, "collisions"))
        {
            world = new DetectorWorld(choices, request.Threads);
            tracks = new CrossingTracks(
                world.Tracker with { MomentumResolution = recipe.Taus.MomentumResolution },
                new MinimumBiasGenerator(recipe.Seed).Generate, library, recipe.Seed, request.Threads);
        }

        LcwTables lcw = LcwStage.Get(request, recipe.Lcw.Events, PionEtaMax, recipe.Seed, world);
        var options = new TauOptions { SeedPtMin = recipe.Taus.SeedPtMin, Field = world.Tracker.Field };
        return new(
            () => world.NewChain(new SimulationOptions { RotateAzimuth = false }, recipe.Seed), () => lcw.Of,
            recipe.Taus.ToOptions(), options, tracks, recipe.Seed);
    }
}
