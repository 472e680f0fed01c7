namespace Moliere.Calibration.Neural.Jets;

/// <summary>
/// The corrected transverse momentum by that of a network, in logarithms: ln pT_calib over ln(pT / R_NN). It rises, so
/// no two jets change places.
/// </summary>
/// <param name="LogStart">ln of the network's transverse momentum at the knots, strictly ascending.</param>
/// <param name="LogCalibrated">ln of the corrected one, strictly ascending.</param>
/// <source>Numerical inversion: physics notes section 2.6; final spline: arXiv:2303.17312.</source>
public sealed record ClosureCurve(double[] LogStart, double[] LogCalibrated)
{
    private readonly MonotoneSpline _spline = new(LogStart, LogCalibrated);

    /// <summary>Corrected value and d ln pT_calib / d ln pT; beyond the ends the factor of the end.</summary>
    /// <param name="logPt">ln of the network's transverse momentum.</param>
    public (double Value, double Slope) At(double logPt) => _spline.At(logPt);
}
