using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Simulation.Samples.Displaced;

/// <summary>Displaced jets as rows of a table.</summary>
internal static class DisplacedRows
{
    /// <summary>The table of some jets, in their order; without jets the table of all columns.</summary>
    public static Table Table(IReadOnlyList<DisplacedRecord> jets) => new(
    [
        new LongColumn(
            DisplacedJetColumns.Event, "", "number of the event", [.. jets.Select(jet => jet.Event.Number)]),
        new LongColumn(
            DisplacedJetColumns.Crossing, "", "crossing whose pile-up the jet has",
            [.. jets.Select(jet => jet.Event.Crossing)]),
        .. DisplacedFields.Numbers.Select(field => new FloatColumn(
            field.Name, field.Unit, field.Description, [.. jets.Select(jet => (float)field.Of(jet))])),
        .. Lists(jets, jet => jet.Clusters, DisplacedFields.Clusters),
        .. Lists(jets, jet => jet.Tracks, DisplacedFields.Tracks),
        .. Lists(jets, jet => jet.Segments, DisplacedFields.Segments),
    ]);

    private static IEnumerable<Column> Lists<T>(
        IReadOnlyList<DisplacedRecord> jets, Func<DisplacedRecord, IReadOnlyList<T>> of,
        IReadOnlyList<DisplacedField<T>> fields)
    {
        var offsets = new int[jets.Count + 1];
        for (int i = 0; i < jets.Count; i++)
        {
            offsets[i + 1] = offsets[i] + of(jets[i]).Count;
        }

        T[] all = [.. jets.SelectMany(of)];
        return fields.Select(field => new JaggedColumn<float>(
            field.Name, field.Unit, field.Description, offsets, Array.ConvertAll(all, one => (float)field.Of(one))));
    }
}
