namespace Moliere.Validation.Metrics.Jets;

/// <summary>
/// How much pile-up is left in the calibrated transverse momentum: least squares of pT_calib - pT_true on the number of
/// vertices (collisions of the same crossing) and on mu (also of crossings before) together, as a + b N_PV + c mu. The
/// difference is cut off at three core widths from its median, so that a lost jet does not carry the slope.
/// </summary>
/// <param name="name">Name of the method.</param>
/// <param name="shift">pT_calib - pT_true of a row [GeV].</param>
/// <param name="vertices">Number of vertices per row.</param>
/// <param name="mu">Mean number of collisions per row.</param>
/// <source>arXiv:2007.02645, figure 1: slopes against N_PV averaged over mu, against mu averaged over N_PV.</source>
internal sealed class PileupSubject(string name, Func<int, float> shift, float[] vertices, float[] mu)
    : FigureSubject(name)
{
    private const double Reach = 3;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Metrics { get; } = [JetMetric.VertexSlope, JetMetric.MuSlope];

    /// <inheritdoc/>
    public override void Judge(BinFigures bin)
    {
        CentralQuantiles core = bin.Sort(shift).Quantiles([], out _);
        double low = core.Q50 - (Reach * core.Width), high = core.Q50 + (Reach * core.Width);
        GroupSums sums = bin.Sum(8, (row, values) => Moments(row, Math.Clamp(shift(row), low, high), values));
        ReplicaSeries ofVertices = bin.Add(JetMetric.VertexSlope), ofMu = bin.Add(JetMetric.MuSlope);
        Span<double> means = stackalloc double[8];
        for (int replica = -1; replica < bin.Replicas; replica++)
        {
            sums.Means(bin.Counts(replica), means);
            (double perVertex, double perMu) = Slopes(means);
            ofVertices.Set(replica, perVertex);
            ofMu.Set(replica, perMu);
        }
    }

    private bool Moments(int row, double y, Span<double> values)
    {
        double n = vertices[row], m = mu[row];
        values[0] = n;
        values[1] = m;
        values[2] = y;
        values[3] = n * n;
        values[4] = n * m;
        values[5] = m * m;
        values[6] = n * y;
        values[7] = m * y;
        return double.IsFinite(n) && double.IsFinite(m) && double.IsFinite(y);
    }

    // Normal equations of two variables; NaN where one of them does not vary.
    private static (double PerVertex, double PerMu) Slopes(ReadOnlySpan<double> means)
    {
        (double n, double m, double y) = (means[0], means[1], means[2]);
        double nn = means[3] - (n * n), nm = means[4] - (n * m), mm = means[5] - (m * m);
        double ny = means[6] - (n * y), my = means[7] - (m * y), determinant = (nn * mm) - (nm * nm);
        return determinant > 1e-9 * nn * mm
            ? (((mm * ny) - (nm * my)) / determinant, ((nn * my) - (nm * ny)) / determinant)
            : (double.NaN, double.NaN);
    }
}
