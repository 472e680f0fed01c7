using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Calibration.Classical.Taus;

/// <summary>One classical scale of taus as a calibration: R = locally weighted over calibrated momentum.</summary>
/// <source>Physics notes section 3.4.</source>
internal sealed class TauScaleCalibration(string name, TauScales scales, string column) : ICalibration
{
    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public Predictions Apply(Table objects)
    {
        Table taus = scales.Complete(objects);
        bool[] isUsable = scales.Selection.HasMomentum(taus);
        float[] pt = taus.Floats(TauColumns.Pt), calibrated = taus.Floats(column), response = new float[pt.Length];
        var status = new CalibrationStatus[pt.Length];
        for (int row = 0; row < pt.Length; row++)
        {
            float ratio = isUsable[row] && calibrated[row] > 0 ? pt[row] / calibrated[row] : float.NaN;
            (response[row], status[row]) = float.IsFinite(ratio) && ratio > 0
                ? (ratio, CalibrationStatus.Calibrated)
                : (1f, CalibrationStatus.NotCalibrated);
        }

        return new() { Response = response, Status = status };
    }
}
