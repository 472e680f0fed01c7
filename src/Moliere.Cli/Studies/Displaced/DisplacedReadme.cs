using System.Globalization;
using Moliere.Simulation.Samples.Displaced;
using Moliere.Tagging.Displaced;

namespace Moliere.Cli.Studies.Displaced;

/// <summary>What tells a reader of the preserved files how to use them, without this program or its pages.</summary>
internal static class DisplacedReadme
{
    /// <summary>Name of the network.</summary>
    public const string Network = "jets.onnx";

    /// <summary>Name of the numbers that make measured values into inputs.</summary>
    public const string Preparation = "preparation.json";

    /// <summary>Name of the examples of jets.</summary>
    public const string Jets = "jets.csv";

    /// <summary>Name of the examples of events.</summary>
    public const string Events = "events.csv";

    /// <summary>Name of the files of the event trees, without ending.</summary>
    public const string Trees = "displaced_events";

    /// <summary>Name of the efficiency map.</summary>
    public const string Map = "efficiency-map.json";

    private const string Files = $"""
        {Network}             network of jets: probabilities of qcd, signal, bib
        {Preparation}      order, offsets and scales of its inputs
        {Jets}              measured jets with the scores that the network gives for them
        {Trees}.*    trees of events as C++17, C# and Python; the csv holds rows on and between
                              thresholds with their margins, by which the check programs and
                              'python3 {Trees}.py' test themselves
        {Events}            events with the score that the trees give for them: 1 / (1 + exp(-margin))
        """;

    private const string Steps = $"""
        From a jet to its scores

        Momenta are in GeV, lengths in mm, times in ns, angles in rad. {Jets} has a jet per line, lists
        joined by ';'.
        1. Leave out points with a number that is not finite; only 'bounded' values may be infinite.
        2. Order clusters and tracks by falling pt, equal ones as they come; segments stay as they come.
        3. side is -1 where the sum of pt * eta over all clusters is negative (without clusters: where eta
           of the jet is), else 1.
        4. Jet: side * eta. Clusters: side * (eta - eta of the first cluster), and phi as difference to the
           phi of that cluster in [-pi, pi]; the jet stands for it where there is none. Tracks and segments:
           the same with eta and phi of the jet; directions of segments like their positions.
        5. Of each value x: (transform(x) - offset) / scale as {Preparation} has them. linear is x,
           logarithm ln(max(x, 0.001)), inverse_sine asinh(x), bounded x cut at -5 and 5.
        6. Keep the first maximum_... points of each list, fill up with anything, and pass the true numbers.
           Inputs of the network: features [N, 3]; clusters, tracks, segments [N, maximum, values], the values
           in the order of {Preparation}; clusters_count, tracks_count, segments_count [N].
        """;

    /// <summary>The text.</summary>
    /// <param name="notes">Where the files come from.</param>
    /// <param name="map">The map; null where there is none.</param>
    /// <param name="rows">Which jets were simulated; null for tables of one's own, which say it themselves.</param>
    public static string Of(
        IReadOnlyList<KeyValuePair<string, string>> notes, JetMap? map, DisplacedSampleOptions? rows) => string.Join(
        "\n",
        [
            "A search for displaced jets, to be used without the program that made it", "", Files,
            .. map is null ? [] : MapLines(map), "", Steps, "", ToEvent(rows), "", "Where it comes from",
            .. notes.Select(note => $"{note.Key}: {note.Value}"), "",
        ]);

    private static string ToEvent(DisplacedSampleOptions? rows)
    {
        string jets = rows is null ? "the jets of the event, chosen as those of the tables that it learnt from,"
            : Text($"the jets of {rows.PtMin} to {rows.PtMax} GeV at EM scale with |eta| < {rows.EtaMax}");
        string all = rows is null ? "all its jets" : Text($"all jets above {rows.EventPtMin} GeV");
        return $"""
            From scores to an event

            Of {jets}
            the two of highest signal score (equal ones by pt), each with its signal and bib score, the time of
            its hardest cluster, and the share of the electromagnetic layers in the pt of its clusters;
            |delta phi| of the two; scalar sum, and length of the vector sum, of {all};
            and the number of the former jets. In the order of the columns of {Events}.
            """;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<string> MapLines(JetMap map) =>
    [
        $"{Map}   the probability, {map.Map.Selection},",
        $"                      by {string.Join(", ", map.Map.Axes.Select(axis => axis.Name))};",
        $"{"",22}{map.Closing}",
    ];
}
