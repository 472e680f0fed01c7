using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Simulation.Samples.Jets;

/// <summary>Jets as rows of a table.</summary>
internal static class JetRows
{
    /// <summary>The table of some jets, in their order; without jets the table of all columns.</summary>
    public static Table Table(IReadOnlyList<JetRecord> jets)
    {
        var offsets = new int[jets.Count + 1];
        for (int i = 0; i < jets.Count; i++)
        {
            offsets[i + 1] = offsets[i] + jets[i].Constituents.Count;
        }

        JetConstituent[] constituents = [.. jets.SelectMany(jet => jet.Constituents)];
        return new(
        [
            new LongColumn(
                JetColumns.Event, "", "number of the generated event", [.. jets.Select(jet => jet.Event.Number)]),
            new LongColumn(
                JetColumns.Pass, "", "repetition of the event", [.. jets.Select(jet => (long)jet.Event.Pass)]),
            .. JetFields.Numbers.Select(field => new FloatColumn(
                field.Name, field.Unit, field.Description, [.. jets.Select(jet => (float)field.Of(jet))])),
            .. JetFields.Lists.Select(field => new JaggedColumn<float>(
                field.Name, field.Unit, field.Description, offsets,
                Array.ConvertAll(constituents, one => (float)field.Of(one)))),
        ]);
    }
}
