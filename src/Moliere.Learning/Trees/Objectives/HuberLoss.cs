namespace Moliere.Learning.Trees.Objectives;

/// <summary>
/// delta² (sqrt(1 + (r/delta)²) - 1) with r = m - y. The curvature is gradient over residual, that of the parabola
/// which touches the loss from above: a step never goes beyond the minimum, whereas the second derivative, which vanishes in
/// the tails, sends leaves of outliers far away.
/// </summary>
/// <param name="delta">Residual at which the loss bends.</param>
/// <source>Huber, Robust Statistics (1981), section 7.8 (modified weights); the smooth form: Hartley, Zisserman,
/// Multiple View Geometry (2003), appendix 6.8.</source>
internal readonly struct HuberLoss(double delta) : IMarginLoss
{
    private const int MostSteps = 100;
    private const double Tolerance = 1e-9; // of delta

    /// <inheritdoc/>
    public int MarginCount => 1;

    /// <inheritdoc/>
    public double Row(ReadOnlySpan<float> margins, float target, Span<float> pairs)
    {
        double residual = (double)margins[0] - target, root = Root(residual);
        (pairs[0], pairs[1]) = ((float)(residual / root), (float)(1 / root));
        return residual * residual / (root + 1); // the same as delta² (root - 1), without its cancellation
    }

    /// <inheritdoc/>
    public void Start(TreeRows rows, Span<float> start)
    {
        double at = TargetQuantile.Of(rows, 0.5), step = double.PositiveInfinity;
        for (int i = 0; i < MostSteps && Math.Abs(step) > Tolerance * delta; i++)
        {
            double gradient = 0, curvature = 0;
            for (int row = 0; row < rows.RowCount; row++)
            {
                double residual = at - rows.Targets[row], weight = rows.Weight(row) / Root(residual);
                gradient += weight * residual;
                curvature += weight;
            }

            step = curvature > 0 ? gradient / curvature : 0;
            at -= step;
        }

        start[0] = (float)at;
    }

    /// <inheritdoc/>
    public string? Objection(float target) => null;

    private double Root(double residual) => Math.Sqrt(1 + (residual / delta * (residual / delta)));
}
