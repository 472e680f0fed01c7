using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Calibration.Classical;

/// <summary>
/// A calibration that someone else made and that a table carries as a column of calibrated energies: R = E_EM / E.
/// </summary>
/// <source>Physics notes, units and symbols: the calibrated energy is E_EM / R.</source>
public sealed class ColumnCalibration : ICalibration
{
    private readonly string _column;

    /// <summary>Takes the calibrated energies of a column.</summary>
    /// <param name="name">Short name of the method.</param>
    /// <param name="column">Column with calibrated energies [GeV].</param>
    public ColumnCalibration(string name, string column) => (Name, _column) = (name, column);

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public Predictions Apply(Table objects)
    {
        float[] signal = objects.Floats(ClusterColumns.EnergyEm), calibrated = objects.Floats(_column);
        var response = new float[objects.RowCount];
        var status = new CalibrationStatus[objects.RowCount];
        for (int row = 0; row < response.Length; row++)
        {
            float ratio = signal[row] / calibrated[row];
            bool isUsable = float.IsFinite(ratio) && ratio > 0;
            (response[row], status[row]) = isUsable
                ? (ratio, CalibrationStatus.Calibrated)
                : (1f, CalibrationStatus.NotCalibrated);
        }

        return new Predictions { Response = response, Status = status };
    }
}
