namespace Moliere.Validation.Metrics.Jets;

/// <summary>
/// Names of the metrics that only jets have, stable in <c>metrics.json</c>; the others are in
/// <see cref="MetricName"/>. With r = pT_calib / pT_true; "core" is the Gaussian core of r: mean and width of what lies
/// within 2 widths of the centre, repeated until nothing moves.
/// </summary>
/// <source>Physics notes section 2.7; the iterated fit: arXiv:1112.6426, section 9.2.</source>
public static class JetMetric
{
    /// <summary>
    /// Half width of the core in widths. The chain is derived with the same; with 1.5, bins of 150 jets give widths
    /// that jump by 40 %.
    /// </summary>
    public const double CoreCut = 2; // physics notes section 2.7: 1.5 to 2; chosen on 12,000 simulated dijets

    /// <summary>Mean of the core of r minus 1; an ideal calibration gives 0.</summary>
    public const string Closure = "jet_closure";

    /// <summary>Width of the core of r over its mean: the jet energy resolution.</summary>
    public const string Resolution = "jet_resolution";

    /// <summary>
    /// (Q95 - Q5) / (Q84 - Q16) of r: 1.64 for one normal law, below where there are two peaks, above with tails.
    /// </summary>
    public const string TailRatio = "jet_tail_ratio";

    /// <summary>Mean of the core of r for quark jets (u, d, s, c, b) minus that for gluon jets.</summary>
    public const string FlavourDifference = "jet_flavour_difference";

    /// <summary>
    /// Change of the calibrated transverse momentum per reconstructed vertex at equal mu [GeV].
    /// </summary>
    public const string VertexSlope = "jet_vertex_slope";

    /// <summary>
    /// Change of the calibrated transverse momentum per collision of mu at equal number of vertices [GeV].
    /// </summary>
    public const string MuSlope = "jet_mu_slope";

    /// <summary>Two methods: ratio of their <see cref="Resolution"/> on the same jets.</summary>
    public const string ResolutionRatio = "jet_resolution_ratio";

    /// <summary>Noise term N [GeV] of <see cref="Resolution"/> = N / pT (+) S / sqrt(pT) (+) C above 20 GeV.</summary>
    public const string Noise = "jer_noise";

    /// <summary>Its stochastic term S [sqrt GeV].</summary>
    public const string Stochastic = "jer_stochastic";

    /// <summary>Its constant term C.</summary>
    public const string Constant = "jer_constant";

    /// <summary>(Q95 - Q5) / (Q84 - Q16) of a normal law: the quantiles 1.64485 over 1.</summary>
    public const double NormalTailRatio = 1.6448536269514722;

    /// <summary>All metrics of jets, in the order of the file.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Closure, Resolution, TailRatio, FlavourDifference, VertexSlope, MuSlope, ResolutionRatio, Noise, Stochastic,
        Constant,
    ];
}
