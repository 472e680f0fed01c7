using Moliere.Cli.Progress;
using Moliere.Cli.Recipes;
using Moliere.Cli.Recipes.Clusters;
using Moliere.Cli.Recipes.Events;
using Moliere.Formats.Tables;
using Moliere.Simulation.Detector;
using Moliere.Simulation.Generation;
using Moliere.Simulation.Samples;
using Moliere.Simulation.Tracking;

namespace Moliere.Cli.Studies.Events;

/// <summary>Whole events of any process as a table: what was generated and, with a detector, what it sees.</summary>
internal sealed class EventStudy : IStudy
{
    /// <summary>File of the table inside a run folder.</summary>
    public const string FileName = "tables/events.table";

    /// <inheritdoc/>
    public string Name => "events";

    /// <inheritdoc/>
    public StudyResult Execute(StudyRequest request)
    {
        var recipe = (EventRecipe)request.Recipe;
        var production = new TableProduction(request, FileName);
        switch (request.Verb)
        {
            case StudyVerb.Simulate:
                Simulate(request, recipe, production);
                break;
            case StudyVerb.Merge:
                production.Merge();
                break;
            default:
                string verb = request.Verb.ToString().ToLowerInvariant();
                throw new RefusalException(
                    ExitCode.Usage, $"There is no '{verb}' of events; they are made by 'moliere simulate dijets' and "
                    + "the other processes that 'moliere simulate --help' lists.");
        }

        production.WriteFormats(
            recipe.Formats.Contains(TableFormat.Csv), recipe.Formats.Contains(TableFormat.Root), recipe.Label);
        return new([$"{TableFile.ReadHeader(request.Folder.PathOf(FileName)).RowCount} events."], []);
    }

    private static void Simulate(StudyRequest request, EventRecipe recipe, TableProduction production)
    {
        if (request.Folder.Has(FileName))
        {
            return;
        }

        SampleSource source = recipe.Source.Input is { } path
            ? SampleSource.OfFile(path, recipe.Source, recipe.Seed, recipe.Source.Events, _ => 1)
            : SampleSource.Generated(recipe.Source, recipe.Seed, recipe.Source.Events);
        EventSampler sampler = recipe.Level == EventLevel.Truth
            ? new(null, Jets(recipe))
            : Reconstructing(request, recipe);
        production.Simulate(sampler.NoEvents, recipe.Seed, source.Count, (first, count, write) =>
        {
            using RunStage stage = request.Progress.Stage("events", count);
            sampler.Stream(
                source.Take(first, count), TableProduction.EventsPerBlock, write, request.Threads,
                done => stage.Advance(done), request.Cancellation);
        });
    }

    private static EventSampler Reconstructing(StudyRequest request, EventRecipe recipe)
    {
        DetectorWorld world = Build(request, recipe);
        var tracks = new CrossingTracks(
            world.Tracker, new MinimumBiasGenerator(recipe.Seed).Generate, recipe.Pileup.Library, recipe.Seed,
            request.Threads);
        return new(
            () => world.NewChain(new SimulationOptions { RotateAzimuth = false }, recipe.Seed), Jets(recipe), tracks);
    }

    private static DetectorWorld Build(StudyRequest request, EventRecipe recipe)
    {
        using RunStage stage = request.Progress.Stage(
            "detector and pile-up library", recipe.Pileup.Library, "collisions");
        return new(
            new(recipe.Detector.Describe(), recipe.Pileup.ToOptions(), recipe.Clustering.ToOptions(), recipe.Seed),
            request.Threads);
    }

    private static EventSampleOptions Jets(EventRecipe recipe) => new()
    {
        JetRadius = recipe.Jets.Radius,
        TruthJetPtMin = recipe.Jets.TruthPtMin,
        JetPtMin = recipe.Jets.PtMin,
    };
}
