using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Learning.Trees;

namespace Moliere.Tagging.Displaced;

/// <summary>
/// What a per-jet tagger is worth in the end: event trees grown on its scores, the significance of a cut on them that
/// was chosen on other events, and the plane that counts the background.
/// </summary>
/// <source>arXiv:2203.01009, sections 6 and 7.</source>
public sealed record EventChain
{
    /// <summary>The trees.</summary>
    public required EventTrees Trees { get; init; }

    /// <summary>Events the trees learnt from.</summary>
    public required DisplacedEvents Learnt { get; init; }

    /// <summary>The jets of those events.</summary>
    public required Table LearntJets { get; init; }

    /// <summary>Their scores [E]: where cuts of the plane are chosen.</summary>
    public required float[] LearntScores { get; init; }

    /// <summary>Events that judge.</summary>
    public required DisplacedEvents Test { get; init; }

    /// <summary>The jets of those events.</summary>
    public required Table TestJets { get; init; }

    /// <summary>Their scores [E].</summary>
    public required float[] Scores { get; init; }

    /// <summary>Significance against the cut.</summary>
    public required SignificanceScan Scan { get; init; }

    /// <summary>
    /// The choice on the events that stopped the trees, with as much background, in events that judge, as
    /// <see cref="SignificanceScan.LeastBackground"/>; where none leaves so much all pass.
    /// </summary>
    public required double Cut { get; init; }

    /// <summary>What passes that cut of the events that judge.</summary>
    public ScanPoint Passed => Scan.At(Cut);

    /// <summary>
    /// Share of the signal over the root of the background at that cut; where less background is left than asked for it
    /// counts as so much, lest luck be taken for merit.
    /// </summary>
    public double Significance => SignificanceOf(Passed);

    /// <summary>
    /// Relative error of that by counting the events that pass; an upper bound where less background passes than it is
    /// counted as.
    /// </summary>
    public double RelativeError => Math.Sqrt(Steps().Sum(step => step * step));

    /// <summary>Grows trees on the scores of a tagger and judges them.</summary>
    /// <param name="tagger">Any per-jet tagger.</param>
    /// <param name="training">Jets of events that trees learn from; best such that the tagger has not learnt from.
    /// </param>
    /// <param name="stopping">Jets of events that say when to stop and where to cut.</param>
    /// <param name="test">Jets of events that judge.</param>
    /// <param name="options">How trees are boosted; its threads score too.</param>
    /// <exception cref="ArgumentException">One of the classes has no event with two jets.</exception>
    public static EventChain Of(
        ITagger tagger, Table training, Table stopping, Table test, BoostingOptions options)
    {
        DisplacedEvents Events(Table jets) => DisplacedEvents.Of(jets, tagger.Apply(jets, options.Threads));
        DisplacedEvents learnt = Events(training), judged = Events(test), stopped = Events(stopping);
        var trees = EventTrees.Derive(learnt, stopped, options);
        SignificanceScan Scan(DisplacedEvents events, float[] scores) =>
            SignificanceScan.Of(scores, events.Classes, events.Weights);
        float[] scores = trees.Apply(judged, options.Threads);
        SignificanceScan scan = Scan(judged, scores), choice = Scan(stopped, trees.Apply(stopped, options.Threads));
        double least = SignificanceScan.LeastBackground * choice.BeamInduced / scan.BeamInduced;
        return new()
        {
            Trees = trees,
            Learnt = learnt,
            LearntJets = training,
            LearntScores = trees.Apply(learnt, options.Threads),
            Test = judged,
            TestJets = test,
            Scores = scores,
            Scan = scan,
            Cut = choice.Choice(least)?.Cut ?? double.NegativeInfinity,
        };
    }

    /// <summary>Significance of some of the signal against all background, at the same cut.</summary>
    /// <param name="takes">Which events of the signal count, by their number in <see cref="Test"/>.</param>
    /// <exception cref="ArgumentException">None does.</exception>
    public double SignificanceOf(Predicate<int> takes)
    {
        int[] events = [.. Enumerable.Range(0, Test.Count)
            .Where(i => Test.Classes[i] != (int)DisplacedClass.Signal || takes(i))];
        return SignificanceOf(SignificanceScan.Of(
            Array.ConvertAll(events, i => Scores[i]), Array.ConvertAll(events, i => Test.Classes[i]),
            Array.ConvertAll(events, i => Test.Weights[i])).At(Cut));
    }

    private static double SignificanceOf(ScanPoint point) =>
        point.Signal / Math.Sqrt(Math.Max(point.Background, SignificanceScan.LeastBackground));

    /// <summary>
    /// Relative error, by counting, of this significance over that of another tagger for the same events; what passes
    /// the cuts of both cancels.
    /// </summary>
    /// <param name="other">Judged by the same events.</param>
    /// <exception cref="ArgumentException">It was judged by others.</exception>
    public double RelativeErrorOver(EventChain other) => other.Test.Jets.Length != Test.Jets.Length
        ? throw new ArgumentException(
            $"Found {other.Test.Count} events that judge the one tagger and {Test.Count} the other, expected the same.")
        : Math.Sqrt(Steps().Zip(other.Steps()).Sum(pair => (pair.First - pair.Second) * (pair.First - pair.Second)));

