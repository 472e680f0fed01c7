using Moliere.Numerics.Fits;

namespace Moliere.Calibration.Closure;

/// <summary>
/// The corrected transverse momentum by that before, in logarithms: ln pT_calib over ln(pT / R_NN). It rises, so
/// no two objects change places.
/// </summary>
/// <source>Numerical inversion: physics notes section 2.6; final spline: arXiv:2303.17312.</source>
public sealed record ClosureCurve
{
    /// <summary>Distance in ln pT over which slopes are taken.</summary>
    internal const double Step = 1e-4; // in ln pT, for the slope; the knots are about 0.1 apart

    private readonly MonotoneCurve _curve;

    /// <summary>Takes the knots.</summary>
    /// <param name="logStart">ln of the transverse momentum before, strictly ascending, at least two.</param>
    /// <param name="logCalibrated">ln of the corrected one, strictly ascending.</param>
    /// <exception cref="ArgumentException">Too few knots, or they do not ascend.</exception>
    public ClosureCurve(double[] logStart, double[] logCalibrated)
    {
        if (logStart.Length != logCalibrated.Length || logStart.Length < 2
            || !Ascends(logStart) || !Ascends(logCalibrated))
        {
            throw new ArgumentException(
                $"{logStart.Length} and {logCalibrated.Length} knots; two or more that ascend are needed.");
        }

        _curve = new(logStart, logCalibrated);
    }

    /// <summary>ln of the transverse momentum before, at the knots.</summary>
    public double[] LogStart => _curve.Knots;

    /// <summary>ln of the corrected transverse momentum at the knots.</summary>
    public double[] LogCalibrated => _curve.Values;

    /// <summary>Corrected value and d ln pT_calib / d ln pT; beyond the ends the factor of the end.</summary>
    /// <param name="logPt">ln of the transverse momentum before.</param>
    public (double Value, double Slope) At(double logPt) =>
        (Value(logPt), (Value(logPt + Step) - Value(logPt - Step)) / (2 * Step));

    /// <summary>The curve between its knots, as polynomials.</summary>
    internal double[][] ToPieces() => _curve.ToPieces();

    private double Value(double logPt) => _curve.At(logPt) + (logPt - Math.Clamp(logPt, LogStart[0], LogStart[^1]));

    private static bool Ascends(double[] values) =>
        Enumerable.Range(1, values.Length - 1).All(i => values[i] > values[i - 1]);
}
