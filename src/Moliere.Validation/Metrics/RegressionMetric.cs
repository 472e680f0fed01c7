namespace Moliere.Validation.Metrics;

/// <summary>
/// Names of the metrics that only regressions on tables have, stable in <c>metrics.json</c>; the others are in
/// <see cref="MetricName"/>. All are in the unit of the target, d = predicted - observed.
/// </summary>
public static class RegressionMetric
{
    /// <summary>Root of the weighted mean of d².</summary>
    public const string RootMeanSquare = "rmse";

    /// <summary>Weighted mean of |d|.</summary>
    public const string MeanAbsolute = "mae";

    /// <summary>Weighted mean of d.</summary>
    public const string Bias = "bias";

    /// <summary>Weighted mean of minus the natural logarithm of the predicted density at the observed value.</summary>
    public const string LogScore = "nll";

    /// <summary>Weighted mean of the continuous ranked probability score.</summary>
    public const string RankedScore = "crps";

    /// <summary>Part of the rows inside the central 68.3 % of their predicted distribution.</summary>
    public const string Coverage68 = "coverage_68";

    /// <summary>Part of the rows inside the central 95 % of their predicted distribution.</summary>
    public const string Coverage95 = "coverage_95";

    /// <summary>Median of the predicted total uncertainty.</summary>
    public const string Sharpness = "sharpness";

    /// <summary>Median of its statistical part.</summary>
    public const string SigmaStat = "sigma_stat";

    /// <summary>Median of its systematic part.</summary>
    public const string SigmaSyst = "sigma_syst";

    /// <summary>All names, in the order of the file.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        RootMeanSquare, MeanAbsolute, Bias, LogScore, RankedScore, Coverage68, Coverage95, MetricName.PullMean,
        MetricName.PullWidth, Sharpness, SigmaStat, SigmaSyst,
    ];
}
