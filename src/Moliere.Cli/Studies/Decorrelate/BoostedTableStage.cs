using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Decorrelate;
using Moliere.Data.Expressions;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Formats.Sources;
using Moliere.Formats.Tables;
using Moliere.Simulation.Detector;
using Moliere.Simulation.Samples;
using Moliere.Simulation.Samples.Boosted;

namespace Moliere.Cli.Studies.Decorrelate;

/// <summary>Makes the table of large-radius jets of a run, or finds the one that an interrupted run left.</summary>
internal static class BoostedTableStage
{
    /// <summary>File of the table inside a run folder.</summary>
    public const string FileName = "tables/boosted-jets.table";

    private const int CrossingsPerBlock = 8; // seconds of work

    /// <summary>Simulates or reads the jets where they are not there yet.</summary>
    /// <param name="request">Folder, shard, progress, threads and cancellation.</param>
    /// <param name="recipe">What decides the rows.</param>
    /// <returns>Where the table is.</returns>
    public static string Make(StudyRequest request, DecorrelateRecipe recipe)
    {
        string target = request.Folder.PathOf(FileName);
        if (recipe.Source.Input is { } input)
        {
            if (!File.Exists(target))
            {
                TableFile.Write(target, Read(input, recipe.Source, request));
            }

            return target;
        }

        int each = recipe.Source.EventsPerCrossing;
        var sampler = new Lazy<BoostedJetSampler>(() => Build(request, recipe));
        Func<long, GeneratedEvent> generate = Mixed(Options(recipe), recipe.Seed);
        if (!File.Exists(target))
        {
            new TableProduction(request, FileName).Simulate(
                BoostedJetSampler.NoJets, recipe.Seed, recipe.Source.Events, (first, count, write) =>
                {
                    using RunStage stage = request.Progress.Stage("simulation and reconstruction", count);
                    sampler.Value.Stream(
                        CrossingItem.Of(SampleItem.FromGenerator(generate, first, count), each, first / each),
                        CrossingsPerBlock, write, request.Threads, done => stage.Advance(done * each),
                        request.Cancellation);
                },
                CrossingsPerBlock * each);
        }

        return target;
    }

    // A W event has one jet and a dijet event two, few of them as heavy: of four events one has a W. The house's
    // sampler numbers two W events and a dijet event in turns.
    private static Func<long, GeneratedEvent> Mixed(BoostedSampleOptions options, ulong seed)
    {
        Func<long, GeneratedEvent> turns = BoostedEvents.Create(
            new() { Process = Moliere.Simulation.Generation.Process.W, PtMin = options.PtMin, PtMax = options.PtMax, EtaMax = options.EtaMax }, seed);
        return number => turns(number % 4 == 0 ? 3 * (number / 4) : (3 * ((3 * (number / 4)) + (number % 4) - 1)) + 2);
    }

    private static BoostedSampleOptions Options(DecorrelateRecipe recipe) => new()
    {
        PtMin = recipe.Jets.PtMin,
        PtMax = recipe.Jets.PtMax,
        EtaMax = recipe.Jets.EtaMax,
        Pileup = recipe.Pileup.MeanMu > 0 ? BoostedPileup.Always : BoostedPileup.Never,
    };

    private static BoostedJetSampler Build(StudyRequest request, DecorrelateRecipe recipe)
    {
        DetectorChoices choices = new(
            recipe.Detector.Describe(), recipe.Pileup.ToOptions(), recipe.Clustering.ToOptions(), recipe.Seed);
        using RunStage stage = request.Progress.Stage(
            "detector and pile-up library", choices.Collisions.LibrarySize, "collisions");
        var world = new DetectorWorld(choices, request.Threads);
        return new(
            hasPileup => world.NewChain(
                new SimulationOptions { RotateAzimuth = false, WithPileup = hasPileup }, recipe.Seed),
            Options(recipe), recipe.Seed);
    }

    private static Table Read(string input, BoostedSourceSection section, StudyRequest request)
    {
        string inside = Path.Combine(input, FileName);
        using ITableSource source = TableSources.Open(File.Exists(inside) ? inside : input);
        (string Name, Expression Expression)[] columns = Columns(source, section);
        Expression? select = section.Select is { } text ? Expression.Parse(text) : null;
        string[] needed = [.. columns.SelectMany(column => column.Expression.Columns)
            .Concat(select?.Columns ?? []).Distinct()];
        using RunStage stage = request.Progress.Stage("reading jets", source.RowCount, "entries");
        Table raw = source.Read(0, checked((int)source.RowCount), needed, request.Threads);
        raw = select is null ? raw : raw.Select(select.Select(raw));
        stage.Advance(raw.RowCount);
        return new([.. columns.Select(column => Made(column.Name, column.Expression.Evaluate(raw)))]);
    }

    private static Column Made(string name, double[] values) => name == BoostedJetColumns.Crossing
        ? new LongColumn(name, "", "what is dealt to training and test", Array.ConvertAll(values, value => (long)value))
        : new FloatColumn(name, "", "as read", Array.ConvertAll(values, value => (float)value));

    private static (string Name, Expression Expression)[] Columns(ITableSource source, BoostedSourceSection section)
    {
        string[] always = [BoostedJetColumns.IsSignal, BoostedJetColumns.Pt, BoostedJetColumns.Mass];
        foreach (string name in always.Where(name => !section.Columns.ContainsKey(name) && source.Find(name) is null))
        {
            throw new RefusalException(
                ExitCode.BadData,
                $"{source.Name} has no column '{name}'; name it with --set source.columns={{{name}: COLUMN}}. There "
                + $"are {string.Join(", ", source.Columns.Select(column => column.Name).Take(30))}.");
        }

        return
        [
            .. BoostedSourceSection.Known
                .Where(name => section.Columns.ContainsKey(name) || source.Find(name) is not null)
                .Select(name => (name, Expression.Parse(section.Columns.GetValueOrDefault(name, name)))),
        ];
    }
}