    // What each event adds to the logarithm of the significance.
    private IEnumerable<double> Steps()
    {
        ScanPoint passed = Passed;
        double background = Math.Max(passed.Background, SignificanceScan.LeastBackground);
        return Scores.Select((score, i) => Scan.Counts[i] * (Test.Classes[i] == (int)DisplacedClass.Signal
            ? (score >= Cut ? 1 / passed.Signal : 0) - 1 // it is a share: what is lost counts as well
            : score >= Cut ? -0.5 / background : 0));
    }

    /// <summary>The plane of event score and sum of distances to tracks, of the events that judge.</summary>
    /// <param name="options">Which events are clean, and how much of them counts as high.</param>
    /// <exception cref="ArgumentException">No event of the background is clean.</exception>
    public PlaneOutcome Plane(PlaneOptions options)
    {
        bool[] learnt = Clean(Learnt, LearntJets, options), test = Clean(Test, TestJets, options);
        int[] reference = [.. Background(Learnt).Where(i => learnt[i])];
        if (reference.Length == 0)
        {
            throw new ArgumentException(
                $"None of the {Learnt.Count} events is clean background with two jets; the plane has nothing to "
                + "count.");
        }

        double cutX = Upper([.. reference.Select(i => LearntScores[i])], options.HighScores);
        float[] learntDistances = Learnt.Distances(options.Distances), distances = Test.Distances(options.Distances);
        double cutY = Upper([.. reference.Select(i => learntDistances[i])], options.HighDistances);
        int[] all = [.. Enumerable.Range(0, Test.Count).Where(i => test[i])];
        int[] background = [.. Background(Test).Where(i => test[i])];
        AbcdPlane Of(int[] events) => AbcdPlane.Of(
            [.. events.Select(i => Scores[i])], [.. events.Select(i => distances[i])],
            [.. events.Select(i => Test.Weights[i])], cutX, cutY);
        AbcdPlane OfClass(DisplacedClass one) => Of([.. all.Where(i => Test.Classes[i] == (int)one)]);
        return new(
            Of(background), OfClass(DisplacedClass.Signal), OfClass(DisplacedClass.Qcd),
            OfClass(DisplacedClass.BeamInduced), background, [.. background.Select(i => distances[i])]);
    }

    private static IEnumerable<int> Background(DisplacedEvents events) => Enumerable.Range(0, events.Count)
        .Where(i => events.Classes[i] is (int)DisplacedClass.Qcd or (int)DisplacedClass.BeamInduced);

    private static bool[] Clean(DisplacedEvents events, Table jets, PlaneOptions options)
    {
        bool[] passes = options.Trigger.Passes(jets);
        return
        [
            .. Enumerable.Range(0, events.Count).Select(i => passes[events.Jets[2 * i]]
                && events.Times[i] > options.TimeMin),
        ];
    }

    private static double Upper(float[] values, double share)
    {
        Array.Sort(values);
        return values[Math.Clamp((int)(values.Length * (1 - share)), 0, values.Length - 1)];
    }
}

/// <summary>Which events enter the plane, and how much of them counts as high.</summary>
/// <param name="TimeMin">Both leading clusters are later [ns]; how late they may be the read-out window says.</param>
/// <param name="HighScores">Share of clean background whose score counts as high.</param>
/// <param name="HighDistances">Share of it whose sum of distances to tracks counts as high.</param>
/// <param name="Distances">Over which jets that sum is.</param>
/// <param name="Trigger">What else an event must pass: one population of background is to be left, as two of unlike
/// corners are not independent together even where each is.</param>
public sealed record PlaneOptions(
    double TimeMin, double HighScores, double HighDistances, DistanceSum Distances, EventTrigger Trigger);

/// <summary>The plane of the events that judge.</summary>
/// <param name="Background">Clean events of both backgrounds.</param>
/// <param name="Signal">Clean events of the signal, with the weights they have.</param>
/// <param name="Qcd">Clean events of ordinary collisions alone.</param>
/// <param name="BeamInduced">Clean beam-induced events alone.</param>
/// <param name="Events">Numbers of the background events.</param>
/// <param name="Distances">Their sums of distances to tracks.</param>
public sealed record PlaneOutcome(
    AbcdPlane Background, AbcdPlane Signal, AbcdPlane Qcd, AbcdPlane BeamInduced, int[] Events, float[] Distances)
{
    /// <summary>What would be predicted for A if signal were there, over the prediction without.</summary>
    /// <param name="share">Signal in all four regions over background in all four.</param>
    public double Contamination(double share)
    {
        double Sum(AbcdPlane plane) => plane.A.Sum + plane.B.Sum + plane.C.Sum + plane.D.Sum;
        double scale = share * Sum(Background) / Sum(Signal);
        double With(AbcdRegion own, AbcdRegion signal) => own.Sum + (scale * signal.Sum);
        return With(Background.B, Signal.B) * With(Background.C, Signal.C) / With(Background.D, Signal.D)
            / Background.Predicted;
    }
}
