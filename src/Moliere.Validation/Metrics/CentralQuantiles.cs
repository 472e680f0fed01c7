namespace Moliere.Validation.Metrics;

/// <summary>The quantiles that describe the core of a distribution without being moved by its tails.</summary>
/// <param name="Q16">Quantile at minus one standard deviation of a normal law.</param>
/// <param name="Q50">Median.</param>
/// <param name="Q84">Quantile at plus one standard deviation of a normal law.</param>
internal readonly record struct CentralQuantiles(double Q16, double Q50, double Q84)
{
    /// <summary>Phi(-1), 1/2 and Phi(1) of the standard normal distribution function.</summary>
    public static ReadOnlySpan<double> Probabilities => [0.15865525393145705, 0.5, 0.8413447460685429];

    /// <summary>Half of the central 68 % interval.</summary>
    public double Width => 0.5 * (Q84 - Q16);
}
