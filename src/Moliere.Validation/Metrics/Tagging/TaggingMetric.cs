namespace Moliere.Validation.Metrics.Tagging;

/// <summary>
/// Names of the metrics of taggers, stable in <c>metrics.json</c>. Efficiencies are shares of weight, cuts lie where
/// signal has the efficiency of the name, between two scores on the straight line.
/// </summary>
/// <source>Physics notes, section 0.</source>
public static class TaggingMetric
{
    /// <summary>Area under the receiver operating curve; 0.5 for a guess.</summary>
    public const string Area = "auc";

    /// <summary>Background rejection 1 / efficiency at 30 % signal efficiency.</summary>
    public const string Rejection30 = "rejection_30";

    /// <summary>Background rejection at 50 % signal efficiency.</summary>
    public const string Rejection50 = "rejection_50";

    /// <summary>Background rejection at 80 % signal efficiency.</summary>
    public const string Rejection80 = "rejection_80";

    /// <summary>
    /// Jensen-Shannon divergence, in bits, of what background that passes a cut looks like and what background that
    /// fails looks like, in a variable that the cut must not depend on.
    /// </summary>
    public const string Sculpting = "sculpting";

    /// <summary>The mean of the same for two samples of one distribution of these sizes.</summary>
    public const string SculptingFloor = "sculpting_floor";

    /// <summary>1 over <see cref="Sculpting"/>; above 1 over the floor it says nothing.</summary>
    public const string Flatness = "inverse_jsd";

    /// <summary>Efficiency of signal at the cut that was chosen on other rows.</summary>
    public const string SignalEfficiency = "signal_efficiency";

    /// <summary>Efficiency of background at the same cut.</summary>
    public const string BackgroundEfficiency = "background_efficiency";

    /// <summary>Mean binary cross-entropy of the predicted probability [nats].</summary>
    public const string CrossEntropy = "cross_entropy";

    /// <summary>Squared distance correlation, among background, of score and protected variable.</summary>
    public const string DistanceCorrelation = "distance_correlation";

    /// <summary>What an adversary that never took part finds out from the scores [nats]; 0 for a pivot.</summary>
    public const string FreshInformation = "fresh_adversary_information";

    /// <summary>All metrics, in the order of the file.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Area, Rejection30, Rejection50, Rejection80, Sculpting, SculptingFloor, Flatness, SignalEfficiency,
        BackgroundEfficiency, CrossEntropy, DistanceCorrelation, FreshInformation,
    ];

    /// <summary>Signal efficiency of each rejection, in the order of the file.</summary>
    internal static IReadOnlyList<(string Metric, double Efficiency)> Rejections { get; } =
        [(Rejection30, 0.3), (Rejection50, 0.5), (Rejection80, 0.8)];
}
