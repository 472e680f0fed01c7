using Moliere.Data.Kinematics;
using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Tagging.Displaced;

/// <summary>
/// Events with at least two jets as event trees see them: scores, times and energy fractions of the two jets that look
/// most like signal, and sums over the event. Distances to tracks are kept out: they are the other axis of the plane.
/// </summary>
/// <source>arXiv:2203.01009, section 6; gordonwatts/CalRatioTrainer does not hold the list, so it is ours.</source>
public sealed record DisplacedEvents
{
    /// <summary>Names of the features [F].</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "first_signal", "first_bib", "first_time", "first_em", "second_signal", "second_bib", "second_time",
        "second_em", "delta_phi", "event_ht", "event_missing", "event_jets",
    ];

    /// <summary>Features of the events [E, F] row-major; NaN where a jet has no clusters.</summary>
    public required float[] Features { get; init; }

    /// <summary>What each event was made as [E]: a number of <see cref="DisplacedClass"/>, -1 for data.</summary>
    public required int[] Classes { get; init; }

    /// <summary>Weights of the events [E].</summary>
    public required float[] Weights { get; init; }

    /// <summary>Sum over the jets of an event of the distance to the closest track [E].</summary>
    public required float[] TrackDistance { get; init; }

    /// <summary>The same without the jet most like signal [E].</summary>
    public required float[] OtherDistance { get; init; }

    /// <summary>Earlier time of the leading clusters of both jets [ns], [E]; NaN without them.</summary>
    public required float[] Times { get; init; }

    /// <summary>Rows of the two jets in the table [E, 2], the one more like signal first.</summary>
    public required int[] Jets { get; init; }

    /// <summary>Number of events E.</summary>
    public int Count => Classes.Length;

    /// <summary>Events of the table that have one jet alone.</summary>
    public required int Single { get; init; }

    /// <summary>Collects events; jets of one event are neighbours of equal number, class and origin.</summary>
    /// <param name="jets">Columns of <see cref="DisplacedJetColumns"/>.</param>
    /// <param name="scores">Probabilities of the classes of each jet [N, 3]; NaN counts as least like signal.</param>
    /// <exception cref="MissingColumnException">A column is missing; the message names the nearest ones.</exception>
    public static DisplacedEvents Of(Table jets, float[] scores)
    {
        var collection = new Collection(jets, scores);
        foreach ((int first, int end) in EventRuns.Of(jets))
        {
            collection.Add(first, end);
        }

        return collection.ToEvents();
    }

    /// <summary>One of both sums [E].</summary>
    /// <param name="sum">Over which jets.</param>
    public float[] Distances(DistanceSum sum) => sum == DistanceSum.All ? TrackDistance : OtherDistance;

    /// <summary>Some of the events, in the given order.</summary>
    /// <param name="events">Numbers in [0, E).</param>
    public DisplacedEvents Select(int[] events) => this with
    {
        Features = Pick(Features, events, Names.Count),
        Classes = Pick(Classes, events, 1),
        Weights = Pick(Weights, events, 1),
        TrackDistance = Pick(TrackDistance, events, 1),
        OtherDistance = Pick(OtherDistance, events, 1),
        Times = Pick(Times, events, 1),
        Jets = Pick(Jets, events, 2),
    };

    private static T[] Pick<T>(T[] values, int[] rows, int width)
    {
        var picked = new T[rows.Length * width];
        for (int i = 0; i < rows.Length; i++)
        {
            Array.Copy(values, rows[i] * width, picked, i * width, width);
        }

        return picked;
    }

    private sealed class Collection(Table jets, float[] scores)
    {
        private readonly int[] _class = EventRuns.Classes(jets);
        private readonly float[] _phi = jets.Floats(DisplacedJetColumns.Phi);
        private readonly float[] _ht = jets.Floats(DisplacedJetColumns.EventHt);
        private readonly float[] _missing = jets.Floats(DisplacedJetColumns.EventMissing);
        private readonly float[] _distance = jets.Floats(DisplacedJetColumns.TrackDistance);
        private readonly float[] _time = JetSummaries.LeadingTimes(jets);
        private readonly float[] _em = JetSummaries.ElectromagneticFractions(jets);
        private readonly float[] _weight = JetReading.Weights(jets);

        private readonly List<float> _features = [];
        private readonly List<int> _classes = [];
        private readonly List<float> _weights = [];
        private readonly List<float> _sums = [];
        private readonly List<float> _others = [];
        private readonly List<float> _times = [];
        private readonly List<int> _pairs = [];
        private int _single;

        public void Add(int first, int end)
        {
            if (end - first < 2)
            {
                _single++;
                return;
            }

            // Equal scores keep the order of momenta.
            int[] best = [.. Enumerable.Range(first, end - first).OrderByDescending(Signal).Take(2)];
            _pairs.AddRange(best);
            foreach (int row in best)
            {
                _features.AddRange([Signal(row), scores[(row * 3) + 2], _time[row], _em[row]]);
            }

            _features.AddRange(
                [(float)Math.Abs(EtaPhi.DeltaPhi(_phi[best[0]], _phi[best[1]])), _ht[first], _missing[first],
                end - first]);
            _times.Add(Math.Min(_time[best[0]], _time[best[1]]));
            _sums.Add(Enumerable.Range(first, end - first).Sum(row => _distance[row]));
            _others.Add(Enumerable.Range(first, end - first).Where(row => row != best[0]).Sum(row => _distance[row]));
            _classes.Add(_class[first]);
            _weights.Add(_weight[first]);
        }

        public DisplacedEvents ToEvents() => new()
        {
            Features = [.. _features],
            Classes = [.. _classes],
            Weights = [.. _weights],
            TrackDistance = [.. _sums],
            OtherDistance = [.. _others],
            Times = [.. _times],
            Jets = [.. _pairs],
            Single = _single,
        };

        private float Signal(int row) => float.IsNaN(scores[(row * 3) + 1]) ? -1 : scores[(row * 3) + 1];
    }
}
