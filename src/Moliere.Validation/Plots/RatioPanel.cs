namespace Moliere.Validation.Plots;

/// <summary>
/// The panel below the main one: every curve divided by the curve of one method, bin by bin. Bands combine both
/// relative errors in quadrature, which is too wide where methods fluctuate together.
/// </summary>
/// <param name="Reference">Method that is divided by.</param>
/// <param name="Axis">Vertical axis of the panel.</param>
public sealed record RatioPanel(string Reference, PlotAxis Axis)
{
    /// <summary>Ratio of one curve to another in the bins that both have.</summary>
    /// <param name="curve">Numerator.</param>
    /// <param name="reference">Denominator.</param>
    public static CurveLayer Divide(CurveLayer curve, CurveLayer reference)
    {
        var points = new List<CurvePoint>(curve.Points.Count);
        foreach (CurvePoint point in curve.Points)
        {
            CurvePoint below = reference.Points.FirstOrDefault(
                other => other.Low == point.Low && other.High == point.High);
            points.Add(point with { Value = Quotient(point.Value, below.Value), Error = Error(point, below) });
        }

        return new CurveLayer(curve.Method, points);
    }

    private static double? Quotient(double? above, double? below) => below is null or 0 ? null : above / below;

    private static double? Error(CurvePoint above, CurvePoint below)
    {
        double? a =
            above.Error / above.Value, b = below.Error / below.Value, ratio = Quotient(above.Value, below.Value);
        return ratio is { } value && a is { } x && b is { } y ? Math.Abs(value) * Math.Sqrt((x * x) + (y * y)) : null;
    }
}
