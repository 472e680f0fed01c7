using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Calibration.Classical;

/// <summary>The electromagnetic scale itself: the identity, R = 1 for every cluster.</summary>
/// <source>
/// Physics notes, units and symbols: "EM scale" is right for electrons and photons, hadrons read low on it.
/// </source>
public sealed class EnergyScale : ICalibration
{
    /// <inheritdoc/>
    public string Name => "em";

    /// <inheritdoc/>
    public Predictions Apply(Table objects)
    {
        var response = new float[objects.RowCount];
        Array.Fill(response, 1f);
        return new Predictions { Response = response, Status = new CalibrationStatus[objects.RowCount] };
    }
}
