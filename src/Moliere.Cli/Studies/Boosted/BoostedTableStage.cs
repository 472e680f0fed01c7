using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Boosted;
using Moliere.Data.Tables;
using Moliere.Simulation.Detector;
using Moliere.Simulation.Samples;
using Moliere.Simulation.Samples.Boosted;

namespace Moliere.Cli.Studies.Boosted;

/// <summary>What decides the rows of a table of large-radius jets.</summary>
/// <param name="Source">Events, or a table of jets.</param>
/// <param name="Jets">Which jets of simulated events are kept.</param>
/// <param name="Detector">Detector and overlaid collisions; every crossing with pile-up has their mean number.</param>
internal sealed record BoostedTableChoices(
    BoostedSourceSection Source, BoostedSampleSection Jets, DetectorChoices Detector);

/// <summary>Makes the table of large-radius jets of a run, or finds the one that an interrupted run left.</summary>
internal static class BoostedTableStage
{
    /// <summary>File of the table inside a run folder.</summary>
    public const string FileName = "tables/boosted.table";

    /// <summary>Name of the stage that makes it.</summary>
    public const string StageName = "simulation and reconstruction";

    // Seconds of work, so little is lost with an interruption, and some thousand rows.
    private const int EventsPerBlock = 4 * TableProduction.EventsPerBlock;

    /// <summary>
    /// Makes the table of the jets of simulated events, or of those of the table that is the recipe's input, where it
    /// is not there yet; of a shard, the part that belongs to it.
    /// </summary>
    /// <param name="request">Folder, shard, progress, threads and cancellation.</param>
    /// <param name="choices">What decides the rows.</param>
    /// <returns>Where it is.</returns>
    public static string Make(StudyRequest request, BoostedTableChoices choices)
    {
        string target = request.Folder.PathOf(FileName);
        if (File.Exists(target))
        {
            return target;
        }

        if (choices.Source.Input is { } input && BoostedTableInput.Tables.IsTable(input))
        {
            BoostedTableInput.Tables.Write(request, choices.Source, input, target);
            return target;
        }

        ulong seed = choices.Detector.Seed;
        SampleSource source = SampleSource.Of(
            request, choices.Source, seed,
            (process, own) => BoostedEvents.Create(process, own, choices.Source.BosonEvents, choices.Source.Cycle));
        var sampler = new Lazy<BoostedJetSampler>(() => Build(request, choices));
        int each = choices.Jets.EventsPerCrossing, crossingsPerBlock = Math.Max(1, EventsPerBlock / each);
        new TableProduction(request, FileName).Simulate(
            BoostedJetSampler.NoJets, seed, source.Count,
            (first, count, write) => Simulate(
                request, sampler.Value, CrossingItem.Of(source.Take(first, count), each, first / each), count, each,
                crossingsPerBlock, write),
            crossingsPerBlock * each);
        return target;
    }

    private static void Simulate(
        StudyRequest request, BoostedJetSampler sampler, IEnumerable<CrossingItem> crossings, long events, int each,
        int crossingsPerBlock, Action<Table> write)
    {
        using RunStage stage = request.Progress.Stage(StageName, events);
        sampler.Stream(
            crossings, crossingsPerBlock, write, request.Threads, done => stage.Advance(done * each),
            request.Cancellation);
    }

    private static BoostedJetSampler Build(StudyRequest request, BoostedTableChoices choices)
    {
        DetectorChoices fixedMu = choices.Detector with
        {
            Collisions = choices.Detector.Collisions with { FixedMu = choices.Detector.Collisions.MeanMu },
        };
        int library = fixedMu.Collisions.LibrarySize;
        using RunStage stage = request.Progress.Stage("detector and pile-up library", library, "collisions");
        var world = new DetectorWorld(fixedMu, request.Threads);
        return new(
            withPileup => world.NewChain(
                new SimulationOptions { RotateAzimuth = false, WithPileup = withPileup }, fixedMu.Seed),
            choices.Jets.ToOptions(), fixedMu.Seed);
    }
}
