namespace Moliere.Validation.Metrics.Dijets;

/// <summary>
/// Names of the metrics of dijet balance, stable in <c>metrics.json</c>. A = (pT_ref - pT_probe) / pT_avg of calibrated
/// jets; Q16, Q50 and Q84 are the quantiles at -1, 0 and +1 standard deviation of a normal law.
/// </summary>
public static class BalanceMetric
{
    /// <summary>Robust width sigma_A = (Q84 - Q16) / 2 of A.</summary>
    public const string AsymmetryWidth = "asymmetry_width";

    /// <summary>Width of a Gaussian fitted to the core of A.</summary>
    public const string AsymmetryCore = "asymmetry_core";

    /// <summary>Resolution without truth subtraction, core width over root 2.</summary>
    public const string RawResolution = "jer_raw";

    /// <summary>Resolution after the core width of the truth asymmetry is taken out in quadrature.</summary>
    public const string QuadratureResolution = "jer_quadrature";

    /// <summary>Resolution from the convolution of the truth asymmetry's shape with a Gaussian.</summary>
    public const string ConvolvedResolution = "jer_convolved";

    /// <summary>Deviance per degree of freedom of that fit; near 1 where it describes A.</summary>
    public const string ConvolutionQuality = "convolution_quality";

    /// <summary>True resolution, (Q84 - Q16) / (2 Q50) of calibrated over true pT of both jets.</summary>
    public const string TrueResolution = "jer_true";

    /// <summary>Width of A after probes are dealt anew among the events of a bin.</summary>
    public const string ShuffledWidth = "shuffled_width";

    /// <summary>
    /// What the two jets of an event share: root of the squared shuffled width minus the squared robust width of A. A
    /// genuine gain leaves it, a collapse shrinks it.
    /// </summary>
    public const string SharedWidth = "shared_width";

    /// <summary>Mean calibrated over mean initial pT of a bin, minus 1.</summary>
    public const string MeanShift = "mean_shift";

    /// <summary>Slope of the logarithm of calibrated pT against that of initial pT inside a bin; 0 in a
    /// collapse.</summary>
    public const string InBinSlope = "in_bin_slope";

    /// <summary>Share of jets with a calibrated pT that is not between a tenth and ten times the initial one.</summary>
    public const string AbsurdShare = "absurd_share";

    /// <summary>Smallest calibrated pT [GeV]; without interval.</summary>
    public const string LowestPt = "pt_lowest";

    /// <summary>Largest calibrated pT [GeV]; without interval.</summary>
    public const string HighestPt = "pt_highest";

    /// <summary>Two methods: ratio of their robust widths of A, with the error of the ratio.</summary>
    public const string AsymmetryWidthRatio = "asymmetry_width_ratio";

    /// <summary>Two methods: ratio of their true resolutions, with the error of the ratio.</summary>
    public const string TrueResolutionRatio = "jer_true_ratio";

    /// <summary>All metrics of a method, in the order of the file.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        AsymmetryWidth, AsymmetryCore, RawResolution, QuadratureResolution, ConvolvedResolution, ConvolutionQuality,
        TrueResolution, ShuffledWidth, SharedWidth, MeanShift, InBinSlope, AbsurdShare, LowestPt, HighestPt,
    ];
}
