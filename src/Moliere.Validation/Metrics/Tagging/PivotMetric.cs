namespace Moliere.Validation.Metrics.Tagging;

/// <summary>
/// Names of the metrics of classifiers that shall not know a nuisance, stable in <c>metrics.json</c>. A method is the
/// toy or the table with its lambda, as in <c>toy-50</c>.
/// </summary>
/// <source>Louppe, Kagan, Cranmer, arXiv:1611.01046, section 5; physics notes, sections 0 and 7a.</source>
public static class PivotMetric
{
    /// <summary>Mean cross-entropy of the classifier on test rows [nats].</summary>
    public const string CrossEntropy = "pivot_cross_entropy";

    /// <summary>Area under its receiver operating curve.</summary>
    public const string Area = "pivot_auc";

    /// <summary>
    /// Kolmogorov-Smirnov distance of its scores between two values of the nuisance: z = -1 and +1 of the toy, both
    /// values of a binary one, or below and above the median; of a table among background.
    /// </summary>
    public const string Distance = "pivot_ks";

    /// <summary>Loss of the adversary of the game on rows it did not learn from [nats].</summary>
    public const string AdversaryLoss = "adversary_loss";

    /// <summary>The same as of any tagger, <see cref="TaggingMetric.FreshInformation"/>.</summary>
    public const string FreshInformation = TaggingMetric.FreshInformation;

    /// <summary>Significance on test rows, at the threshold that is best on validation rows.</summary>
    public const string Significance = "ams";

    /// <summary>All metrics, in the order of the file.</summary>
    public static IReadOnlyList<string> All { get; } =
        [CrossEntropy, Area, Distance, AdversaryLoss, FreshInformation, Significance];
}
