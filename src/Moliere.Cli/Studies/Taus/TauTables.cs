using Moliere.Validation.Metrics;
using Moliere.Validation.Metrics.Taus;
using Moliere.Validation.Report;

namespace Moliere.Cli.Studies.Taus;

/// <summary>The tables of the report.</summary>
internal static class TauTables
{
    /// <summary>Scale and resolution in ranges of true pT, and ratios of resolutions.</summary>
    public static IReadOnlyList<ReportTable> OfResponse(StudyJudgement judgement) =>
    [
        .. Make(
            judgement, judgement.Methods, TauAxes.Ranges,
            (TauMetric.Scale, "Scale, mean of pT_{calib} / pT_{true} − 1"),
            (MetricName.LinearityMedian, "Median of pT_{calib} / pT_{true} − 1"),
            (TauMetric.Resolution68, "Resolution, half of the central 68 % of pT_{calib} / pT_{true}"),
            (TauMetric.Resolution95, "Half of the central 95 %")),
        .. Make(
            judgement, Pairs(judgement), TauAxes.Ranges,
            (TauMetric.Resolution68Ratio, "Resolution of one method over that of another on the same taus")),
    ];

    /// <summary>Resolution per decay mode; empty without them.</summary>
    public static IReadOnlyList<ReportTable> OfModes(StudyJudgement judgement) =>
        !judgement.Axes.Contains(TauAxes.Modes) ? [] :
        [
            .. Make(
                judgement, judgement.Methods, TauAxes.Modes,
                (TauMetric.Scale, "Scale per true decay mode"),
                (TauMetric.Resolution68, "Resolution per true decay mode")),
            .. Make(
                judgement, [TauMetric.ModeClassifier], TauAxes.Modes,
                (TauMetric.ModeEfficiency, "Share of a true decay mode that is found as it")),
        ];

    /// <summary>Halves and quarters of the predicted sigma, and the literal cut; empty without such methods.</summary>
    public static IReadOnlyList<ReportTable> OfClasses(StudyJudgement judgement)
    {
        string[] methods = [.. judgement.Sample.Methods.Where(method => method.Predictions.HasUncertainty)
            .Select(method => method.Name)];
        return methods.Length == 0 ? [] :
        [
            .. Make(
                judgement, methods, TauAxes.Classes,
                (TauMetric.Resolution68, "Resolution by rank of σ / R_{pred}, best first"),
                (TauMetric.Within20, "Share of taus within 20 % of the truth")),
            .. Make(
                judgement, methods, TauAxes.Ranges,
                (TauMetric.HalfRatio, "Resolution of the better half in σ over that of the worse"),
                (TauMetric.HalfRatioFixedPt, "The same with halves made at equal pT")),
            .. judgement.Sample.Variables.ContainsKey(TauAxes.StandardisedRatio) ? Make(
                judgement, methods, TauAxes.LiteralCut,
                (TauMetric.Resolution68, "Resolution by σ / μ in standardised space, the literal cut in the middle"))
                : [],
        ];
    }

    private static string[] Pairs(StudyJudgement judgement) =>
    [
        .. judgement.Figures.Where(entry => entry.Metric == TauMetric.Resolution68Ratio)
            .Select(entry => entry.Method).Distinct(),
    ];

    private static ReportTable[] Make(
        StudyJudgement judgement, IReadOnlyList<string> methods, BinAxis axis,
        params (string Metric, string Caption)[] metrics) =>
    [
        .. metrics.Where(_ => methods.Count > 0).Select(metric => FigureTables.OfMetric(
            judgement.Figures, metric.Metric, methods, axis, metric.Caption)),
    ];
}
