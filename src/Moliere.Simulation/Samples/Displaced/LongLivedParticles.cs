using Moliere.Data.Objects;
using Moliere.Data.Tables;
using Moliere.Simulation.Generation.Hard;

namespace Moliere.Simulation.Samples.Displaced;

/// <summary>
/// The long-lived particles of signal events that decay where the search looks, whether a jet was found or not: what
/// efficiencies are measured of. Events are generated again, without a detector, and are those of the jets.
/// </summary>
/// <source>arXiv:2203.01009, section 5: decays in the calorimeter.</source>
public static class LongLivedParticles
{
    /// <summary>What they do, in words: decay in the calorimeter, with the bounds of that.</summary>
    public static string Decay => DecayVolume.Words;

    /// <summary>
    /// One row per particle, in the order of events: event, crossing, weight and class, and its truth with the names
    /// and the bits that a jet matched to it has.
    /// </summary>
    /// <param name="events">The generator that made the jets.</param>
    /// <param name="crossings">Those that made the jets; such of other samples are passed over.</param>
    /// <param name="isWanted">Which crossings are generated, by the number that their jets have.</param>
    /// <param name="threads">Number of workers, at least 1; the table does not depend on it.</param>
    /// <param name="cancellation">Stops the work between two crossings.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static Table Of(
        DisplacedGenerator events, IEnumerable<DisplacedCrossing> crossings, Predicate<long> isWanted, int threads,
        CancellationToken cancellation)
    {
        var parts = new List<Table> { Rows([]) };
        using var line = new PartLine<DisplacedCrossing>(
            crossings.Where(crossing => crossing.Sample == DisplacedSample.Signal && isWanted(NumberOf(crossing))),
            itemsPerPart: 1, itemsPerPiece: 1, threads, parts.Add);
        Workers.Run(threads, () => line.Work(piece =>
        {
            cancellation.ThrowIfCancellationRequested();
            return Rows([.. piece.SelectMany(crossing => OfCrossing(events, crossing))]);
        }));
        return ColumnJoin.Rows(parts);
    }

    private static IEnumerable<Row> OfCrossing(DisplacedGenerator events, DisplacedCrossing crossing) =>
        Enumerable.Range(0, crossing.Count)
            .Select(i => events.Generate(crossing.Sample, crossing.FirstEvent + i))
            .SelectMany(generated => LongLivedDecay.Of(generated).Where(decay => decay.IsInCalorimeter)
                .Select(decay => new Row(generated.Number, NumberOf(crossing), generated.Weight, decay)));

    private static long NumberOf(DisplacedCrossing crossing) =>
        DisplacedGenerator.NumberOf(crossing.Sample, crossing.Number);

    private static Table Rows(IReadOnlyList<Row> rows)
    {
        FloatColumn Real(string name, string unit, string description, Func<Row, double> of) =>
            new(name, unit, description, [.. rows.Select(row => (float)of(row))]);
        return new(
        [
            new LongColumn(DisplacedJetColumns.Event, "", "number of the event", [.. rows.Select(row => row.Event)]),
            new LongColumn(
                DisplacedJetColumns.Crossing, "", "crossing of the event", [.. rows.Select(row => row.Crossing)]),
            Real(DisplacedJetColumns.Weight, "", "event weight", row => row.Weight),
            Real(DisplacedJetColumns.Class, "", "1 as its jets have", _ => (int)DisplacedClass.Signal),
            Real(DisplacedJetColumns.IsData, "", "0 as its jets have", _ => 0),
            .. DisplacedFields.Truth.Select(
                field => Real(field.Name, field.Unit, field.Description, row => field.Of(row.Decay))),
        ]);
    }

    private sealed record Row(long Event, long Crossing, double Weight, LongLivedDecay Decay);
}
