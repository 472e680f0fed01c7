using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Pivot;
using Moliere.Data.Objects;
using Moliere.Simulation.Detector;
using Moliere.Simulation.Detector.Description;
using Moliere.Simulation.Generation;
using Moliere.Simulation.Pileup;
using Moliere.Simulation.Samples;
using Moliere.Simulation.Samples.Boosted;

namespace Moliere.Cli.Studies.Pivot;

/// <summary>Makes the table of large-radius jets with and without pile-up, or goes on where a run was interrupted.
/// </summary>
internal static class PivotJets
{
    /// <summary>File of the table inside a run folder.</summary>
    public const string FileName = "tables/boosted-jets.table";

    private const int CrossingsPerBlock = 8; // seconds of work
    private const double Margin = 0.15; // of the momenta beyond the range of jets, for what radiation takes and gives

    /// <summary>Simulates the jets where they are not there yet.</summary>
    /// <param name="request">Folder, progress, threads and cancellation.</param>
    /// <param name="recipe">How many, of which momenta.</param>
    /// <returns>Where the table is.</returns>
    public static string Make(StudyRequest request, PivotRecipe recipe)
    {
        PivotSourceSection source = recipe.Source;
        string target = request.Folder.PathOf(FileName);
        if (File.Exists(target))
        {
            return target;
        }

        var bosons = new ProcessOptions
        {
            Process = Process.W,
            PtMin = (1 - Margin) * source.PtMin,
            PtMax = (1 + Margin) * source.PtMax,
            EtaMax = new BoostedSampleOptions().EtaMax,
        };
        Func<long, GeneratedEvent> generate = BoostedEvents.Create(bosons, recipe.Seed);
        var sampler = new Lazy<BoostedJetSampler>(() => Build(request, recipe));
        int each = source.EventsPerCrossing;
        new TableProduction(request, FileName).Simulate(
            BoostedJetSampler.NoJets, recipe.Seed, source.Events, (first, count, write) =>
            {
                using RunStage stage = request.Progress.Stage("simulation and reconstruction", count);
                sampler.Value.Stream(
                    CrossingItem.Of(SampleItem.FromGenerator(generate, first, count), each, first / each),
                    CrossingsPerBlock, write, request.Threads, done => stage.Advance((long)done * each),
                    request.Cancellation);
            },
            CrossingsPerBlock * each);
        return target;
    }

    private static BoostedJetSampler Build(StudyRequest request, PivotRecipe recipe)
    {
        PivotSourceSection source = recipe.Source;
        var collisions = new PileupOptions { FixedMu = source.Mu, LibrarySize = source.Library };
        using RunStage stage = request.Progress.Stage("detector and pile-up library", source.Library, "collisions");
        var world = new DetectorWorld(
            new(DetectorDescription.Default, collisions, new(), recipe.Seed), request.Threads);
        return new(
            hasPileup => world.NewChain(
                new SimulationOptions { RotateAzimuth = false, WithPileup = hasPileup }, recipe.Seed),
            new() { PtMin = source.PtMin, PtMax = source.PtMax }, recipe.Seed);
    }
}
