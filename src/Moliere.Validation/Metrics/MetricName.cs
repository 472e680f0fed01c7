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

    /// <summary>Centre of the Gaussian core of the pull.</summary>
    public const string PullCoreMean = "pull_core_mean";

    /// <summary>Width of the Gaussian core of the pull, fitted within 1.5 of itself.</summary>
    public const string PullCoreWidth = "pull_core_width";

    /// <summary>Share of rows with a pull beyond 3 on either side.</summary>
    public const string PullTail = "pull_tail";

    /// <summary>Share of rows inside the central 68.3 % interval of their predicted distribution.</summary>
    public const string Coverage68 = "coverage_68";

    /// <summary>Share of rows inside the central 95 % interval of their predicted distribution.</summary>
    public const string Coverage95 = "coverage_95";

    /// <summary>Area between calibration curve and diagonal.</summary>
    public const string CalibrationError = "calibration_error";

    /// <summary>Median of sigma_tot / R_pred.</summary>
    public const string Sharpness = "sharpness";

    /// <summary>Median of sigma_stat / R_pred.</summary>
    public const string SigmaStat = "sigma_stat";

    /// <summary>Median of sigma_syst / R_pred.</summary>
    public const string SigmaSyst = "sigma_syst";

    /// <summary>Mean continuous ranked probability score, in the variable of the predicted distribution.</summary>
    public const string Crps = "crps";

    /// <summary>Mean negative logarithm of the predicted density of R.</summary>
    public const string NegativeLogLikelihood = "nll";

    /// <summary>Two methods: median of the ratio of their sigma_tot.</summary>
    public const string SigmaRatioMedian = "sigma_ratio_median";

    /// <summary>Two methods: half of the central 68 % interval of the ratio of their sigma_tot.</summary>
    public const string SigmaRatioWidth = "sigma_ratio_width";

    /// <summary>Two methods: median of the ratio of their R_pred.</summary>
    public const string ValueRatioMedian = "value_ratio_median";

    /// <summary>Two methods: half of the central 68 % interval of the ratio of their R_pred.</summary>
    public const string ValueRatioWidth = "value_ratio_width";

    /// <summary>Two methods: correlation of their pulls, each cut off at 5.</summary>
    public const string PullCorrelation = "pull_correlation";

    /// <summary>Share of a class among the 1 % of rows with the largest sigma_tot / R_pred, over its share among
    /// all.</summary>
    public const string EnrichmentTop1 = "enrichment_top1";

    /// <summary>Name of a variable of some figures of one method: its predicted response.</summary>
    public const string PredictedResponse = "R_pred";

    /// <summary>All metrics, in the order of the file.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        LinearityMedian, LinearityMode, Resolution, PullMean, PullWidth, SpreadRatio, PullCoreMean, PullCoreWidth,
        PullTail, Coverage68, Coverage95, CalibrationError, Sharpness, SigmaStat, SigmaSyst, Crps,
        NegativeLogLikelihood, LinearitySlope, SigmaRatioMedian, SigmaRatioWidth, ValueRatioMedian, ValueRatioWidth,
        PullCorrelation, EnrichmentTop1,
    ];

    /// <summary>Name of the variable that <see cref="SpreadRatio"/> is binned in: the predicted sigma of R.</summary>
    public const string PredictedSpread = "sigma_pred";
}
