using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Tagging.Displaced;

/// <summary>Long-lived particles, and the jets of the same crossings with their scores.</summary>
/// <param name="Particles">
/// Truth columns of <see cref="DisplacedJetColumns"/>, event and weight; particles without a jet as well.
/// </param>
/// <param name="Jets">Jets of all classes.</param>
/// <param name="Scores">Scores of a tagger [N, 3].</param>
public sealed record JetMapSample(Table Particles, Table Jets, float[] Scores)
{
    /// <summary>The particles that have a jet, each once, where nothing is known of others.</summary>
    /// <param name="jets">Jets of all classes; those of signal without a place of decay stand for no particle.</param>
    public static Table Matched(Table jets)
    {
        var keys = KeysOf(jets);
        return jets.Select([.. Signal(jets).DistinctBy(row => keys[row])]);
    }

    /// <summary>
    /// Deals particles as their jets were dealt. Crossings that left no jet at all are dealt by the same shares, so
    /// that particles without a jet are not missed.
    /// </summary>
    /// <param name="particles">Event, crossing, class, data flag and weight as the jets have them, and truth.</param>
    /// <param name="parts">Jets of each part.</param>
    /// <param name="shares">Shares of the parts but the last, as in <see cref="CrossingDeal.Parts"/>.</param>
    /// <param name="seed">Seed of the deal.</param>
    /// <returns>The particles of each part.</returns>
    public static Table[] Deal(Table particles, IReadOnlyList<Table> parts, IReadOnlyList<double> shares, ulong seed)
    {
        long[] crossings = particles.Longs(DisplacedJetColumns.Crossing);
        Table Of(Predicate<long> takes) => particles.Select(
            [.. Enumerable.Range(0, crossings.Length).Where(row => takes(crossings[row]))]);
        HashSet<long>[] known = [.. parts.Select(part => part.Longs(DisplacedJetColumns.Crossing).ToHashSet())];
        Table[] others = CrossingDeal.Parts(
            Of(crossing => !known.Any(part => part.Contains(crossing))), shares, seed);
        return [.. known.Select((part, i) => ColumnJoin.Rows([Of(part.Contains), others[i]]))];
    }

    /// <summary>Which particles have a jet with a score of signal of at least so much.</summary>
    /// <param name="cut">The least one.</param>
    /// <exception cref="ArgumentException">A jet of signal comes from no particle of the table.</exception>
    internal bool[] Passed(double cut)
    {
        Dictionary<(long, float, float), int> rowOf = [];
        var keys = KeysOf(Particles);
        for (int row = 0; row < keys.Length; row++)
        {
            rowOf[keys[row]] = row;
        }

        var passed = new bool[keys.Length];
        var jetKeys = KeysOf(Jets);
        foreach (int jet in Signal(Jets))
        {
            int row = rowOf.TryGetValue(jetKeys[jet], out int found) ? found : throw new ArgumentException(
                $"A jet of event {jetKeys[jet].Event} is of a decay that is not among the long-lived particles.");
            passed[row] |= Scores[(jet * 3) + 1] >= cut;
        }

        return passed;
    }

    // Jets of signal whose decay is known; a decay at the centre is none of a displaced jet.
    private static IEnumerable<int> Signal(Table jets)
    {
        int[] classes = WholeNumbers.Of(jets, DisplacedJetColumns.Class);
        var keys = KeysOf(jets);
        return Enumerable.Range(0, classes.Length).Where(row => classes[row] == (int)DisplacedClass.Signal
            && (keys[row].Radius != 0 || keys[row].Z != 0));
    }

    // A decay is known by its event and its place, which particle and jet have with the same bits.
    private static (long Event, float Radius, float Z)[] KeysOf(Table table)
    {
        long[] events = table.Longs(DisplacedJetColumns.Event);
        float[] radius = table.Floats(DisplacedJetColumns.DecayRadius), z = table.Floats(DisplacedJetColumns.DecayZ);
        return [.. events.Select((number, row) => (number, radius[row], z[row]))];
    }
}
