using Moliere.Data.Objects;

namespace Moliere.Calibration.Closure;

/// <summary>Objects with known truth, from which the last steps of any calibration of momenta are derived.</summary>
/// <param name="pt">Transverse momenta of the table that responses are relative to [GeV].</param>
/// <param name="truthPt">True ones [GeV].</param>
/// <param name="eta">Pseudorapidities, by which closures are binned.</param>
internal sealed class ClosureSample(float[] pt, float[] truthPt, float[] eta)
{
    /// <summary>The correction of the mean.</summary>
    /// <param name="predictions">Of all rows, without closure.</param>
    /// <param name="rows">Rows to derive from; those not calibrated do not count.</param>
    /// <param name="options">Bins and smoothing.</param>
    /// <exception cref="ArgumentException">Too few objects.</exception>
    public ClosureSpline Closure(Predictions predictions, IEnumerable<int> rows, ClosureOptions options)
    {
        int[] known = [.. rows.Where(row => predictions.Status[row] == CalibrationStatus.Calibrated)];
        return ClosureDerivation.Derive(
            [.. known.Select(row => pt[row] / predictions.Response[row])],
            [.. known.Select(row => truthPt[row])],
            [.. known.Select(row => eta[row])],
            options);
    }

    /// <summary>The factor on the uncertainties.</summary>
    /// <param name="predictions">Of all rows, closure included.</param>
    /// <param name="rows">Rows that were not trained on; of the others a network knows the answer.</param>
    /// <param name="perKnot">Objects behind each knot.</param>
    /// <returns>Null for methods without uncertainty, and for too few objects.</returns>
    public SpreadScale? Spread(Predictions predictions, IEnumerable<int> rows, int perKnot) =>
        predictions.HasUncertainty
            ? SpreadScale.Derive(
                [
                    .. rows.Where(row => predictions.Status[row] == CalibrationStatus.Calibrated).Select(row => (
                        Math.Log(pt[row] / predictions.Response[row]),
                        (predictions.Response[row] - (pt[row] / truthPt[row])) / predictions.SigmaTotal(row))),
                ],
                perKnot)
            : null;
}
