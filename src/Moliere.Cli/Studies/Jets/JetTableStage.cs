using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Jets;
using Moliere.Cli.Studies.Jets.Sources;
using Moliere.Data.Tables;
using Moliere.Simulation.Detector;
using Moliere.Simulation.Generation;
using Moliere.Simulation.Samples;
using Moliere.Simulation.Samples.Jets;

namespace Moliere.Cli.Studies.Jets;

/// <summary>What decides the rows of a jet table.</summary>
/// <param name="Source">Events, or a table of jets.</param>
/// <param name="Jets">Which jets of simulated events are kept.</param>
/// <param name="Detector">Detector and overlaid collisions; its seed is that of the run.</param>
internal sealed record JetTableChoices(JetSourceSection Source, JetSampleSection Jets, DetectorChoices Detector);

/// <summary>Makes the jet table of a run, or finds the one that an interrupted run left.</summary>
internal static class JetTableStage
{
    /// <summary>File of the table inside a run folder.</summary>
    public const string FileName = "tables/jets.table";

    /// <summary>Name of the stage that makes it.</summary>
    public const string StageName = "simulation and reconstruction";

    /// <summary>
    /// Makes the table of the jets of simulated events, or of those of the table that is the recipe's input, where it
    /// is not there yet; of a shard, the part that belongs to it.
    /// </summary>
    /// <param name="request">Folder, shard, progress, threads and cancellation.</param>
    /// <param name="choices">What decides the rows.</param>
    /// <param name="file">Where in the run folder; a run may hold several tables.</param>
    /// <returns>Where it is.</returns>
    public static string Make(StudyRequest request, JetTableChoices choices, string file = FileName)
    {
        string target = request.Folder.PathOf(file);
        if (File.Exists(target))
        {
            return target;
        }

        if (choices.Source.Input is { } input && JetTableInput.Tables.IsTable(input))
        {
            JetTableInput.Tables.Write(request, choices.Source, input, target);
            return target;
        }

        SampleSource source = SampleSource.Of(request, choices.Source, choices.Detector.Seed);
        var sampler = new Lazy<JetSampler>(() => Build(request, choices));
        new TableProduction(request, file).Simulate(
            JetSampler.NoJets, choices.Detector.Seed, source.Count,
            (first, count, write) => Simulate(request, sampler.Value, source.Take(first, count), count, write));
        return target;
    }

    private static void Simulate(
        StudyRequest request, JetSampler sampler, IEnumerable<SampleItem> items, long count, Action<Table> write)
    {
        using RunStage stage = request.Progress.Stage(StageName, count);
        sampler.Stream(
            items, TableProduction.EventsPerBlock, write, request.Threads, done => stage.Advance(done),
            request.Cancellation);
    }

    private static JetSampler Build(StudyRequest request, JetTableChoices choices)
    {
        int library = choices.Detector.Collisions.LibrarySize;
        ulong seed = choices.Detector.Seed;
        using RunStage stage = request.Progress.Stage("detector and pile-up library", library, "collisions");
        var world = new DetectorWorld(choices.Detector, request.Threads);
        var tracks = new CrossingTracks(
            world.Tracker, new MinimumBiasGenerator(seed).Generate, library, seed, request.Threads);
        return new(
            () => world.NewChain(new SimulationOptions { RotateAzimuth = false }, seed), choices.Jets.ToOptions(),
            tracks, seed);
    }
}
