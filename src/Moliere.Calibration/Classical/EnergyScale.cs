using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Calibration.Classical;

/// <summary>The scale that a table comes with: the identity, R = 1 for every object.</summary>
/// <param name="name">Name of that scale: em for clusters and jets, lc for taus.</param>
/// <source>
/// Physics notes, units and symbols: "EM scale" is right for electrons and photons, hadrons read low on it.
/// </source>
public sealed class EnergyScale(string name = "em") : ICalibration
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public Predictions Apply(Table objects)
    {
        var response = new float[objects.RowCount];
        Array.Fill(response, 1f);
        return new Predictions { Response = response, Status = new CalibrationStatus[objects.RowCount] };
    }
}
