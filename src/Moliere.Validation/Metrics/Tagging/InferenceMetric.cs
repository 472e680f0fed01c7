namespace Moliere.Validation.Metrics.Tagging;

/// <summary>
/// Names of the metrics of summaries from which a signal is inferred, stable in <c>metrics.json</c>. The variable is
/// the number of the benchmark, with equal bounds.
/// </summary>
/// <source>de Castro and Dorigo, arXiv:1806.04743, table 1.</source>
public static class InferenceMetric
{
    /// <summary>Expected uncertainty of the signal count [events], other free parameters profiled.</summary>
    public const string Uncertainty = "signal_uncertainty";

    /// <summary>The same over the published one.</summary>
    public const string PublishedRatio = "signal_uncertainty_over_published";

    /// <summary>Name of the variable: 0 to 4 for B0 to B4.</summary>
    public const string Benchmark = "benchmark";

    /// <summary>All metrics, in the order of the file.</summary>
    public static IReadOnlyList<string> All { get; } = [Uncertainty, PublishedRatio];
}
