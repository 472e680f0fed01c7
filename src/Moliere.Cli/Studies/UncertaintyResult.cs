using Moliere.Validation.Metrics;
using Moliere.Validation.Plots;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies;

/// <summary>What tests the uncertainty that methods predict; empty where none does.</summary>
internal static class UncertaintyResult
{
    private static readonly (string Metric, string Caption)[] s_metrics =
    [
        (MetricName.PullMean, "Median of the pull"),
        (MetricName.PullWidth, "Width of the pull, half of its central 68 %"),
        (MetricName.Coverage68, "Coverage of the central 68 %"),
        (MetricName.Coverage95, "Coverage of the central 95 %"),
        (MetricName.Sharpness, "Sharpness, median of σ / R_{pred}"),
        (MetricName.NegativeLogLikelihood, "Negative log-likelihood of R"),
    ];

    /// <summary>Pulls, coverage, sharpness and likelihood in ranges.</summary>
    /// <param name="judgement">The figures.</param>
    /// <param name="ranges">Axis with the ranges.</param>
    public static IReadOnlyList<ReportTable> Tables(StudyJudgement judgement, BinAxis ranges) =>
        !judgement.HasUncertainty ? [] :
        [
            .. s_metrics.Select(metric => FigureTables.OfMetric(
                judgement.Figures, metric.Metric, judgement.Methods, ranges, metric.Caption)),
        ];

    /// <summary>Pulls, calibration of the distribution, coverage.</summary>
    /// <param name="judgement">Sample and figures.</param>
    /// <param name="choices">Methods and label.</param>
    /// <param name="axes">Axes of curves.</param>
    /// <param name="threads">Threads; the figures do not depend on it.</param>
    public static IReadOnlyList<Figure> Figures(
        StudyJudgement judgement, FigureChoices choices, IReadOnlyList<BinAxis> axes, int threads) =>
        !judgement.HasUncertainty ? [] :
        [
            .. new[] { DistributionFigures.Pulls(judgement.Sample, choices) }.OfType<Figure>(),
            .. CalibrationFigures.All(judgement.Sample, choices, threads),
            .. UncertaintyFigures.All(judgement.Figures, axes, choices),
        ];
}
