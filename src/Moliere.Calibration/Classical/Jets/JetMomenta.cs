using Moliere.Data.Objects;
using Moliere.Data.Tables;

namespace Moliere.Calibration.Classical.Jets;

/// <summary>
/// Momenta of the jets of a table on their way through the chain: each step changes them in place. A jet whose inputs
/// are not finite drops out and stays out.
/// </summary>
internal sealed class JetMomenta
{
    private readonly float[] _measured;

    /// <summary>Starts at constituent scale.</summary>
    /// <param name="table">A jet table.</param>
    /// <exception cref="MissingColumnException">Transverse momentum, direction or energy is missing.</exception>
    public JetMomenta(Table table)
    {
        Table = table;
        _measured = table.Floats(JetColumns.Pt);
        Pt = Array.ConvertAll(_measured, value => (double)value);
        Energy = Array.ConvertAll(table.Floats(JetColumns.Energy), value => (double)value);
        Eta = Array.ConvertAll(table.Floats(JetColumns.Eta), value => (double)value);
        DetectorEta = table.Floats(JetColumns.DetectorEta);
        IsUsable = [.. Enumerable.Range(0, table.RowCount).Select(IsMomentum)];
    }

    /// <summary>The table, for the other columns of a step.</summary>
    public Table Table { get; }

    /// <summary>Transverse momentum now [GeV].</summary>
    public double[] Pt { get; }

    /// <summary>Energy now [GeV].</summary>
    public double[] Energy { get; }

    /// <summary>Pseudorapidity now.</summary>
    public double[] Eta { get; }

    /// <summary>Pseudorapidity from the centre of the detector; never changed.</summary>
    public float[] DetectorEta { get; }

    /// <summary>Whether all inputs up to now were finite and the momentum positive.</summary>
    public bool[] IsUsable { get; }

    /// <summary>Multiplies momentum and energy of a jet; its direction stays.</summary>
    /// <param name="row">Row of the table.</param>
    /// <param name="factor">A factor that is not positive and finite makes the jet unusable.</param>
    public void Scale(int row, double factor)
    {
        if (double.IsFinite(factor) && factor > 0)
        {
            (Pt[row], Energy[row]) = (Pt[row] * factor, Energy[row] * factor);
        }
        else
        {
            IsUsable[row] = false;
        }
    }

    /// <summary>Turns a jet to another polar angle at constant energy and size of the momentum.</summary>
    /// <param name="row">Row of the table.</param>
    /// <param name="eta">New pseudorapidity.</param>
    public void Turn(int row, double eta)
    {
        Pt[row] *= Math.Cosh(Eta[row]) / Math.Cosh(eta);
        Eta[row] = eta;
    }

    /// <summary>Response R = momentum at constituent scale over that of now.</summary>
    public Predictions ToPredictions()
    {
        var response = new float[Pt.Length];
        var status = new CalibrationStatus[Pt.Length];
        for (int row = 0; row < response.Length; row++)
        {
            float ratio = IsUsable[row] ? (float)(_measured[row] / Pt[row]) : float.NaN;
            (response[row], status[row]) = float.IsFinite(ratio) && ratio > 0
                ? (ratio, CalibrationStatus.Calibrated)
                : (1f, CalibrationStatus.NotCalibrated);
        }

        return new Predictions { Response = response, Status = status };
    }

    private bool IsMomentum(int row) => double.IsFinite(Pt[row]) && Pt[row] > 0 && double.IsFinite(Energy[row])
        && Energy[row] > 0 && double.IsFinite(Eta[row]) && float.IsFinite(DetectorEta[row]);
}
