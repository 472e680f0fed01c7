namespace Moliere.Data.Objects;

/// <summary>Whether a calibration could be made for an object.</summary>
public enum CalibrationStatus : byte
{
    /// <summary>The value is valid.</summary>
    Calibrated,

    /// <summary>An input was not finite or outside what the method knows: the factor is 1.</summary>
    NotCalibrated,
}

/// <summary>
/// What every method, classical or neural, returns for a table: one predicted response R = reconstructed / true per row
/// with its uncertainty. The calibrated energy of a cluster is E_EM / R, the calibrated transverse momentum of a jet
/// pt / R.
/// </summary>
public sealed record Predictions
{
    /// <summary>Predicted response R per row, positive; 1 where not calibrated.</summary>
    public required float[] Response { get; init; }

    /// <summary>Statistical part of the uncertainty of R; null for methods that give none.</summary>
    public float[]? SigmaStat { get; init; }

    /// <summary>Systematic part (intrinsic spread) of the uncertainty of R; null for methods that give none.</summary>
    public float[]? SigmaSyst { get; init; }

    /// <summary>Predicted distribution of R per row; null for methods that give none.</summary>
    public PredictedDistribution? Distribution { get; init; }

    /// <summary>Whether each row could be calibrated.</summary>
    public required CalibrationStatus[] Status { get; init; }

    /// <summary>Number of rows with status "not calibrated".</summary>
    public int NotCalibratedCount => Status.Count(status => status == CalibrationStatus.NotCalibrated);

    /// <summary>
    /// Number of calibrated rows whose response lay outside what the method may predict and was set to the edge.
    /// </summary>
    public int ClippedCount { get; init; }

    /// <summary>Whether the method predicts its own spread.</summary>
    public bool HasUncertainty => SigmaSyst is not null;

    /// <summary>
    /// Total uncertainty of R in one row, both parts in quadrature; NaN for methods without uncertainty.
    /// </summary>
    /// <param name="row">Row index.</param>
    public double SigmaTotal(int row)
    {
        double stat = SigmaStat?[row] ?? 0, syst = SigmaSyst?[row] ?? double.NaN;
        return Math.Sqrt((stat * stat) + (syst * syst));
    }
}
