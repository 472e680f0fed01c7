namespace Moliere.Validation.Metrics;

/// <summary>
/// Names of the metrics that only regressions on tables have, stable in <c>metrics.json</c>; the others are in
/// <see cref="MetricName"/>. All are in the unit of the target, d = predicted - observed; of a regression sharpness and
/// the two sigmas are medians in that unit too, not relative to the value.
/// </summary>
public static class RegressionMetric
{
    /// <summary>Root of the weighted mean of d².</summary>
    public const string RootMeanSquare = "rmse";

    /// <summary>Weighted mean of |d|.</summary>
    public const string MeanAbsolute = "mae";

    /// <summary>Weighted mean of d.</summary>
    public const string Bias = "bias";

    /// <summary>All metrics of a regression, in the order of the file.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        RootMeanSquare, MeanAbsolute, Bias, MetricName.NegativeLogLikelihood, MetricName.Crps, MetricName.Coverage68,
        MetricName.Coverage95, MetricName.PullMean, MetricName.PullWidth, MetricName.Sharpness, MetricName.SigmaStat,
        MetricName.SigmaSyst,
    ];
}
