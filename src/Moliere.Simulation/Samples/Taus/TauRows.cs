using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Simulation.Samples.Taus;

/// <summary>Taus as rows of a table.</summary>
internal static class TauRows
{
    /// <summary>The table of some taus, in their order; without taus the table of all columns.</summary>
    public static Table Table(IReadOnlyList<TauRecord> taus) => new(
    [
        new LongColumn(
            TauColumns.Event, "", "number of the generated event", [.. taus.Select(tau => tau.Event.Number)]),
        new LongColumn(
            TauColumns.Crossing, "", "crossing whose pile-up the tau has", [.. taus.Select(tau => tau.Event.Crossing)]),
        .. TauFields.All.Select(field => new FloatColumn(
            field.Name, field.Unit, field.Description, [.. taus.Select(tau => (float)field.Of(tau))])),
    ]);
}
