using Moliere.Validation.Metrics;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Clusters;

/// <summary>The tables of the report.</summary>
internal static class ClusterTables
{
    /// <summary>Linearity, resolution and pulls in the named ranges of energy.</summary>
    public static IReadOnlyList<ReportTable> OfResponse(Judgement judgement) => Make(
        judgement,
        (MetricName.LinearityMedian, "Linearity, median of E_calib / E_dep − 1"),
        (MetricName.LinearityMode, "Linearity, mode of E_calib / E_dep − 1"),
        (MetricName.Resolution, "Local relative resolution"),
        (MetricName.PullMean, "Median of the pull"),
        (MetricName.PullWidth, "Width of the pull, half of its central 68 %"));

    /// <summary>What tests the uncertainty, in the named ranges of energy.</summary>
    public static IReadOnlyList<ReportTable> OfUncertainty(Judgement judgement) =>
        judgement.Sample.Methods.Any(method => method.Predictions.HasUncertainty)
            ? Make(
                judgement,
                (MetricName.Coverage68, "Coverage of the central 68 %"),
                (MetricName.Coverage95, "Coverage of the central 95 %"),
                (MetricName.CalibrationError, "Mean deviation of the probability integral transform from uniform"),
                (MetricName.PullTail, "Share of pulls beyond 3"),
                (MetricName.Sharpness, "Sharpness, median of σ_{tot} / R_{pred}"),
                (MetricName.Crps, "Continuous ranked probability score"),
                (MetricName.NegativeLogLikelihood, "Negative log-likelihood of R"))
            : [];

    /// <summary>Enrichment by sampling.</summary>
    public static IReadOnlyList<ReportTable> OfSamplings(Judgement judgement) =>
        LargeUncertainty.Table(judgement.Enrichments) is { } table ? [table] : [];

    private static ReportTable[] Make(Judgement judgement, params (string Metric, string Caption)[] metrics)
    {
        BinAxis ranges = judgement.Axes.First(axis => axis.IsRanges);
        return
        [
            .. metrics.Select(metric => FigureTables.OfMetric(
                judgement.Figures, metric.Metric, judgement.Methods, ranges, metric.Caption)),
        ];
    }
}
