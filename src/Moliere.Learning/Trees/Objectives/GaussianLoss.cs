namespace Moliere.Learning.Trees.Objectives;

/// <summary>
/// (y - mu)²/(2 sigma²) + ln sigma with margins mu and s = ln sigma, z = (y - mu)/sigma. For mu both parts are taken
/// times the variance of all targets, so that curvatures are numbers of rows whatever the unit of the target. For s the
/// curvature is 1 + z², half-way between the expected 2 and the observed 2 z²: the step of a leaf with mean m of z² is
/// (m - 1)/(m + 1), hyperbolic tangent of the exact ln(m)/2, and hence never longer than 1.
/// </summary>
/// <param name="variance">Of all targets, positive.</param>
/// <source>Duan et al., NGBoost, arXiv:1910.03225, section 3 (the expected curvature of mu and s).</source>
internal readonly struct GaussianLoss(double variance) : IMarginLoss
{
    private const double LeastVariance = 1e-12; // of the mean square, for targets that are all equal
    private const double MostFolds = 6; // e-folds between the width of all targets and that of a row
    private const double LargestPull = 100; // of |z|: both keep gradients of other rows visible in fixed point

    private readonly double _logWidth = Math.Log(variance) / 2;

    /// <inheritdoc/>
    public int MarginCount => 2;

    /// <summary>The loss for targets of some rows.</summary>
    public static GaussianLoss Of(TreeRows rows) => new(VarianceOf(rows));

    /// <inheritdoc/>
    public double Row(ReadOnlySpan<float> margins, float target, Span<float> pairs)
    {
        double logWidth = Math.Clamp(margins[1], _logWidth - MostFolds, _logWidth + MostFolds);
        double z = (target - (double)margins[0]) * Math.Exp(-logWidth);
        double pull = Math.Clamp(z, -LargestPull, LargestPull), slope = 1 - (pull * pull);
        bool goesBeyond = logWidth != margins[1] && slope * (logWidth - margins[1]) > 0;
        pairs[0] = (float)(-pull * Math.Exp((2 * _logWidth) - logWidth));
        pairs[1] = (float)Math.Exp(2 * (_logWidth - logWidth));
        pairs[2] = goesBeyond ? 0 : (float)slope;
        pairs[3] = (float)(1 + (pull * pull));
        return (z * z / 2) + logWidth;
    }

    /// <inheritdoc/>
    public void Start(TreeRows rows, Span<float> start) =>
        (start[0], start[1]) = ((float)TargetMoments.Mean(rows), (float)_logWidth);

    /// <inheritdoc/>
    public string? Objection(float target) => null;

    private static double VarianceOf(TreeRows rows)
    {
        double mean = TargetMoments.Mean(rows);
        double found = TargetMoments.MeanOf(rows, target => (target - mean) * (target - mean));
        double least = LeastVariance * TargetMoments.MeanOf(rows, target => (double)target * target);
        return Math.Max(found, least) is var positive and > 0 ? positive : 1;
    }
}
