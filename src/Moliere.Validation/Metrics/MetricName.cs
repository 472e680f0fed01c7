namespace Moliere.Validation.Metrics;

/// <summary>
/// Names of the metrics, stable in <c>metrics.json</c>. With r = E_calib / E_true = R / R_pred; Q16, Q50 and Q84 are
/// the quantiles at -1, 0 and +1 standard deviation of a normal law.
/// </summary>
public static class MetricName
{
    /// <summary>Median of r minus 1.</summary>
    public const string LinearityMedian = "linearity_median";

    /// <summary>Mode of r minus 1.</summary>
    public const string LinearityMode = "linearity_mode";

    /// <summary>Local relative resolution, (Q84 - Q16) / (2 Q50) of r.</summary>
    public const string Resolution = "resolution";

    /// <summary>Core mean of the pull (R_pred - R) / sigma: its median, which tails do not move.</summary>
    public const string PullMean = "pull_mean";

    /// <summary>Core width of the pull, (Q84 - Q16) / 2.</summary>
    public const string PullWidth = "pull_width";

    /// <summary>Observed core width of R_pred - R over the mean predicted sigma.</summary>
    public const string SpreadRatio = "spread_ratio";

    /// <summary>Slope of the median linearity against a variable, per unit of that variable.</summary>
    public const string LinearitySlope = "linearity_slope";

    /// <summary>Name of the variable that <see cref="SpreadRatio"/> is binned in: the predicted sigma of R.</summary>
    public const string PredictedSpread = "sigma_pred";
}
