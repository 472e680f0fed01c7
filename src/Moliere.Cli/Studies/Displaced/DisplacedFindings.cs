using Moliere.Cli.Progress;
using Moliere.Cli.Recipes.Displaced;
using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Adversaries;
using Moliere.Tagging;
using Moliere.Tagging.Displaced;
using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Tagging;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Displaced;

/// <summary>One tagger as judged.</summary>
/// <param name="Method">One of <see cref="DisplacedMethods"/>.</param>
/// <param name="Seed">Its seed; null for trees, which have none.</param>
/// <param name="Scores">Scores of the jets that judge [N, 3].</param>
/// <param name="Control">Scores of the jets of the control region that judge [M, 3].</param>
/// <param name="Fresh">What a fresh adversary finds; null for trees.</param>
/// <param name="Chain">What it is worth for events.</param>
internal sealed record JudgedTagger(
    string Method, ulong? Seed, float[] Scores, float[] Control, FreshVerdict? Fresh, EventChain Chain);

/// <summary>All taggers measured on jets that none of them has seen.</summary>
internal sealed record DisplacedFindings
{
    /// <summary>The jets.</summary>
    public required DisplacedParts Parts { get; init; }

    /// <summary>Jets that judge, of the events that the trigger keeps.</summary>
    public required Table Triggered { get; init; }

    /// <summary>All taggers: trees first, then network and adversarial, seed by seed.</summary>
    public required IReadOnlyList<JudgedTagger> Taggers { get; init; }

    /// <summary>The plane after the adversarial network of the first seed.</summary>
    public required PlaneOutcome Plane { get; init; }

    /// <summary>Efficiency map of the adversarial network of the first seed; null where tables have no truth.</summary>
    public required JetMap? Map { get; init; }

    /// <summary>Distances of data and simulation in summaries of jets.</summary>
    public required IReadOnlyList<(string Name, double Distance)> Inputs { get; init; }

    /// <summary>Pairs of masses of the signal: scalar, resonance [GeV].</summary>
    public required IReadOnlyList<(double Scalar, double Resonance)> Points { get; init; }

    /// <summary>The figures.</summary>
    public required IReadOnlyList<FigureEntry> Figures { get; init; }

    /// <summary>The recipe's limits.</summary>
    public required IReadOnlyList<ReportCheck> Limits { get; init; }

    /// <summary>The first tagger of a method.</summary>
    public JudgedTagger First(string method) => Taggers.First(tagger => tagger.Method == method);

    /// <summary>Measures.</summary>
    /// <exception cref="RefusalException">One of the classes has no event with two jets.</exception>
    public static DisplacedFindings Of(
        StudyRequest request, DisplacedRecipe recipe, DisplacedParts parts, DisplacedNetworks networks)
    {
        EventTrigger trigger = recipe.Trigger.ToOptions();
        Table events = trigger.Select(parts.Events), stopping = trigger.Select(parts.Cut);
        Table triggered = trigger.Select(parts.Test);
        using RunStage stage = request.Progress.Stage("measurement", 1 + (2 * recipe.Seeds), "taggers");
        JudgedTagger Judge(string method, ITagger tagger, ulong? seed)
        {
            request.Cancellation.ThrowIfCancellationRequested();
            JudgedTagger judged = DisplacedNetworks.Refusing(() => new JudgedTagger(
                method, seed, tagger.Apply(parts.Test, request.Threads),
                tagger.Apply(parts.ControlTest, request.Threads),
                tagger is DisplacedNetworkTagger network
                    ? networks.Derivation.Fresh(network, parts.ControlTest, seed!.Value) : null,
                EventChain.Of(
                    tagger, events, stopping, triggered, recipe.Trees.ToOptions(recipe.Seed, request.Threads))));
            stage.Advance();
            return judged;
        }

        JudgedTagger[] taggers =
        [
            Judge(DisplacedMethods.Trees, networks.Trees, null),
            .. networks.Seeds.SelectMany(seed => new[]
            {
                Judge(DisplacedMethods.Network, seed.Alone, seed.Seed),
                Judge(DisplacedMethods.Adversarial, seed.Held, seed.Seed),
            }),
        ];
        PlaneOutcome plane = DisplacedNetworks.Refusing(() => taggers
            .First(tagger => tagger.Method == DisplacedMethods.Adversarial).Chain.Plane(recipe.Abcd.Plane()));
        IReadOnlyList<(string, double)> inputs = DisplacedNetworks.Refusing(
            () => ScoreAgreement.OfInputs(parts.ControlTest));
        (double, double)[] points = PointsOf(parts.Test);
        JetMap? map = MapOf(request, recipe, parts, networks.Seeds[0].Held, taggers);
        IReadOnlyList<FigureEntry> figures =
        [
            .. DisplacedEntries.Of(parts, triggered, taggers, recipe.Abcd.Plane(), inputs, points),
            .. DisplacedMapEntries.Of(map),
        ];
        return new()
        {
            Parts = parts,
            Triggered = triggered,
            Taggers = taggers,
            Plane = plane,
            Map = map,
            Inputs = inputs,
            Points = points,
            Figures = figures,
            Limits = LimitChecks.Of(recipe.Limits, figures),
        };
    }

    /// <summary>The figure of all jets, over all seeds.</summary>
    public FigureEntry? Whole(string metric, string method) => Figures.Whole(metric, method);

    private static JetMap? MapOf(
        StudyRequest request, DisplacedRecipe recipe, DisplacedParts parts, DisplacedNetworkTagger tagger,
        JudgedTagger[] taggers)
    {
        if (DisplacedParticles.Of(request, recipe, parts) is not { } particles)
        {
            return null;
        }

        float[] judged = taggers.First(one => one.Method == DisplacedMethods.Adversarial).Scores;
        return DisplacedNetworks.Refusing(() => JetMap.Of(
            new(particles.Events, parts.Events, tagger.Apply(parts.Events, request.Threads)),
            new(particles.Test, parts.Test, judged), particles.Condition,
            new Dictionary<string, string>(DisplacedPreservation.Notes(request, tagger))));
    }

    private static (double Scalar, double Resonance)[] PointsOf(Table jets)
    {
        float[] scalar = jets.Floats(DisplacedJetColumns.LongLivedMass);
        float[] resonance = jets.Floats(DisplacedJetColumns.ResonanceMass);
        float[] displaced = jets.Floats(DisplacedJetColumns.Class);
        return
        [
            .. Enumerable.Range(0, jets.RowCount)
                .Where(row => displaced[row] == (int)DisplacedClass.Signal && scalar[row] > 0)
                .Select(row => ((double)scalar[row], (double)resonance[row])).Distinct()
                .OrderBy(point => point.Item2).ThenBy(point => point.Item1),
        ];
    }
}
