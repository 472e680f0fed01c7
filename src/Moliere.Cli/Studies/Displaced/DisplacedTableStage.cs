using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Displaced;
using Moliere.Data.Tables;
using Moliere.Simulation.Detector;
using Moliere.Simulation.Generation;
using Moliere.Simulation.Samples;
using Moliere.Simulation.Samples.Displaced;

namespace Moliere.Cli.Studies.Displaced;

/// <summary>Makes the table of displaced jets of a run, or finds the one that an interrupted run left.</summary>
internal static class DisplacedTableStage
{
    /// <summary>File of the table inside a run folder.</summary>
    public const string FileName = "tables/displaced-jets.table";

    /// <summary>Name of the stage that makes it.</summary>
    public const string StageName = "simulation and reconstruction";

    // Seconds of work, so little is lost with an interruption, and some hundred rows.
    private const int CrossingsPerBlock = 8;

    /// <summary>Makes the table of all samples where it is not there yet.</summary>
    /// <param name="request">Folder, progress, threads and cancellation.</param>
    /// <param name="sample">What decides the rows.</param>
    /// <param name="choices">Detector and pile-up.</param>
    /// <returns>Where it is.</returns>
    public static string Make(StudyRequest request, DisplacedSampleSection sample, DetectorChoices choices)
    {
        string target = request.Folder.PathOf(FileName);
        if (File.Exists(target))
        {
            return target;
        }

        int each = sample.EventsPerCrossing;
        var sampler = new Lazy<DisplacedSampler>(() => Build(request, sample, choices));
        new TableProduction(request, FileName).Simulate(
            DisplacedSampler.NoJets, choices.Seed, sample.Events(),
            (first, count, write) => Simulate(
                request, sampler.Value, sample.Crossings().Skip((int)(first / each)).Take((int)(count / each)), count,
                each, write),
            CrossingsPerBlock * each);
        return target;
    }

    private static void Simulate(
        StudyRequest request, DisplacedSampler sampler, IEnumerable<DisplacedCrossing> crossings, long events, int each,
        Action<Table> write)
    {
        using RunStage stage = request.Progress.Stage(StageName, events);
        sampler.Stream(
            crossings, CrossingsPerBlock, write, request.Threads, done => stage.Advance(done * each),
            request.Cancellation);
    }

    private static DisplacedSampler Build(
        StudyRequest request, DisplacedSampleSection sample, DetectorChoices choices)
    {
        int library = choices.Collisions.LibrarySize;
        ulong seed = choices.Seed;
        using RunStage stage = request.Progress.Stage("detector and pile-up library", library, "collisions");
        var world = new DetectorWorld(choices, request.Threads);
        var tracks = new CrossingTracks(
            world.Tracker, new MinimumBiasGenerator(seed).Generate, library, seed, request.Threads);
        return new(
            () => world.NewChain(new SimulationOptions { RotateAzimuth = false }, seed),
            Generator(sample, seed), sample.ToRows(), tracks, seed);
    }

    private static DisplacedGenerator Generator(DisplacedSampleSection sample, ulong seed)
    {
        try
        {
            return new(sample.ToGenerator(), seed);
        }
        catch (ArgumentException error)
        {
            // The runtime adds the parameter's name, which means nothing here.
            throw new RefusalException(ExitCode.Usage, $"sample.points: {error.Message.Split(" (Parameter")[0]}");
        }
    }
}
