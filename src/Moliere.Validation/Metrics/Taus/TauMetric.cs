namespace Moliere.Validation.Metrics.Taus;

/// <summary>
/// Names of the metrics that only taus have, stable in <c>metrics.json</c>; the others are in <see cref="MetricName"/>.
/// With r = pT_calib / pT_true and Q_p its p-th percentile. Unlike <see cref="MetricName.Resolution"/> the widths are
/// not divided by the median, as the published curves are not.
/// </summary>
/// <source>Physics notes section 3.5; central intervals of the ratio: ATL-PHYS-PUB-2015-045.</source>
public static class TauMetric
{
    /// <summary>Weighted mean of r minus 1, tails included; an ideal calibration gives 0.</summary>
    public const string Scale = "tau_scale";

    /// <summary>(Q84 - Q16) / 2 of r: half of the central 68 % interval.</summary>
    public const string Resolution68 = "tau_resolution_68";

    /// <summary>(Q97.5 - Q2.5) / 2 of r: half of the central 95 % interval, which tails decide.</summary>
    public const string Resolution95 = "tau_resolution_95";

    /// <summary>
    /// (Q95 - Q5) / (Q84 - Q16) of r: 1.64 for one normal law, below where there are two peaks, above with tails.
    /// </summary>
    public const string TailRatio = "tau_tail_ratio";

    /// <summary>Share of taus with |r - 1| below <see cref="PurityReach"/>.</summary>
    public const string Within20 = "tau_within_20";

    /// <summary>Share of taus whose true response lies within 2 sigma_tot of the predicted one.</summary>
    public const string WithinTwoSigma = "tau_within_2sigma";

    /// <summary>Two methods: ratio of their <see cref="Resolution68"/> on the same taus.</summary>
    public const string Resolution68Ratio = "tau_resolution_68_ratio";

    /// <summary>Two methods: ratio of their <see cref="Resolution95"/> on the same taus.</summary>
    public const string Resolution95Ratio = "tau_resolution_95_ratio";

    /// <summary>
    /// <see cref="Resolution68"/> of the taus in the better half of the predicted sigma over that of the others; the
    /// halves are those of the whole sample, so a part of the gain is that hard taus are measured better.
    /// </summary>
    public const string HalfRatio = "tau_half_ratio";

    /// <summary>The same with halves made within each bin of true pT: what sigma knows beyond pT.</summary>
    public const string HalfRatioFixedPt = "tau_half_ratio_fixed_pt";

    /// <summary>Share of taus of a true decay mode that are classified as it; of all taus without a variable.</summary>
    public const string ModeEfficiency = "tau_mode_efficiency";

    /// <summary>Share of taus classified as a decay mode that are of it.</summary>
    public const string ModePurity = "tau_mode_purity";

    /// <summary>Distance from 1 within which r counts for <see cref="Within20"/>.</summary>
    public const double PurityReach = 0.2; // about 2 of the best and 1 of the worst resolutions at 20-60 GeV

    /// <summary>Method of the entries about decay modes, which are the same for all calibrations.</summary>
    public const string ModeClassifier = "decay_mode";

    /// <summary>All metrics of taus, in the order of the file.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Scale, Resolution68, Resolution95, TailRatio, Within20, WithinTwoSigma, Resolution68Ratio, Resolution95Ratio,
        HalfRatio, HalfRatioFixedPt, ModeEfficiency, ModePurity,
    ];
}
