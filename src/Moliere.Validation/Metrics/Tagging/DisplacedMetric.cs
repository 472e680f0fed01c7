namespace Moliere.Validation.Metrics.Tagging;

/// <summary>
/// Names of the metrics of the search for displaced jets, stable in <c>metrics.json</c>. Over several seeds values are
/// means and errors standard deviations; figures of one seed have its number as both bounds of
/// <see cref="SeedVariable"/>.
/// </summary>
/// <source>arXiv:2203.01009; physics notes on tagging, section 9.</source>
public static class DisplacedMetric
{
    /// <summary>Name of the variable of figures of one seed.</summary>
    public const string SeedVariable = "seed";

    /// <summary>Name of the variable of figures of one signal: low is the mass of the scalar, high that of the
    /// resonance [GeV].</summary>
    public const string MassVariable = "mass_point";

    /// <summary>Kolmogorov-Smirnov distance of data and simulation in the time of the leading cluster.</summary>
    public const string InputDistance = "input_ks_time";

    /// <summary>The largest of those in the other summaries of a jet.</summary>
    public const string OtherInputDistance = "input_ks_other";

    /// <summary>The largest of those of the three scores.</summary>
    public const string ScoreDistance = "score_ks";

    /// <summary>Area under the curve of a fresh adversary, data against simulation by the scores.</summary>
    public const string FreshArea = "fresh_adversary_auc";

    /// <summary>Area under the curve, signal against jets of ordinary collisions.</summary>
    public const string AreaQcd = "auc_signal_qcd";

    /// <summary>Area under the curve, signal against beam-induced jets.</summary>
    public const string AreaBib = "auc_signal_bib";

    /// <summary>Share of the signal over the root of the background at the cut on the score of the event that other
    /// events chose; its error is that of seeds and of counting.</summary>
    public const string Significance = "best_significance";

    /// <summary>That over the same after trees alone.</summary>
    public const string SignificanceGain = "significance_gain";

    /// <summary>Background of the signal region of the plane as predicted from the others.</summary>
    public const string PlanePredicted = "abcd_predicted";

    /// <summary>Background of the signal region of the plane.</summary>
    public const string PlaneObserved = "abcd_observed";

    /// <summary>Their difference in errors.</summary>
    public const string PlanePull = "abcd_pull";

    /// <summary>Observed over predicted number of tagged long-lived particles less one, of the efficiency map; the
    /// error is half of the 95 % interval.</summary>
    public const string MapClosure = "efficiency_map_closure";

    /// <summary>Mean square of its differences in standard deviations over the cells of all axes; 1 where nothing but
    /// chance is left.</summary>
    public const string MapPulls = "efficiency_map_pulls";

    /// <summary>All metrics, in the order of the file.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        InputDistance, OtherInputDistance, ScoreDistance, FreshArea, AreaQcd, AreaBib, Significance, SignificanceGain,
        PlanePredicted, PlaneObserved, PlanePull, MapClosure, MapPulls,
    ];
}
